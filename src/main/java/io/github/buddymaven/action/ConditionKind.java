package io.github.buddymaven.action;

import static io.github.buddymaven.action.ConditionElements.DAYS;
import static io.github.buddymaven.action.ConditionElements.HOURS;
import static io.github.buddymaven.action.ConditionElements.PATHS;
import static io.github.buddymaven.action.ConditionElements.STATUS;
import static io.github.buddymaven.action.ConditionElements.TIMEZONE;
import static io.github.buddymaven.action.ConditionElements.VARIABLE_KEY;
import static io.github.buddymaven.action.ConditionElements.VARIABLE_VALUE;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The kinds of conditions, each with the elements that belong to it. Source: buddy.works/docs/api, "Add an action",
 * {@code trigger_conditions}; {@code timezone} was {@code zone_id} before 2025, and is {@code UTC} where it is left out.
 */
enum ConditionKind {
    ON_CHANGE,
    ON_CHANGE_AT_PATH,
    VAR_IS,
    VAR_IS_NOT,
    VAR_CONTAINS,
    VAR_NOT_CONTAINS,
    VAR_LESS_THAN,
    VAR_LESS_THAN_OR_EQUAL,
    VAR_GREATER_THAN,
    VAR_GREATER_THAN_OR_EQUAL,
    DATETIME,
    DAY,
    HOUR,
    SUCCESS_PIPELINE,
    ACTION_STATUS_IS,
    ACTION_STATUS_IS_NOT,
    TRIGGERING_USER_IS,
    TRIGGERING_USER_IS_NOT,
    TRIGGERING_USER_IS_IN_GROUP,
    TRIGGERING_USER_IS_NOT_IN_GROUP,
    /** Stands between two conditions, of which one is enough. */
    OR;

    static List<String> names() {
        return Stream.of(values()).map(Enum::name).toList();
    }

    static Optional<ConditionKind> of(String name) {
        return Stream.of(values())
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
    }

    /** The elements that it has to have. */
    List<String> needed() {
        return switch (this) {
            case ON_CHANGE, DATETIME, OR -> List.of();
            case ON_CHANGE_AT_PATH -> List.of(PATHS);
            case VAR_IS,
                    VAR_IS_NOT,
                    VAR_CONTAINS,
                    VAR_NOT_CONTAINS,
                    VAR_LESS_THAN,
                    VAR_LESS_THAN_OR_EQUAL,
                    VAR_GREATER_THAN,
                    VAR_GREATER_THAN_OR_EQUAL -> List.of(VARIABLE_KEY, VARIABLE_VALUE);
            case DAY -> List.of(DAYS);
            case HOUR -> List.of(HOURS);
            case SUCCESS_PIPELINE -> List.of("triggerProjectName", "triggerPipelineName");
            case ACTION_STATUS_IS, ACTION_STATUS_IS_NOT -> List.of("triggerActionName", STATUS);
            case TRIGGERING_USER_IS, TRIGGERING_USER_IS_NOT -> List.of("triggerUser");
            case TRIGGERING_USER_IS_IN_GROUP, TRIGGERING_USER_IS_NOT_IN_GROUP -> List.of("triggerGroup");
        };
    }

    /** All its elements. */
    Set<String> own() {
        Set<String> own = new LinkedHashSet<>(needed());
        if (isOfTime()) {
            own.addAll(List.of(DAYS, HOURS, TIMEZONE));
        }
        return own;
    }

    private boolean isOfTime() {
        return this == DATETIME || this == DAY || this == HOUR;
    }
}
