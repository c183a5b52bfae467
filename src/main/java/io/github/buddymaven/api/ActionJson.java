package io.github.buddymaven.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.action.Value;
import io.github.buddymaven.secret.Secret;
import java.util.Map;
import java.util.function.Function;

/** A push action as Buddy's JSON: name and type first, then the other fields, and nothing that is not configured. */
public final class ActionJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");

    private ActionJson() {}

    /** The bytes that are sent, secrets in clear. */
    static byte[] bytes(PushAction action) {
        try {
            return Json.MAPPER.writeValueAsBytes(object(action, Secret::reveal));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain nodes can always be written", e);
        }
    }

    /** The same JSON for a person to read, secrets masked. */
    public static String readable(PushAction action) {
        try {
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
            printer.indentObjectsWith(TWO_SPACES);
            printer.indentArraysWith(TWO_SPACES);
            return Json.MAPPER.writer(printer).writeValueAsString(object(action, Secret::toString));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain nodes can always be written", e);
        }
    }

    private static ObjectNode object(PushAction action, Function<Secret, String> secrets) {
        ObjectNode json = NODES.objectNode();
        json.put(Field.NAME.key(), action.name());
        json.put("type", PushAction.TYPE);
        for (Map.Entry<Field, Value> field : action.fields().entrySet()) {
            json.set(field.getKey().key(), node(field.getValue(), secrets));
        }
        return json;
    }

    private static JsonNode node(Value value, Function<Secret, String> secrets) {
        if (value instanceof Value.Text text) {
            return NODES.textNode(text.text());
        }
        if (value instanceof Value.Whole whole) {
            return NODES.numberNode(whole.number());
        }
        if (value instanceof Value.Integration integration) {
            return NODES.objectNode().put(integration.key(), integration.id());
        }
        if (value instanceof Value.Password password) {
            return NODES.textNode(secrets.apply(password.secret()));
        }
        throw new IllegalStateException("no JSON for " + value);
    }
}
