package io.github.buddymaven.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.github.buddymaven.secret.Secret;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Secrets in a tree of JSON. A secret is a node of its own kind, so that whoever prints the tree prints {@code ****}; only
 * {@link #reveal} puts it in clear, for the wire.
 */
public final class SecretNode {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** How Buddy begins an encrypted text, today and in 2020. Source: buddy.works/docs/api and exported pipelines. */
    private static final String[] ENCRYPTED = {"!encrypted", "secure!"};

    private static final Set<String> VARIABLE_SECRETS = Set.of("password", "passphrase");

    private SecretNode() {}

    static JsonNode of(Secret secret) {
        return NODES.pojoNode(secret);
    }

    static boolean is(JsonNode node) {
        return node instanceof POJONode pojo && pojo.getPojo() instanceof Secret;
    }

    /** Returns a copy with all secrets in clear. */
    public static JsonNode reveal(JsonNode tree) {
        return replace(tree, Secret::reveal);
    }

    /** Returns a copy with {@code ****} in place of all secrets. */
    public static JsonNode mask(JsonNode tree) {
        return replace(tree, secret -> Secret.MASK);
    }

    /**
     * Returns what Buddy has without its secrets, and without those that only the POM takes for such.
     *
     * @param action the action as Buddy has it, with its secrets hidden
     */
    public static ObjectNode remove(ObjectNode action, PushAction desired) {
        ObjectNode copy = NODES.objectNode();
        copy.setAll(action);
        if (!desired.get(Field.VARIABLES).isMissingNode() && action.has(Field.VARIABLES.key())) {
            copy.set(
                    Field.VARIABLES.key(),
                    VariableDiff.hideSecretsOf(desired.get(Field.VARIABLES), action.get(Field.VARIABLES.key())));
        }
        return (ObjectNode) remove(copy);
    }

    private static JsonNode remove(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            ObjectNode copy = NODES.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (!is(field.getValue())) {
                    copy.set(field.getKey(), remove(field.getValue()));
                }
            }
            return copy;
        }
        if (tree instanceof ArrayNode array) {
            ArrayNode copy = NODES.arrayNode(array.size());
            for (JsonNode element : array) {
                copy.add(is(element) ? mask(element) : remove(element));
            }
            return copy;
        }
        return tree;
    }

    private static JsonNode replace(JsonNode tree, Function<Secret, String> text) {
        if (tree instanceof POJONode pojo && pojo.getPojo() instanceof Secret secret) {
            return NODES.textNode(text.apply(secret));
        }
        if (tree instanceof ObjectNode object) {
            ObjectNode copy = NODES.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                copy.set(field.getKey(), replace(field.getValue(), text));
            }
            return copy;
        }
        if (tree instanceof ArrayNode array) {
            ArrayNode copy = NODES.arrayNode(array.size());
            for (JsonNode element : array) {
                copy.add(replace(element, text));
            }
            return copy;
        }
        return tree;
    }

    /**
     * Returns what Buddy answered with its secrets as such: passwords, the values of encrypted variables and of private keys,
     * and every text that Buddy has encrypted. A password that is a variable of Buddy, {@code $NAME}, is none.
     */
    public static ObjectNode hide(ObjectNode action) {
        ObjectNode hidden = hideEncrypted(action);
        JsonNode password = hidden.path(Field.PASSWORD.key());
        if (!isEmpty(password) && !BuddyVariable.isAllOf(password.asText())) {
            hidden.set(Field.PASSWORD.key(), secret(password));
        }
        for (JsonNode variable : hidden.path(Field.VARIABLES.key())) {
            if (variable instanceof ObjectNode object) {
                hideVariable(object);
            }
        }
        return hidden;
    }

    private static void hideVariable(ObjectNode variable) {
        for (String key : VARIABLE_SECRETS) {
            hide(variable, key);
        }
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
        if (!isEmpty(value)) {
            object.set(key, secret(value));
        }
    }

    private static JsonNode secret(JsonNode value) {
        return is(value) ? value : of(Secret.of(value.isValueNode() ? value.asText() : value.toString()));
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isEmpty());
    }

    private static ObjectNode hideEncrypted(ObjectNode object) {
        ObjectNode copy = NODES.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            copy.set(field.getKey(), hideEncrypted(field.getValue()));
        }
        return copy;
    }

    private static JsonNode hideEncrypted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return hideEncrypted(object);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = NODES.arrayNode(array.size());
            for (JsonNode element : array) {
                copy.add(hideEncrypted(element));
            }
            return copy;
        }
        return node.isTextual() && isEncrypted(node.textValue()) ? of(Secret.of(node.textValue())) : node;
    }

    private static boolean isEncrypted(String text) {
        for (String beginning : ENCRYPTED) {
            if (text.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
