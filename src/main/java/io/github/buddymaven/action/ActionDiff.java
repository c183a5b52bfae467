package io.github.buddymaven.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What differs between the action that the POM wants and the one that Buddy has. Fields that the POM does not have are left
 * alone, and so is the place of the action, which only counts when it is created.
 *
 * <p>This class owns the idea of equality: {@code "1"} is {@code 1}, what is empty is absent, {@code false} and {@code 0} may
 * be left out, {@code ${NAME}} is {@code $NAME}. What is secret on either side cannot be compared; it is sent with each
 * update, and is no difference.
 */
public final class ActionDiff {
    private final List<FieldChange> changes;
    private final Set<Field> uncomparable;

    private ActionDiff(List<FieldChange> changes, Set<Field> uncomparable) {
        this.changes = List.copyOf(changes);
        this.uncomparable = uncomparable;
    }

    /**
     * Compares two actions.
     *
     * @param actual the action as Buddy has it, with its secrets hidden: {@link SecretNode#hide}
     */
    public static ActionDiff between(PushAction desired, ObjectNode actual) {
        List<FieldChange> changes = new ArrayList<>();
        Set<Field> uncomparable = EnumSet.noneOf(Field.class);
        for (Field field : Field.values()) {
            JsonNode wanted = desired.get(field);
            JsonNode found = actual.path(field.key());
            if (!wanted.isMissingNode() && field != Field.AFTER_ACTION_ID) {
                if (isUncomparable(field, wanted, found)) {
                    uncomparable.add(field);
                }
                if (!matches(field, wanted, found)) {
                    changes.add(change(field, wanted, found));
                }
            }
        }
        return new ActionDiff(changes, uncomparable);
    }

    /** Returns the fields of which a response about an action shows another value than was sent. */
    public static List<FieldChange> keptByBuddy(PushAction sent, ObjectNode response) {
        return between(sent, response).changes().stream()
                .filter(change -> response.has(change.field().key())) // a response need not show everything
                .toList();
    }

    /** Returns the fields that differ. */
    public List<FieldChange> changes() {
        return changes;
    }

    /** Returns the fields that are sent with each update, because they cannot be compared. */
    public Set<Field> uncomparable() {
        return Collections.unmodifiableSet(uncomparable);
    }

    /** Returns whether there is nothing to send. */
    public boolean isEmpty() {
        return changes.isEmpty() && uncomparable.isEmpty();
    }

    /** Returns whether an update sends a field: Buddy wants the trigger time and its condition together. */
    boolean isSent(Field field) {
        return switch (field) {
            case TRIGGER_TIME, RUN_ONLY_ON_FIRST_FAILURE ->
                isChanged(Field.TRIGGER_TIME) || isChanged(Field.RUN_ONLY_ON_FIRST_FAILURE);
            default -> uncomparable.contains(field) || isChanged(field);
        };
    }

    private boolean isChanged(Field field) {
        for (FieldChange change : changes) {
            if (change.field() == field) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns what is sent for a field: for a list of objects, the POM's keys over those that Buddy has, because Buddy may take
     * the list that is sent for all that there is. A secret that was read is never sent back.
     */
    static JsonNode overlay(Field field, JsonNode desired, JsonNode actual) {
        return switch (field) {
            case VARIABLES -> VariableDiff.overlay(desired, actual);
            case TRIGGER_CONDITIONS -> TriggerConditionDiff.overlay(desired, actual);
            default -> desired;
        };
    }

    private static boolean isUncomparable(Field field, JsonNode wanted, JsonNode found) {
        return switch (field) {
            case VARIABLES -> VariableDiff.isUncomparable(wanted, found);
            case INTEGRATION -> !isEmptyIntegration(found) && !haveCommonName(wanted, integration(found));
            default -> SecretNode.is(wanted) || SecretNode.is(found);
        };
    }

    private static boolean matches(Field field, JsonNode wanted, JsonNode found) {
        return switch (field) {
            case VARIABLES -> VariableDiff.matches(wanted, found);
            case TRIGGER_CONDITIONS -> TriggerConditionDiff.matches(wanted, found);
            case INTEGRATION -> integrationMatches(wanted, found);
            case DOCKER_BUILD_ACTION_ID -> !isEmpty(found) && scalarMatches(wanted, found); // 0 is the previous action
            default -> field.type() == Field.Type.LIST ? listMatches(wanted, found) : scalarMatches(wanted, found);
        };
    }

    private static FieldChange change(Field field, JsonNode wanted, JsonNode found) {
        return switch (field) {
            case VARIABLES -> VariableDiff.change(wanted, found);
            case TRIGGER_CONDITIONS -> TriggerConditionDiff.change(wanted, found);
            default -> new FieldChange(field, found, wanted, found, wanted);
        };
    }

    /** Compares a text, number or flag. Buddy may answer each of them as another: a number as a text, a text as a flag. */
    static boolean scalarMatches(JsonNode wanted, JsonNode found) {
        if (SecretNode.is(wanted) || SecretNode.is(found)) {
            return true;
        }
        if (isEmpty(found)) {
            return isDefault(wanted);
        }
        return !found.isContainerNode() && textMatches(wanted, found.asText());
    }

    private static boolean textMatches(JsonNode wanted, String found) {
        String text = wanted.asText();
        return text.equals(found)
                || (wanted.isNumber() && found.equals(text + ".0")) // some servers count in fractions
                || (wanted.isTextual() && BuddyVariable.withoutBraces(text).equals(BuddyVariable.withoutBraces(found)));
    }

    /** Returns whether Buddy may leave a value out. */
    private static boolean isDefault(JsonNode wanted) {
        return wanted.isBoolean()
                ? !wanted.booleanValue()
                : wanted.isNumber() ? wanted.longValue() == 0 : wanted.asText().isEmpty();
    }

    static boolean isEmpty(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isEmpty())
                || (value.isArray() && value.isEmpty());
    }

    /** Returns whether Buddy takes this value for a variable if the key is left out. */
    static boolean isVariableDefault(String key, JsonNode value) {
        return (value.isBoolean() && !value.booleanValue())
                || (key.equals(VariableValidator.TYPE) && value.asText().equals(VariableValidator.DEFAULT_TYPE));
    }

    private static boolean listMatches(JsonNode wanted, JsonNode found) {
        if (isEmpty(found)) {
            return wanted.isEmpty();
        }
        if (!(found instanceof ArrayNode list)) {
            return false;
        }
        ArrayNode present = list.deepCopy().removeIf(JsonNode::isNull);
        if (present.size() != wanted.size()) {
            return false;
        }
        for (int index = 0; index < wanted.size(); index++) {
            if (!scalarMatches(wanted.path(index), present.path(index))) {
                return false;
            }
        }
        return true;
    }

    /** Compares by the names that both have: the POM has one, Buddy may tell more. */
    private static boolean integrationMatches(JsonNode wanted, JsonNode found) {
        if (isEmptyIntegration(found)) {
            return false;
        }
        JsonNode names = integration(found);
        for (var name : wanted.properties()) {
            JsonNode other = names.path(name.getKey());
            if (!isEmpty(other) && !scalarMatches(name.getValue(), other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean haveCommonName(JsonNode wanted, JsonNode names) {
        for (var name : wanted.properties()) {
            if (!isEmpty(names.path(name.getKey()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEmptyIntegration(JsonNode found) {
        if (!found.isContainerNode()) {
            return isEmpty(found);
        }
        for (JsonNode name : found) {
            if (!isEmpty(name)) {
                return false;
            }
        }
        return true;
    }

    /** Older servers only answer the hash. */
    private static JsonNode integration(JsonNode found) {
        return found.isValueNode() && !SecretNode.is(found)
                ? JsonNodeFactory.instance.objectNode().set("hash_id", found)
                : found;
    }
}
