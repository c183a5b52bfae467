package io.github.buddymaven;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the {@code <triggerConditions>} of an action. Each type has elements of its own, and no others:
 *
 * <ul>
 *   <li>{@code ON_CHANGE}: none
 *   <li>{@code ON_CHANGE_AT_PATH}: {@code triggerConditionPaths}
 *   <li>{@code VAR_IS}, {@code VAR_IS_NOT}, {@code VAR_CONTAINS}, {@code VAR_NOT_CONTAINS}, {@code VAR_LESS_THAN},
 *       {@code VAR_LESS_THAN_OR_EQUAL}, {@code VAR_GREATER_THAN}, {@code VAR_GREATER_THAN_OR_EQUAL}:
 *       {@code triggerVariableKey}, {@code triggerVariableValue}
 *   <li>{@code DATETIME}, {@code DAY}, {@code HOUR}: {@code triggerDays}, {@code triggerHours}, {@code timezone} (or {@code
 *       zoneId}); {@code DAY} needs days, {@code HOUR} hours, {@code DATETIME} one of the two
 *   <li>{@code SUCCESS_PIPELINE}: {@code triggerProjectName}, {@code triggerPipelineName}
 *   <li>{@code ACTION_STATUS_IS}, {@code ACTION_STATUS_IS_NOT}: {@code triggerActionName}, {@code triggerStatus}
 *   <li>{@code TRIGGERING_USER_IS}, {@code TRIGGERING_USER_IS_NOT}: {@code triggerUser}
 *   <li>{@code TRIGGERING_USER_IS_IN_GROUP}, {@code TRIGGERING_USER_IS_NOT_IN_GROUP}: {@code triggerGroup}
 *   <li>{@code OR}: none; between two conditions, of which one is enough then
 * </ul>
 *
 * <p>Maven calls these setters, which tell editors the elements and refuse others; {@link PushActionConfigReader} reads the
 * same XML.
 *
 * <p>Source: buddy.works/docs/api, "Add an action", {@code trigger_conditions}.
 */
public class TriggerCondition {
    /** Required. The type of the condition, such as {@code VAR_IS}. */
    public void setTriggerCondition(@Nullable String value) {}

    /** The paths in the repository, such as {@code src/}, one per element. */
    public void setTriggerConditionPaths(@Nullable List<@Nullable String> value) {}

    /** The name of the variable. */
    public void setTriggerVariableKey(@Nullable String value) {}

    /** The text that the variable is compared with; it may be empty. */
    public void setTriggerVariableValue(@Nullable String value) {}

    /** The days of the week, {@code 1} (Monday) to {@code 7}, one per element. */
    public void setTriggerDays(@Nullable List<@Nullable String> value) {}

    /** The hours of the day, {@code 1} to {@code 24}, one per element. */
    public void setTriggerHours(@Nullable List<@Nullable String> value) {}

    /** The time zone of days and hours, such as {@code Europe/Warsaw}; without it, Buddy takes UTC. */
    public void setTimezone(@Nullable String value) {}

    /** The time zone for your own server from before 2025; excludes {@code timezone}. */
    public void setZoneId(@Nullable String value) {}

    /** The project of the other pipeline, by its name in addresses. */
    public void setTriggerProjectName(@Nullable String value) {}

    /** The name of the other pipeline. */
    public void setTriggerPipelineName(@Nullable String value) {}

    /** The name of the other action. */
    public void setTriggerActionName(@Nullable String value) {}

    /** The status of the other action: {@code SUCCESSFUL}, {@code SKIPPED}, {@code SUPRESSED} or {@code FAILED}. */
    public void setTriggerStatus(@Nullable String value) {}

    /** The user who runs the pipeline. */
    public void setTriggerUser(@Nullable String value) {}

    /** The group of the user who runs the pipeline. */
    public void setTriggerGroup(@Nullable String value) {}

    /** Maven calls this for a text in place of elements, which is reported with all other problems. */
    public void set(@Nullable String text) {}
}
