package io.github.buddymaven.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares the variables of an action. They are found by their keys, in any order. A variable more or less is a difference;
 * what the POM does not say of a variable is none.
 */
final class VariableDiff {
    private VariableDiff() {}

    static boolean matches(JsonNode wanted, JsonNode found) {
        if (ActionDiff.isEmpty(found)) {
            return wanted.isEmpty();
        }
        return found.isArray()
                && found.size() == wanted.size()
                && differing(wanted, found, VariableDiff::matchesVariable).isEmpty();
    }

    /** Returns whether a secret of either side makes the variables go out with each update. */
    static boolean isUncomparable(JsonNode wanted, JsonNode found) {
        for (JsonNode variable : wanted) {
            ObjectNode other = withKeyOf(variable, found);
            for (Map.Entry<String, JsonNode> field : variable.properties()) {
                boolean hidden = other != null && SecretNode.is(other.path(field.getKey()));
                if (hidden || SecretNode.is(field.getValue())) {
                    return true;
                }
            }
        }
        return false;
    }

    static FieldChange change(JsonNode wanted, JsonNode found) {
        JsonNode before = hideSecretsOf(wanted, found);
        boolean comparable = before.isArray();
        return new FieldChange(
                Field.VARIABLES,
                before,
                wanted,
                comparable ? differing(before, wanted, (theirs, ours) -> matchesVariable(ours, theirs)) : before,
                comparable ? differing(wanted, before, VariableDiff::matchesVariable) : wanted);
    }

    /** A value that becomes a secret was one before, in clear. */
    static JsonNode hideSecretsOf(JsonNode wanted, JsonNode found) {
        JsonNode hidden = found.deepCopy();
        for (JsonNode variable : hidden) {
            ObjectNode other = withKeyOf(variable, wanted);
            if (other != null && variable instanceof ObjectNode object) {
                for (Map.Entry<String, JsonNode> field : other.properties()) {
                    if (SecretNode.is(field.getValue())) {
                        SecretNode.hide(object, field.getKey());
                    }
                }
            }
        }
        return hidden;
    }

    /** Returns the variables of one side that the other side does not have like this. */
    private static ArrayNode differing(JsonNode side, JsonNode other, BiPredicate<JsonNode, JsonNode> matches) {
        ArrayNode differing = JsonNodeFactory.instance.arrayNode();
        for (JsonNode variable : side) {
            ObjectNode counterpart = withKeyOf(variable, other);
            if (counterpart == null || !matches.test(variable, counterpart)) {
                differing.add(variable);
            }
        }
        return differing;
    }

    private static boolean matchesVariable(JsonNode wanted, JsonNode found) {
        for (Map.Entry<String, JsonNode> field : wanted.properties()) {
            JsonNode other = found.path(field.getKey());
            boolean left = ActionDiff.isEmpty(other) && ActionDiff.isVariableDefault(field.getKey(), field.getValue());
            if (!left && !ActionDiff.scalarMatches(field.getValue(), other)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable ObjectNode withKeyOf(JsonNode variable, JsonNode list) {
        String key = variable.path(VariableValidator.KEY).asText();
        for (JsonNode candidate : list) {
            if (candidate instanceof ObjectNode object
                    && object.path(VariableValidator.KEY).asText().equals(key)) {
                return object;
            }
        }
        return null;
    }

    static JsonNode overlay(JsonNode desired, JsonNode actual) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (JsonNode variable : desired) {
            ObjectNode whole = variable.deepCopy();
            ObjectNode other = withKeyOf(variable, actual);
            if (other != null) {
                addMissing(other, whole);
            }
            list.add(whole);
        }
        return list;
    }

    /** Adds the keys that an object does not have, but for secrets and what is empty. */
    static void addMissing(ObjectNode from, ObjectNode to) {
        for (Map.Entry<String, JsonNode> field : from.properties()) {
            if (!to.has(field.getKey()) && !SecretNode.is(field.getValue()) && !ActionDiff.isEmpty(field.getValue())) {
                to.set(field.getKey(), field.getValue());
            }
        }
    }
}
