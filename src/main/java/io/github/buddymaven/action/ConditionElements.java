package io.github.buddymaven.action;

import java.util.List;
import java.util.Set;

/** The elements of a trigger condition in the POM. */
final class ConditionElements {
    static final String KIND = "triggerCondition";
    static final String PATHS = "triggerConditionPaths";
    static final String DAYS = "triggerDays";
    static final String HOURS = "triggerHours";
    static final String TIMEZONE = "timezone";
    static final String ZONE_ID = "zoneId";
    static final String STATUS = "triggerStatus";
    static final String VARIABLE_KEY = "triggerVariableKey";
    static final String VARIABLE_VALUE = "triggerVariableValue";

    static final List<String> ALL = List.of(
            KIND,
            PATHS,
            VARIABLE_KEY,
            VARIABLE_VALUE,
            DAYS,
            HOURS,
            TIMEZONE,
            ZONE_ID,
            "triggerProjectName",
            "triggerPipelineName",
            "triggerActionName",
            STATUS,
            "triggerUser",
            "triggerGroup");

    /** Those that hold several texts. */
    static final Set<String> LISTS = Set.of(PATHS, DAYS, HOURS);

    private ConditionElements() {}
}
