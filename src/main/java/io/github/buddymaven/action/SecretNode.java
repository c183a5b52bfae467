package io.github.buddymaven.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.github.buddymaven.secret.Secret;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Secrets in a tree of JSON. A secret is a node of its own kind, so that whoever prints the tree prints {@code ****}; only
 * {@link #reveal} puts it in clear, for the wire.
 */
public final class SecretNode {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SecretNode() {}

    static JsonNode of(Secret secret) {
        return NODES.pojoNode(secret);
    }

    static boolean is(JsonNode node) {
        return node instanceof POJONode pojo && pojo.getPojo() instanceof Secret;
    }

    /** Returns a copy with all secrets in clear. */
    public static JsonNode reveal(JsonNode tree) {
        return replaceValues(
                tree,
                value -> value instanceof POJONode pojo && pojo.getPojo() instanceof Secret secret
                        ? NODES.textNode(secret.reveal())
                        : value);
    }

    /** Returns a copy with {@code ****} in place of all secrets. */
    public static JsonNode mask(JsonNode tree) {
        return replaceValues(tree, value -> is(value) ? NODES.textNode(Secret.MASK) : value);
    }

    private static JsonNode replaceValues(JsonNode tree, UnaryOperator<JsonNode> replace) {
        if (tree instanceof ObjectNode object) {
            ObjectNode copy = NODES.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                copy.set(field.getKey(), replaceValues(field.getValue(), replace));
            }
            return copy;
        }
        if (tree instanceof ArrayNode array) {
            ArrayNode copy = NODES.arrayNode(array.size());
            for (JsonNode element : array) {
                copy.add(replaceValues(element, replace));
            }
            return copy;
        }
        return replace.apply(tree);
    }

    /**
     * Returns what Buddy has without its secrets, and without those that only the POM takes for such.
     *
     * @param action the action as Buddy has it, with its secrets hidden
     */
    public static ObjectNode remove(ObjectNode action, PushAction desired) {
        ObjectNode copy = action.deepCopy();
        if (!desired.get(Field.VARIABLES).isMissingNode() && action.has(Field.VARIABLES.key())) {
            copy.set(
                    Field.VARIABLES.key(),
                    VariableDiff.hideSecretsOf(desired.get(Field.VARIABLES), action.get(Field.VARIABLES.key())));
        }
        removeFrom(copy);
        return copy;
    }

    /** A secret in a list keeps its place, so that the others keep theirs. */
    private static void removeFrom(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            object.removeIf(SecretNode::is);
        }
        tree.forEach(SecretNode::removeFrom);
    }

    /**
     * Returns what Buddy answered with its secrets as such: passwords, the values of encrypted variables and of private keys,
     * and every text that Buddy has encrypted. A password that is a variable of Buddy, {@code $NAME}, is none.
     */
    public static ObjectNode hide(ObjectNode action) {
        ObjectNode hidden = (ObjectNode) replaceValues(action, value -> isEncrypted(value) ? secret(value) : value);
        if (!BuddyVariable.isAllOf(hidden.path(Field.PASSWORD.key()).asText())) {
            hide(hidden, Field.PASSWORD.key());
        }
        JsonNode variables = hidden.get(Field.VARIABLES.key());
        if (variables != null) { // a list; one with gaps may come as an object
            for (JsonNode variable : variables) {
                if (variable instanceof ObjectNode object) {
                    hideVariable(object);
                }
            }
        }
        return hidden;
    }

    private static void hideVariable(ObjectNode variable) {
        VariableValidator.FURTHER_SECRETS.forEach(key -> hide(variable, key));
        if (hasSecretValue(variable)) {
            hide(variable, VariableValidator.VALUE);
        }
    }

    /** Returns whether the value of a variable that Buddy has is a secret: an encrypted one, or a private key. */
    static boolean hasSecretValue(ObjectNode variable) {
        String encrypted = variable.path(VariableValidator.ENCRYPTED).asText("");
        boolean plain = encrypted.isEmpty() || encrypted.equals("false") || encrypted.equals("null");
        return !plain || variable.path(VariableValidator.TYPE).asText("").equals(VariableValidator.SSH_KEY);
    }

    /** Hides the value of a key, if there is one. */
    static void hide(ObjectNode object, String key) {
        JsonNode value = object.path(key);
        if (!ActionDiff.isEmpty(value)) {
            object.set(key, secret(value));
        }
    }

    private static JsonNode secret(JsonNode value) {
        return is(value) ? value : of(Secret.of(value.isValueNode() ? value.asText() : value.toString()));
    }

    /** How Buddy begins an encrypted text, today and in 2020. Source: buddy.works/docs/api and exported pipelines. */
    private static boolean isEncrypted(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : "";
        return text.startsWith("!encrypted") || text.startsWith("secure!");
    }
}
