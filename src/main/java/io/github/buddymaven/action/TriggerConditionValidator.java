package io.github.buddymaven.action;

import static io.github.buddymaven.action.TriggerConditionType.DAYS;
import static io.github.buddymaven.action.TriggerConditionType.HOURS;
import static io.github.buddymaven.action.TriggerConditionType.LISTS;
import static io.github.buddymaven.action.TriggerConditionType.PATHS;
import static io.github.buddymaven.action.TriggerConditionType.STATUS;
import static io.github.buddymaven.action.TriggerConditionType.TIMEZONE;
import static io.github.buddymaven.action.TriggerConditionType.TYPE;
import static io.github.buddymaven.action.TriggerConditionType.VARIABLE_VALUE;
import static io.github.buddymaven.action.TriggerConditionType.ZONE_ID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.validation.Parameter;
import io.github.buddymaven.validation.ParameterChecks;
import io.github.buddymaven.validation.Problems;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Validates the trigger conditions: each has the elements that its type requires, and none that it does not allow. */
final class TriggerConditionValidator {
    private static final List<String> STATUSES = List.of("SUCCESSFUL", "SKIPPED", "SUPRESSED", "FAILED");
    private static final int LAST_DAY = 7;
    private static final int LAST_HOUR = 24;

    private final List<ObjectNode> conditions;
    private final Problems problems;

    TriggerConditionValidator(List<ObjectNode> conditions, Problems problems) {
        this.conditions = conditions;
        this.problems = problems;
    }

    /** Reports all problems, and returns the conditions in Buddy's JSON. */
    ArrayNode validate() {
        ArrayNode valid = JsonNodeFactory.instance.arrayNode();
        for (int index = 0; index < conditions.size(); index++) {
            Problems here = problems.in("Condition " + (index + 1) + " of <triggerConditions>");
            ObjectNode condition = conditions.get(index);
            Optional<String> type = type(condition, here);
            type.flatMap(TriggerConditionType::of).ifPresent(known -> checkElements(condition, known, here));
            checkValues(condition, here);
            checkPlaceOfOr(index, here);
            valid.add(json(condition, type));
        }
        return valid;
    }

    private static Optional<String> type(ObjectNode condition, Problems here) {
        if (condition.isEmpty()) { // or it has a text
            here.add("It has no elements. Write its type into it, such as"
                    + " <triggerCondition>ON_CHANGE</triggerCondition>, and what belongs to that.");
            return Optional.empty();
        }
        Parameter type = PushActionConfig.parameter(condition, TYPE);
        String remedy = "Write one of " + String.join(", ", TriggerConditionType.names()) + ".";
        return ParameterChecks.required(type, remedy, here)
                ? ParameterChecks.choice(type, TriggerConditionType.names(), here)
                : Optional.empty();
    }

    private static void checkElements(ObjectNode condition, TriggerConditionType type, Problems here) {
        for (String required : type.required()) {
            if (!condition.has(required)) {
                here.addUnlessLenient(type + " needs <" + required + ">. Add it.");
            }
        }
        if (type == TriggerConditionType.DATETIME && !condition.has(DAYS) && !condition.has(HOURS)) {
            here.addUnlessLenient(type + " needs <" + DAYS + ">, <" + HOURS + ">, or both. Add them.");
        }
        List<String> allowed = type.allowed();
        for (Map.Entry<String, JsonNode> element : condition.properties()) {
            String name = element.getKey();
            if (!name.equals(TYPE) && !allowed.contains(name)) {
                here.addUnlessLenient("<" + name + "> does not go with " + type + ", which has " + list(allowed)
                        + ". Remove <" + name + ">.");
            }
        }
    }

    private static String list(List<String> elements) {
        return elements.isEmpty() ? "no further elements" : "only <" + String.join(">, <", elements) + ">";
    }

    private static void checkValues(ObjectNode condition, Problems here) {
        for (Map.Entry<String, JsonNode> element : condition.properties()) {
            for (String text : texts(condition, element.getKey())) {
                checkValue(new Parameter(element.getKey(), Optional.of(text)), here);
            }
        }
        if (condition.has(TIMEZONE) && condition.has(ZONE_ID)) {
            here.add(
                    "<timezone> and <zoneId> exclude each other. Keep <timezone>, or <zoneId> for a server from before 2025.");
        }
    }

    private static List<String> texts(ObjectNode condition, String name) {
        return LISTS.contains(name)
                ? PushActionConfig.list(condition, name)
                : List.of(PushActionConfig.parameter(condition, name).text());
    }

    private static void checkValue(Parameter element, Problems here) {
        switch (element.name()) {
            case TYPE -> {} // checked already
            case VARIABLE_VALUE -> ParameterChecks.multipleLines(element, here);
            default -> {
                if (ParameterChecks.filledLine(element, "Fill it in, or remove it.", here)) {
                    checkFilled(element, here);
                }
            }
        }
    }

    private static void checkFilled(Parameter element, Problems here) {
        switch (element.name()) {
            case STATUS -> ParameterChecks.choice(element, STATUSES, here);
            case DAYS -> checkRange(element, LAST_DAY, "from 1 (Monday) to 7 (Sunday)", here);
            case HOURS -> checkRange(element, LAST_HOUR, "from 1 to 24", here);
            case TIMEZONE, ZONE_ID -> checkTimeZone(element, here);
            default -> {} // any text
        }
    }

    private static void checkRange(Parameter element, int last, String range, Problems here) {
        OptionalInt number = ParameterChecks.parse(element.text().trim());
        String problem = element + " is not a whole number " + range + ". Write such a number.";
        if (number.isEmpty()) {
            here.add(problem);
        } else if (number.getAsInt() < 1 || number.getAsInt() > last) {
            here.addUnlessLenient(problem);
        }
    }

    private static void checkTimeZone(Parameter zone, Problems here) {
        if (!BuddyVariable.isIn(zone.text()) && !ZoneId.getAvailableZoneIds().contains(zone.text())) {
            here.addUnlessLenient(zone + " is not a time zone that Java knows. Write one such as Europe/Warsaw.");
        }
    }

    private void checkPlaceOfOr(int index, Problems here) {
        boolean outside = index == 0 || index == conditions.size() - 1;
        if (isOr(index) && (outside || isOr(index - 1))) {
            here.add("OR is not between two conditions. Put a condition before it and one after it, or remove it.");
        }
    }

    private boolean isOr(int index) {
        String type = PushActionConfig.parameter(conditions.get(index), TYPE).text();
        return type.trim().equalsIgnoreCase(TriggerConditionType.OR.name());
    }

    private static ObjectNode json(ObjectNode condition, Optional<String> type) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> element : condition.properties()) {
            String name = element.getKey();
            List<String> texts = texts(condition, name);
            if (LISTS.contains(name)) {
                json.set(Field.keyOf(name), list(texts, !name.equals(PATHS)));
            } else {
                json.put(
                        Field.keyOf(name),
                        name.equals(STATUS) ? ParameterChecks.canonical(texts.get(0), STATUSES) : texts.get(0));
            }
        }
        type.ifPresent(known -> json.put(Field.keyOf(TYPE), known));
        return json;
    }

    private static ArrayNode list(List<String> texts, boolean numbers) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String text : texts) {
            OptionalInt number = numbers ? ParameterChecks.parse(text.trim()) : OptionalInt.empty();
            if (number.isPresent()) {
                list.add(number.getAsInt());
            } else {
                list.add(text);
            }
        }
        return list;
    }
}
