package io.github.buddymaven.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.Item;
import io.github.buddymaven.action.TriggerConditions;
import io.github.buddymaven.action.Value;
import io.github.buddymaven.action.Variables;
import io.github.buddymaven.secret.Secret;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of an action that Buddy sent, whatever it sent; an empty one is as good as none. */
final class ActionFields {
    private ActionFields() {}

    static Map<Field, Value> of(JsonNode json) {
        Map<Field, Value> fields = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            value(field, json.path(field.key())).ifPresent(value -> fields.put(field, value));
        }
        return fields;
    }

    private static Optional<Value> value(Field field, JsonNode json) {
        if (isEmpty(json) || (field == Field.INTEGRATION && namesNone(json))) {
            return Optional.empty();
        }
        return Optional.of(
                switch (field) {
                    case PASSWORD -> new Value.Password(Secret.of(json.asText("")));
                    case INTEGRATION -> integration(json);
                    case TRIGGER_CONDITIONS -> new TriggerConditions(items(json));
                    case VARIABLES -> new Variables(variables(json));
                    default -> plain(json);
                });
    }

    private static boolean isEmpty(JsonNode json) {
        return json.isMissingNode() || json.isNull() || (json.isArray() && json.isEmpty());
    }

    private static boolean namesNone(JsonNode json) {
        return json.isValueNode()
                ? json.asText().isEmpty()
                : json.properties().stream()
                        .allMatch(name -> name.getValue().asText().isEmpty());
    }

    private static Value integration(JsonNode json) {
        Map<String, String> names = new HashMap<>();
        for (Map.Entry<String, JsonNode> name : json.properties()) {
            if (name.getValue().isValueNode()
                    && !name.getValue().isNull()
                    && !name.getValue().asText().isEmpty()) {
                names.put(name.getKey(), name.getValue().asText());
            }
        }
        return json.isValueNode()
                ? new Value.Integration(Map.of(Value.Integration.HASH_ID, json.asText()))
                : new Value.Integration(names);
    }

    private static Value plain(JsonNode json) {
        if (json.isBoolean()) {
            return new Value.Flag(json.booleanValue());
        }
        if (json.isArray()) {
            List<Value> values = new ArrayList<>();
            for (JsonNode value : json) {
                if (!value.isNull()) {
                    values.add(plain(value));
                }
            }
            return new Value.Several(values);
        }
        boolean whole = json.isIntegralNumber() && json.canConvertToLong();
        return whole ? new Value.Whole(json.longValue()) : new Value.Text(json.asText());
    }

    private static List<Item> items(JsonNode json) {
        List<Item> items = new ArrayList<>();
        json.forEach(element -> items.add(item(element)));
        return items;
    }

    private static Item item(JsonNode json) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            JsonNode value = field.getValue();
            boolean blank = value.isTextual() && value.textValue().isEmpty();
            if (!isEmpty(value) && !blank && !value.isObject()) {
                fields.put(field.getKey(), plain(value));
            }
        }
        return new Item(fields);
    }

    /** The keys of a variable that Buddy sent whose values are secrets. */
    static Set<String> secretKeys(JsonNode variable) {
        return Variables.secretKeys(item(variable));
    }

    private static List<Item> variables(JsonNode json) {
        return items(json).stream().map(ActionFields::masked).toList();
    }

    private static Item masked(Item variable) {
        Map<String, Value> fields = new LinkedHashMap<>(variable.fields());
        Variables.secretKeys(variable)
                .forEach(key ->
                        fields.computeIfPresent(key, (secret, value) -> new Value.Password(Secret.of(value.shown()))));
        return new Item(fields);
    }
}
