package io.github.buddymaven;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.PushActionConfig;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Reads what the POM says of the action: the XML that Maven has put together for this execution becomes a JSON object with the same
 * names. Maven's own evaluator fills in each text. The goal's fields, which Maven sets from the same XML, cannot serve: Maven leaves
 * out what is empty, and {@code <value></value>} would be no value.
 */
final class PushActionConfigReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final MavenBuild build;
    private final ObjectNode parameters = NODES.objectNode();
    private final Set<Field> unresolved = EnumSet.noneOf(Field.class);

    PushActionConfigReader(MavenBuild build) {
        this.build = build;
    }

    PushActionConfig read() {
        Xpp3Dom configuration = build.execution().getConfiguration();
        for (Field field : Field.values()) {
            Xpp3Dom element = configuration.getChild(field.parameter());
            if (element != null) {
                read(element, field);
            }
        }
        return new PushActionConfig(parameters, unresolved, field -> new PomFiles(build).otherPlace(field.parameter()));
    }

    private void read(Xpp3Dom element, Field field) {
        if (element.getChildCount() > 0) {
            switch (field.type()) {
                case LIST -> parameters.set(field.parameter(), texts(element));
                case ITEMS -> parameters.set(field.parameter(), objects(element));
                default -> parameters.set(field.parameter(), object(element));
            }
        } else if (element.getValue() != null && !element.getValue().isEmpty()) {
            readText(element.getValue(), field);
        }
    }

    private void readText(String written, Field field) {
        Optional<String> text = build.evaluate(written);
        if (text.isPresent()) {
            parameters.put(field.parameter(), text.get());
        } else if (!written.equals("${buddy." + field.parameter() + "}")) { // the property that is not set
            unresolved.add(field);
        }
    }

    private ArrayNode objects(Xpp3Dom element) {
        ArrayNode objects = NODES.arrayNode(element.getChildCount());
        for (Xpp3Dom child : element.getChildren()) {
            objects.add(object(child));
        }
        return objects;
    }

    ObjectNode object(Xpp3Dom element) {
        ObjectNode object = NODES.objectNode();
        for (Xpp3Dom child : element.getChildren()) {
            String name = parameterName(child.getName());
            if (child.getChildCount() > 0) {
                object.set(name, texts(child));
            } else {
                object.put(name, text(child));
            }
        }
        return object;
    }

    private ArrayNode texts(Xpp3Dom element) {
        ArrayNode texts = NODES.arrayNode(element.getChildCount());
        for (Xpp3Dom child : element.getChildren()) {
            texts.add(text(child));
        }
        return texts;
    }

    private String text(Xpp3Dom element) {
        String text = element.getValue();
        return text == null ? "" : build.evaluate(text).orElse(text);
    }

    /** Returns the name under which Maven finds a parameter: {@code <Password>} and {@code <pass-word>} are such names, too. */
    static String parameterName(String element) {
        String name = Field.camelCase(element, '-');
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
