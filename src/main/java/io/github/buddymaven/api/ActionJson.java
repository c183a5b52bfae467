package io.github.buddymaven.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.Item;
import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.action.TriggerConditions;
import io.github.buddymaven.action.Value;
import io.github.buddymaven.action.Variables;
import io.github.buddymaven.secret.Secret;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A push action as Buddy's JSON: name and type first, then the other fields, and nothing that is not configured. */
public final class ActionJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ActionJson() {}

    /** The bytes that are sent, secrets in clear. */
    static byte[] bytes(String name, Map<Field, Value> fields) {
        return Json.bytes(object(name, fields, Secret::reveal));
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

    /** The value, secrets masked. */
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
        if (value instanceof Value.Flag flag) {
            return NODES.booleanNode(flag.set());
        }
        if (value instanceof Value.Password password) {
            return NODES.textNode(secrets.apply(password.secret()));
        }
        if (value instanceof Value.OnServer) {
            return NODES.textNode(secrets.apply(Secret.of(Secret.MASK)));
        }
        if (value instanceof Value.Integration integration) {
            ObjectNode names = NODES.objectNode();
            integration.names().forEach(names::put);
            return names;
        }
        ArrayNode list = NODES.arrayNode();
        if (value instanceof Value.Several several) {
            several.values().forEach(one -> list.add(node(one, secrets)));
        } else {
            items(value).forEach(item -> list.add(node(item, secrets)));
        }
        return list;
    }

    private static List<Item> items(Value value) {
        if (value instanceof TriggerConditions conditions) {
            return conditions.conditions();
        }
        if (value instanceof Variables variables) {
            return variables.variables();
        }
        throw new IllegalStateException("no JSON for " + value);
    }

    private static ObjectNode node(Item item, Function<Secret, String> secrets) {
        ObjectNode json = NODES.objectNode();
        item.fields().forEach((key, value) -> json.set(key, node(value, secrets)));
        return json;
    }
}
