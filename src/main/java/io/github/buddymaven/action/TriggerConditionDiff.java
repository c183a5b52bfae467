package io.github.buddymaven.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares trigger conditions, one by one in their order, which matters if {@code OR} is between them. The order of days, hours
 * and paths in one condition does not matter, and a time zone that the POM does not name is not compared.
 */
final class TriggerConditionDiff {
    private static final String KIND = Field.keyOf(TriggerConditionType.TYPE);

    /** The two names of one thing; Buddy fills in {@code UTC} by itself. */
    private static final Set<String> TIME_ZONES =
            Set.of(Field.keyOf(TriggerConditionType.TIMEZONE), Field.keyOf(TriggerConditionType.ZONE_ID));

    private static final String UTC = "UTC";

    private TriggerConditionDiff() {}

    static boolean matches(JsonNode wanted, JsonNode found) {
        if (ActionDiff.isEmpty(found)) {
            return wanted.isEmpty();
        }
        return found.isArray() && found.size() == wanted.size() && sameAtFirst(wanted, found) == wanted.size();
    }

    static FieldChange change(JsonNode wanted, JsonNode found) {
        int same = sameAtFirst(wanted, found);
        return new FieldChange(Field.TRIGGER_CONDITIONS, found, wanted, from(same, found), from(same, wanted));
    }

    private static JsonNode from(int index, JsonNode list) {
        ArrayNode rest = JsonNodeFactory.instance.arrayNode();
        for (int at = index; at < list.size(); at++) {
            rest.add(list.path(at));
        }
        return list.isArray() ? rest : list;
    }

    private static int sameAtFirst(JsonNode wanted, JsonNode found) {
        int index = 0;
        while (index < wanted.size() && index < found.size() && isSame(wanted.path(index), found.path(index))) {
            index++;
        }
        return index;
    }

    private static boolean isSame(JsonNode wanted, JsonNode found) {
        for (Map.Entry<String, JsonNode> field : wanted.properties()) {
            if (!fieldMatches(field.getKey(), field.getValue(), found)) {
                return false;
            }
        }
        for (Map.Entry<String, JsonNode> field : found.properties()) {
            String key = field.getKey();
            boolean compared = isKnown(key) && !TIME_ZONES.contains(key) && !ActionDiff.isEmpty(field.getValue());
            if (compared && !wanted.has(key)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKnown(String key) {
        return TriggerConditionType.ELEMENTS.contains(Field.parameterOf(key));
    }

    private static boolean fieldMatches(String key, JsonNode wanted, JsonNode found) {
        if (TIME_ZONES.contains(key)) {
            return timeZoneMatches(wanted, found);
        }
        return wanted.isArray()
                ? hasSameElements(wanted, found.path(key))
                : ActionDiff.scalarMatches(wanted, found.path(key));
    }

    private static boolean timeZoneMatches(JsonNode wanted, JsonNode found) {
        boolean none = true;
        for (String key : TIME_ZONES) {
            JsonNode other = found.path(key);
            none &= ActionDiff.isEmpty(other);
            if (!ActionDiff.isEmpty(other) && ActionDiff.scalarMatches(wanted, other)) {
                return true;
            }
        }
        return none && wanted.asText().equals(UTC);
    }

    private static boolean hasSameElements(JsonNode wanted, JsonNode found) {
        return found.isArray() && containsAll(found, wanted) && containsAll(wanted, found);
    }

    private static boolean containsAll(JsonNode list, JsonNode elements) {
        return elements.valueStream().allMatch(element -> contains(list, element));
    }

    private static boolean contains(JsonNode list, JsonNode element) {
        return list.valueStream()
                .anyMatch(candidate ->
                        ActionDiff.scalarMatches(candidate, element) || ActionDiff.scalarMatches(element, candidate));
    }

    static JsonNode overlay(JsonNode desired, JsonNode actual) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int index = 0; index < desired.size(); index++) {
            ObjectNode whole = desired.path(index).deepCopy();
            counterpart(whole, index, actual)
                    .ifPresent(other -> VariableDiff.addMissing(uncompared(other, whole), whole));
            list.add(whole);
        }
        return list;
    }

    /** Returns the condition of Buddy that stays or is changed: the same one, or one of the same kind at the same place. */
    private static Optional<ObjectNode> counterpart(ObjectNode wanted, int index, JsonNode actual) {
        for (JsonNode candidate : actual) {
            if (candidate instanceof ObjectNode object && isSame(wanted, object)) {
                return Optional.of(object);
            }
        }
        boolean sameKind =
                actual.path(index).path(KIND).asText().equals(wanted.path(KIND).asText());
        return sameKind && actual.path(index) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }

    /** Returns what Buddy has and the POM does not speak of: keys that are not known here, and the time zone. */
    private static ObjectNode uncompared(ObjectNode found, ObjectNode wanted) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        boolean hasTimeZone = TIME_ZONES.stream().anyMatch(wanted::has);
        for (Map.Entry<String, JsonNode> field : found.properties()) {
            boolean timeZone = TIME_ZONES.contains(field.getKey());
            if (timeZone ? !hasTimeZone : !isKnown(field.getKey())) {
                rest.set(field.getKey(), field.getValue());
            }
        }
        return rest;
    }
}
