package io.github.buddymaven;

import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.PushActionDraft;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that describes an action: what actions of every type have. */
abstract class ActionMojo extends ConvergeMojo {
    /** The name of the action. Required. */
    @Parameter(property = "buddy.name")
    private @Nullable String name;

    /**
     * When the action runs: {@code ON_EVERY_EXECUTION}, {@code ON_SUCCESS}, {@code ON_FAILURE},
     * {@code ON_BACK_TO_SUCCESS}, {@code ON_WARNING}, {@code ON_WAIT_FOR_APPROVE} or {@code ON_TERMINATE}.
     */
    @Parameter(property = "buddy.triggerTime", defaultValue = "ON_EVERY_EXECUTION")
    private String triggerTime;

    /**
     * The id of the action behind which this one goes when it is created; else it goes to the end. It is not moved later.
     * Excludes {@code <afterActionName>}.
     */
    @Parameter(property = "buddy.afterActionId")
    private @Nullable String afterActionId;

    /**
     * The name of the action behind which this one goes when it is created, instead of {@code <afterActionId>}. The pipeline
     * must have exactly one action of this name then.
     */
    @Parameter(property = "buddy.afterActionName")
    private @Nullable String afterActionName;

    /**
     * Whether the next action waits: {@code WAIT_ON_SUCCESS}; {@code IN_SOFT_PARALLEL} (beside this one, once there is room)
     * or {@code IN_HARD_PARALLEL} (beside this one alone).
     */
    @Parameter(property = "buddy.runNext")
    private @Nullable String runNext;

    /**
     * Whether the action runs on the first failure in a row alone: {@code true}, or on each: {@code false}. Required with
     * {@code <triggerTime>ON_FAILURE</triggerTime>}, and refused without.
     */
    @Parameter(property = "buddy.runOnlyOnFirstFailure")
    private @Nullable String runOnlyOnFirstFailure;

    /**
     * Whether the action is switched off in Buddy, {@code true} or {@code false}. It is the action's; this goal is switched
     * off by {@code <skip>}.
     */
    @Parameter(property = "buddy.disabled")
    private @Nullable String disabled;

    /**
     * Seconds that the action may run in Buddy; zero or more. It is the action's; how long this goal waits for Buddy is
     * {@code <requestTimeout>}.
     */
    @Parameter(property = "buddy.timeout")
    private @Nullable String timeout;

    /** Whether the pipeline goes on where the action fails, {@code true} or {@code false}. */
    @Parameter(property = "buddy.ignoreErrors")
    private @Nullable String ignoreErrors;

    /** How often Buddy tries the action again where it fails; zero or more. */
    @Parameter(property = "buddy.retryCount")
    private @Nullable String retryCount;

    /** Seconds that Buddy waits before it tries the action again; zero or more. */
    @Parameter(property = "buddy.retryInterval")
    private @Nullable String retryInterval;

    /** For what the action is repeated, one element each; the property lists them with commas. */
    @Parameter(property = "buddy.loop")
    private @Nullable List<String> loop;

    /**
     * On what the action runs, beside its {@code <triggerTime>}: a {@code <triggerCondition>} each, all of which have to
     * hold; one of the kind {@code OR} between two of them makes one of the sides enough. For example
     *
     * <pre>{@code
     * <triggerConditions>
     *   <triggerCondition>
     *     <triggerCondition>VAR_IS</triggerCondition>
     *     <triggerVariableKey>STAGE</triggerVariableKey>
     *     <triggerVariableValue>live</triggerVariableValue>
     *   </triggerCondition>
     * </triggerConditions>
     * }</pre>
     */
    @Parameter
    private @Nullable List<TriggerCondition> triggerConditions;

    /**
     * The variables of the action: a {@code <variable>} each. A secret stands in settings.xml, and {@code <serverId>} names
     * its server; one that stands in the POM is refused. For example
     *
     * <pre>{@code
     * <variables>
     *   <variable><key>STAGE</key><value>live</value></variable>
     *   <variable><key>API_KEY</key><serverId>api-key</serverId></variable>
     * </variables>
     * }</pre>
     */
    @Parameter
    private @Nullable List<Variable> variables;

    ActionMojo(Build build) {
        super(build);
    }

    /**
     * Adds what the POM says beyond what every action has.
     *
     * @param sent the configuration for what Buddy gets as a text
     */
    abstract void describe(WrittenConfiguration written, WrittenConfiguration sent, PushActionDraft draft);

    @Override
    final PushActionDraft draft(WrittenConfiguration written) {
        WrittenConfiguration sent = written.sent(getLog()::warn);
        PushActionDraft draft = new PushActionDraft()
                .text(Field.NAME, sent.text("name", name))
                .text(Field.TRIGGER_TIME, written.configured("triggerTime", triggerTime))
                .text(Field.AFTER_ACTION_ID, written.text("afterActionId", afterActionId))
                .afterActionName(sent.text("afterActionName", afterActionName))
                .text(Field.RUN_NEXT, written.text("runNext", runNext))
                .text(Field.RUN_ONLY_ON_FIRST_FAILURE, written.text("runOnlyOnFirstFailure", runOnlyOnFirstFailure))
                .text(Field.DISABLED, written.text("disabled", disabled))
                .text(Field.TIMEOUT, written.text("timeout", timeout))
                .text(Field.IGNORE_ERRORS, written.text("ignoreErrors", ignoreErrors))
                .text(Field.RETRY_COUNT, written.text("retryCount", retryCount))
                .text(Field.RETRY_INTERVAL, written.text("retryInterval", retryInterval))
                .loop(sent.list("loop", loop))
                .items(Field.TRIGGER_CONDITIONS, sent.items("triggerConditions", triggerConditions))
                .items(Field.VARIABLES, sent.items("variables", variables));
        describe(written, sent, draft);
        return draft;
    }
}
