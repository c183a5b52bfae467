package io.github.buddymaven.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The types of trigger conditions, each with the elements that it requires and allows. Source: buddy.works/docs/api, "Add an
 * action", {@code trigger_conditions}; {@code timezone} was {@code zone_id} before 2025.
 */
enum TriggerConditionType {
    ON_CHANGE,
    ON_CHANGE_AT_PATH("triggerConditionPaths"),
    VAR_IS("triggerVariableKey", "triggerVariableValue"),
    VAR_IS_NOT("triggerVariableKey", "triggerVariableValue"),
    VAR_CONTAINS("triggerVariableKey", "triggerVariableValue"),
    VAR_NOT_CONTAINS("triggerVariableKey", "triggerVariableValue"),
    VAR_LESS_THAN("triggerVariableKey", "triggerVariableValue"),
    VAR_LESS_THAN_OR_EQUAL("triggerVariableKey", "triggerVariableValue"),
    VAR_GREATER_THAN("triggerVariableKey", "triggerVariableValue"),
    VAR_GREATER_THAN_OR_EQUAL("triggerVariableKey", "triggerVariableValue"),
    DATETIME,
    DAY("triggerDays"),
    HOUR("triggerHours"),
    SUCCESS_PIPELINE("triggerProjectName", "triggerPipelineName"),
    ACTION_STATUS_IS("triggerActionName", "triggerStatus"),
    ACTION_STATUS_IS_NOT("triggerActionName", "triggerStatus"),
    TRIGGERING_USER_IS("triggerUser"),
    TRIGGERING_USER_IS_NOT("triggerUser"),
    TRIGGERING_USER_IS_IN_GROUP("triggerGroup"),
    TRIGGERING_USER_IS_NOT_IN_GROUP("triggerGroup"),
    /** Between two conditions, of which one is enough then. */
    OR;

    /** The element that names the type. */
    static final String TYPE = "triggerCondition";

    static final String PATHS = "triggerConditionPaths";
    static final String DAYS = "triggerDays";
    static final String HOURS = "triggerHours";
    static final String TIMEZONE = "timezone";
    static final String ZONE_ID = "zoneId";
    static final String STATUS = "triggerStatus";
    static final String VARIABLE_VALUE = "triggerVariableValue";

    /** The elements of several texts. */
    static final List<String> LISTS = List.of(PATHS, DAYS, HOURS);

    private static final List<String> OF_TIME = List.of(DAYS, HOURS, TIMEZONE, ZONE_ID);

    /** All elements of all types, in the order of Buddy's documentation. */
    static final List<String> ELEMENTS = elements();

    @SuppressWarnings("ImmutableEnumChecker") // List.of does not change
    private final List<String> required;

    TriggerConditionType(String... required) {
        this.required = List.of(required);
    }

    static List<String> names() {
        return Stream.of(values()).map(TriggerConditionType::name).toList();
    }

    static Optional<TriggerConditionType> of(String name) {
        return Stream.of(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    List<String> required() {
        return required;
    }

    /** Returns the elements that it may have, the required ones first. */
    List<String> allowed() {
        List<String> allowed = new ArrayList<>(required);
        if (this == DATETIME || this == DAY || this == HOUR) {
            for (String element : OF_TIME) {
                if (!allowed.contains(element)) {
                    allowed.add(element);
                }
            }
        }
        return allowed;
    }

    private static List<String> elements() {
        List<String> elements = new ArrayList<>();
        elements.add(TYPE);
        for (TriggerConditionType type : values()) {
            for (String element : type.allowed()) {
                if (!elements.contains(element)) {
                    elements.add(element);
                }
            }
        }
        return List.copyOf(elements);
    }
}
