package io.github.buddymaven.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.validation.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A push action as the POM spells it, not validated yet: a JSON object with parameters as keys and nothing but texts, lists
 * and objects of texts as values.
 */
public final class PushActionConfig {
    static final String HASH_ID = "hashId";
    static final String IDENTIFIER = "identifier";

    private final ObjectNode parameters;
    private final Set<Field> unresolved;
    private final Function<Field, Optional<String>> otherPlace;

    public PushActionConfig(ObjectNode parameters) {
        this(parameters, Set.of(), field -> Optional.empty());
    }

    /**
     * Creates a configuration.
     *
     * @param unresolved the fields whose expression this build does not define, which is reported elsewhere
     * @param otherPlace where parts of a field come from that Maven has merged item by item
     */
    public PushActionConfig(
            ObjectNode parameters, Set<Field> unresolved, Function<Field, Optional<String>> otherPlace) {
        this.parameters = parameters;
        this.unresolved = unresolved;
        this.otherPlace = otherPlace;
    }

    /** Returns where parts of a field come from that Maven has merged; empty if they come from one place. */
    Optional<String> otherPlace(Field field) {
        return otherPlace.apply(field);
    }

    /** Returns what the POM has for a field; a missing node if it has nothing. */
    public JsonNode get(Field field) {
        return parameters.path(field.parameter());
    }

    /** Returns whether the POM has anything for a field. */
    public boolean has(Field field) {
        return parameters.has(field.parameter()) || isUnresolved(field);
    }

    /** Returns whether a field holds an expression that this build does not define, so that it cannot be validated. */
    boolean isUnresolved(Field field) {
        return unresolved.contains(field);
    }

    /** Returns the text that the POM has for a field. */
    public Optional<String> text(Field field) {
        return Optional.ofNullable(get(field).textValue());
    }

    Parameter parameter(Field field) {
        return parameter(parameters, field.parameter());
    }

    /** Returns the element of an object in the POM, such as a variable. */
    static Parameter parameter(ObjectNode element, String name) {
        JsonNode value = element.path(name);
        JsonNode text = value.isArray() && !value.isEmpty() ? value.path(0) : value;
        return new Parameter(name, element.has(name) ? Optional.of(text.asText()) : Optional.empty());
    }

    /** Returns the texts that the POM has for a field of several. */
    List<String> list(Field field) {
        return list(parameters, field.parameter());
    }

    /** Returns the texts of an element; like Maven, it takes one text with commas for several. */
    static List<String> list(ObjectNode element, String name) {
        JsonNode value = element.path(name);
        List<String> texts = new ArrayList<>(value.size());
        if (value.isTextual()) {
            for (String text : value.textValue().split(",", -1)) {
                texts.add(text.strip());
            }
        }
        value.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** Returns the objects that the POM has for a field of several. */
    public List<ObjectNode> items(Field field) {
        List<ObjectNode> items = new ArrayList<>();
        for (JsonNode item : get(field)) {
            if (item instanceof ObjectNode object) {
                items.add(object);
            }
        }
        return items;
    }

    /** Returns the element that names the integration: {@code integration} itself, or one in it. */
    Parameter integration(String name) {
        if (get(Field.INTEGRATION) instanceof ObjectNode integration) {
            return parameter(integration, name);
        }
        return name.equals(HASH_ID) ? parameter(Field.INTEGRATION) : new Parameter(name, Optional.empty());
    }
}
