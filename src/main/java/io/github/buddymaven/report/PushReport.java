package io.github.buddymaven.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.buddymaven.action.ActionDiff;
import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.FieldChange;
import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.Json;
import io.github.buddymaven.api.PipelineRef;
import io.github.buddymaven.api.RemoteAction;
import io.github.buddymaven.reconcile.BuildActionCheck;
import io.github.buddymaven.reconcile.Duplicate;
import io.github.buddymaven.reconcile.Outcome;
import io.github.buddymaven.reconcile.Plan;
import io.github.buddymaven.reconcile.Result;
import io.github.buddymaven.validation.ControlCharacters;
import io.github.buddymaven.validation.Parameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a person, a later plugin and a script read of a push action that was created, updated or planned. */
public final class PushReport {
    private final PushAction desired;
    private final PipelineRef pipeline;

    /** @param pipeline by its number, if that is known */
    public PushReport(PushAction desired, PipelineRef pipeline) {
        this.desired = desired;
        this.pipeline = pipeline;
    }

    /** Returns what was done: the outcome, what differed, and where to look. */
    public List<String> result(Result result) {
        List<String> lines = new ArrayList<>();
        lines.add(subject("Action", result.summary()) + ": " + result.word() + resent(result.resent()));
        lines.addAll(changes(result));
        if (result.remote().isPresent()) {
            lines.addAll(integrationHint(result.remote().get()));
        }
        for (Duplicate duplicate : result.duplicates()) {
            lines.add(duplicate(duplicate));
        }
        addAddress(result.summary(), lines);
        return lines;
    }

    private static void addAddress(ActionSummary action, List<String> lines) {
        Optional<String> forBrowser = action.htmlUrl();
        Optional<String> address = forBrowser.isPresent() ? forBrowser : action.url();
        if (address.isPresent()) {
            lines.add(address.get());
        }
    }

    private static String duplicate(Duplicate duplicate) {
        long deleted = duplicate.deletedId();
        long kept = duplicate.keptId();
        return switch (duplicate.cause()) {
            case LOST_RESPONSE ->
                "  Deleted the action with id " + deleted
                        + ": a response got lost, and so the action was created twice; id " + kept + " stays.";
            case OTHER_BUILD ->
                "  Deleted the action with id " + deleted
                        + ": another build had created the same action at the same time; id " + kept + " stays.";
        };
    }

    /** Returns the warnings about what a run has done, besides those of every outcome. */
    public List<String> warnings(Result result) {
        List<String> warnings = new ArrayList<>();
        for (FieldChange kept : result.keptByBuddy()) {
            String stored = kept.displayStored(result.remote().orElseThrow()::redact);
            warnings.add("Buddy stored another value than was sent (" + stored + "). Write the stored value in <"
                    + kept.field().parameter() + ">.");
        }
        if (result.isWithoutList()) {
            warnings.add("Pipeline " + pipeline
                    + " has no list of its actions (HTTP 404), so this goal could not check whether"
                    + " the action existed before. Look at the pipeline in Buddy.");
        }
        return warnings;
    }

    private static List<String> changes(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        for (FieldChange change : outcome.changes()) {
            lines.add("  " + change.display(outcome.remote().orElseThrow()::redact));
        }
        return lines;
    }

    private static String resent(Set<Field> fields) {
        return resent(fields, isOnlyIntegration(fields) ? "was sent again" : "were sent again");
    }

    /** Buddy shows the integration, if by another name, and nothing of what else cannot be compared. */
    private static boolean isOnlyIntegration(Set<Field> fields) {
        return fields.equals(Set.of(Field.INTEGRATION));
    }

    private static String resent(Set<Field> fields, String how) {
        List<String> sent = new ArrayList<>();
        if (fields.contains(Field.PASSWORD) || fields.contains(Field.LOGIN)) {
            sent.add("the registry's credentials");
        }
        if (fields.contains(Field.VARIABLES)) {
            sent.add("the secrets of its variables");
        }
        if (fields.contains(Field.INTEGRATION)) {
            sent.add("its integration");
        }
        return sent.isEmpty() ? "" : "; " + String.join(" and ", sent) + " " + how;
    }

    /** An integration that the POM names by its hash and Buddy by its identifier, or the other way round, may be the same: one line, or none. */
    private List<String> integrationHint(RemoteAction remote) {
        if (!ActionDiff.between(desired, remote.fields()).uncomparable().contains(Field.INTEGRATION)) {
            return List.of();
        }
        JsonNode shown = remote.fields().path(Field.INTEGRATION.key());
        String identifier = shown.path("identifier").asText("");
        String hash =
                shown.isValueNode() ? shown.asText("") : shown.path("hash_id").asText("");
        String text = identifier.isEmpty() ? hash : "<identifier>" + identifier + "</identifier>";
        return List.of(
                "  The integration cannot be compared, because Buddy shows it by another name than the POM. Write "
                        + ControlCharacters.escape(remote.redact("<integration>" + text + "</integration>"))
                        + " to have it compared.");
    }

    /**
     * Returns what would be done: the request, if there would be one.
     *
     * @param mode why it is not done, such as {@code Dry run}
     */
    public List<String> plan(Plan plan, String mode) {
        if (plan instanceof Plan.Create create) {
            return List.of(mode + ": would create action '" + Parameter.display(desired.name()) + "' in pipeline "
                    + pipeline + " with\n" + post(create.desired()));
        }
        if (plan instanceof Plan.CreatedByOtherModule) {
            return List.of(mode + ": action '" + Parameter.display(desired.name()) + "' in pipeline " + pipeline
                    + ": unchanged, because an earlier module of this build would create it");
        }
        ActionSummary existing = plan.action().orElseThrow();
        if (plan instanceof Plan.Update update) {
            Set<Field> uncomparable = update.diff().uncomparable();
            String reason = isOnlyIntegration(uncomparable) ? "" : ", because Buddy does not show what it has";
            String resent = resent(uncomparable, "would be sent again" + reason);
            List<String> hint = integrationHint(update.existing());
            List<String> lines = new ArrayList<>();
            if (update.changes().isEmpty()) {
                lines.add(mode + ": " + subject("action", existing) + ": unchanged" + resent);
                lines.addAll(hint);
                return lines;
            }
            lines.add(mode + ": would update " + subject("action", existing) + resent);
            lines.addAll(changes(update));
            lines.addAll(hint);
            lines.add("with\nPATCH " + pipeline.address() + "/actions/"
                    + existing.displayId() + "\n"
                    + Json.readable(update.desired()
                            .updatePayload(update.diff(), update.existing().fields())));
            return lines;
        }
        return List.of(mode + ": would skip " + subject("action", existing));
    }

    /** Returns what would be sent, for a dry run that cannot look at the pipeline. */
    public String planWithoutLooking() {
        return "Dry run, nothing is sent. The request would be:\n" + post(desired);
    }

    private String post(PushAction action) {
        String request = "POST " + pipeline.address() + "/actions\n" + Json.readable(action.createPayload());
        return action.afterActionName()
                .map(name ->
                        request + "\nand with the id of action '" + Parameter.display(name) + "' as after_action_id")
                .orElse(request);
    }

    /** Returns the warnings that a plan and a result share. */
    public List<String> warnings(Outcome outcome, Optional<BuildActionCheck> unknownBuildAction) {
        List<String> warnings = new ArrayList<>();
        if (outcome.willBeUndone()) {
            warnings.add(
                    "Pipeline " + pipeline + " is defined in git, and its next synchronisation will undo this change."
                            + " Put the action in the pipeline's definition in git.");
        }
        if (unknownBuildAction.isPresent()) {
            warnings.add(LookupMessages.unknownBuildAction(unknownBuildAction.get(), pipeline));
        }
        return warnings;
    }

    /** Returns the Maven properties for later plugins; an empty one is not known, and is removed. */
    public static Map<String, Optional<String>> properties(Outcome outcome) {
        Map<String, Optional<String>> properties = withoutAction(outcome.word());
        if (outcome.action().isPresent()) {
            ActionSummary action = outcome.action().get();
            properties.put("buddy.action.id", action.shownId());
            properties.put("buddy.action.url", action.url());
            properties.put("buddy.action.htmlUrl", action.htmlUrl());
        }
        return properties;
    }

    /** Returns the properties of a goal that the service failed. */
    public static Map<String, Optional<String>> failedProperties() {
        return withoutAction("failed");
    }

    private static Map<String, Optional<String>> withoutAction(String word) {
        Map<String, Optional<String>> properties = new TreeMap<>();
        properties.put("buddy.action.outcome", Optional.of(word));
        for (String name : List.of("buddy.action.id", "buddy.action.url", "buddy.action.htmlUrl")) {
            properties.put(name, Optional.empty());
        }
        return properties;
    }

    /** Returns why a dry run does not know what Buddy has. */
    public static String couldNotLook(String reason) {
        return "The dry run could not look at the pipeline, and without dryRun this would fail: " + reason;
    }

    /** Returns what a check says that found a difference; a quiet build shows nothing else. */
    public String drift(Plan plan) {
        String difference = plan instanceof Plan.Update update
                ? "\n" + String.join("\n", changes(update)) + "\n"
                : " it would be created. ";
        return "Action '" + Parameter.display(desired.name()) + "' of pipeline " + pipeline + " differs from the POM:"
                + difference + "Run buddy:create-push-action, or correct the POM.";
    }

    /** Returns how long a goal waits for Buddy's rate limit. */
    public static String waiting(Duration wait) {
        return "Buddy's rate limit is reached. Waiting " + Math.max(1, wait.toSeconds()) + " s.";
    }

    private String subject(String noun, ActionSummary action) {
        return noun + " '" + Parameter.display(desired.name()) + "' (id " + action.displayId() + ") in pipeline "
                + pipeline;
    }
}
