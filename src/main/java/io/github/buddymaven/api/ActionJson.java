package io.github.buddymaven.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.action.Value;
import io.github.buddymaven.secret.Secret;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** A push action as Buddy's JSON: name and type first, then the other fields, and nothing that is not configured. */
public final class ActionJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ActionJson() {}

    /** The bytes that are sent, secrets in clear. */
    static byte[] bytes(String name, Map<Field, Value> fields) {
        try {
            return Json.MAPPER.writeValueAsBytes(object(name, fields, Secret::reveal));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain nodes can always be written", e);
        }
    }

    /** The same JSON for a person to read, secrets masked. */
    public static String readable(String name, Map<Field, Value> fields) {
        return Json.readable(object(name, fields, Secret::toString));
    }

    private static ObjectNode object(String name, Map<Field, Value> fields, Function<Secret, String> secrets) {
        ObjectNode json = NODES.objectNode();
        json.put(Field.NAME.key(), name);
        json.put("type", PushAction.TYPE);
        for (Map.Entry<Field, Value> field : fields.entrySet()) {
            json.set(field.getKey().key(), node(field.getValue(), secrets));
        }
        return json;
    }

    /** The fields of an action that Buddy sent; an empty one is as good as none. */
    static Map<Field, Value> fields(JsonNode json) {
        Map<Field, Value> fields = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            JsonNode value = json.path(field.key());
            if (!value.isMissingNode() && !value.isNull()) {
                fields.put(field, value(field, value));
            }
        }
        return fields;
    }

    private static Value value(Field field, JsonNode json) {
        if (field == Field.PASSWORD) {
            return new Value.Password(Secret.of(json.asText("")));
        }
        if (json.isObject()) {
            Map<String, String> names = new HashMap<>();
            for (Map.Entry<String, JsonNode> name : json.properties()) {
                if (name.getValue().isTextual()) {
                    names.put(name.getKey(), name.getValue().textValue());
                }
            }
            return new Value.Integration(names);
        }
        boolean whole = json.isNumber() && json.canConvertToExactIntegral() && json.canConvertToLong();
        return whole ? new Value.Whole(json.longValue()) : new Value.Text(json.asText());
    }

    static JsonNode node(Value value) {
        return node(value, Secret::toString);
    }

    private static JsonNode node(Value value, Function<Secret, String> secrets) {
        if (value instanceof Value.Text text) {
            return NODES.textNode(text.text());
        }
        if (value instanceof Value.Whole whole) {
            return NODES.numberNode(whole.number());
        }
        if (value instanceof Value.Integration integration) {
            ObjectNode names = NODES.objectNode();
            integration.names().forEach(names::put);
            return names;
        }
        if (value instanceof Value.Password password) {
            return NODES.textNode(secrets.apply(password.secret()));
        }
        throw new IllegalStateException("no JSON for " + value);
    }
}
