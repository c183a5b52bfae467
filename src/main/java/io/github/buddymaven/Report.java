package io.github.buddymaven;

import io.github.buddymaven.action.Difference;
import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.api.ActionJson;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.OutcomeJson;
import io.github.buddymaven.api.PipelineRef;
import io.github.buddymaven.api.RemoteAction;
import io.github.buddymaven.check.Element;
import io.github.buddymaven.converge.Plan;
import io.github.buddymaven.converge.Result;
import io.github.buddymaven.converge.UnknownBuildAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** What a person, a later plugin and a script are told of an order. */
final class Report {
    private final Order order;
    private final PipelineRef pipeline;

    /** @param pipeline by its number, as far as that is known */
    Report(Order order, PipelineRef pipeline) {
        this.order = order;
        this.pipeline = pipeline;
    }

    /** What was done: the outcome, what differed, where to look. */
    List<String> done(Result result) {
        List<String> lines = new ArrayList<>();
        lines.add(subject(result.action()) + ": " + result.outcome() + sentAgain(result.secretsSent()));
        if (result.remote().isPresent()) {
            lines.addAll(shown(result.differences(), result.remote().get()));
        }
        address(result.action()).ifPresent(lines::add);
        return lines;
    }

    private static List<String> shown(List<Difference> differences, RemoteAction existing) {
        List<String> lines = new ArrayList<>();
        for (Difference difference : differences) {
            lines.add("  " + difference.shown(existing::clean));
        }
        return lines;
    }

    private static String sentAgain(Set<Field> secrets) {
        List<String> sent = new ArrayList<>();
        if (secrets.contains(Field.PASSWORD)) {
            sent.add("the registry's credentials");
        }
        if (secrets.contains(Field.VARIABLES)) {
            sent.add("the secrets of its variables");
        }
        return sent.isEmpty() ? "" : "; " + String.join(" and ", sent) + " were sent again";
    }

    /** What the user should know beyond it. */
    List<String> warnings(Result result, Optional<UnknownBuildAction> unknown) {
        return warnings(result.willBeUndone(), unknown);
    }

    /** What the user should know before it is done. */
    List<String> warnings(Plan plan, Optional<UnknownBuildAction> unknown) {
        boolean undone = !isUnchanged(plan)
                && plan instanceof Plan.Update update
                && update.existing().isDefinedInGit();
        return warnings(undone, unknown);
    }

    private List<String> warnings(boolean undone, Optional<UnknownBuildAction> unknown) {
        List<String> warnings = new ArrayList<>();
        if (undone) {
            warnings.add(undone());
        }
        unknown.map(this::text).ifPresent(warnings::add);
        return warnings;
    }

    private String text(UnknownBuildAction unknown) {
        Element element =
                Element.of(unknown.field().parameter(), unknown.value().shown());
        String meant = unknown.meant()
                .map(near -> ", did you mean " + Element.shown(near) + "?")
                .orElse(".");
        return element + " is no action of pipeline " + pipeline + meant
                + (unknown.buildActions().isEmpty()
                        ? " No action there builds an image."
                        : " Those that build an image there:" + NameText.numbered(unknown.candidates()))
                + (unknown.buildActions().isEmpty() ? " " : "\n")
                + "Correct it, unless the image is built elsewhere.";
    }

    private String undone() {
        return "Pipeline " + pipeline
                + " is defined in git: its next synchronisation will undo this change. Put the"
                + " action into the pipeline's definition in git.";
    }

    /** Sets the Maven properties for later plugins; none stays behind from an earlier execution. */
    void publish(Result result, Properties properties) {
        properties.setProperty("buddy.action.id", String.valueOf(result.action().id()));
        properties.setProperty("buddy.action.outcome", result.outcome().toString());
        publish("buddy.action.url", result.action().url(), properties);
        publish("buddy.action.htmlUrl", result.action().htmlUrl(), properties);
    }

    private static void publish(String name, Optional<String> value, Properties properties) {
        properties.remove(name);
        value.ifPresent(text -> properties.setProperty(name, text));
    }

    String json(Result result) {
        return OutcomeJson.write(
                result.outcome().toString(),
                Optional.of(result.action()),
                result.remote(),
                result.differences(),
                order.action());
    }

    /** What would be done: the request, as far as there would be one. */
    List<String> planned(Optional<Plan> plan, PushAction action) {
        if (plan.isEmpty()) {
            return List.of("Dry run, nothing is sent. The request would be:\n" + post(action));
        }
        if (plan.get() instanceof Plan.Update update) {
            return update(update, action);
        }
        if (plan.get() instanceof Plan.Skip skip) {
            return List.of("Dry run: " + subject(skip.existing()) + " would be skipped");
        }
        PushAction created = plan.get() instanceof Plan.Create create ? create.action() : action;
        return List.of("Dry run: would create action '"
                + Element.shown(order.action().name()) + "' in pipeline " + pipeline + " with\n" + post(created));
    }

    private List<String> update(Plan.Update update, PushAction action) {
        ActionSummary existing = update.existing().summary();
        if (update.differences().isEmpty()) {
            return List.of("Dry run: " + subject(existing) + ": unchanged");
        }
        List<String> lines = new ArrayList<>();
        lines.add("Dry run: would update " + subject(existing));
        lines.addAll(shown(update.differences(), update.existing()));
        lines.add("with\nPATCH " + pipeline.address() + "/actions/" + existing.id() + "\n"
                + ActionJson.readable(
                        action.name(),
                        action.changes(update.differences(), update.existing().fields())));
        return lines;
    }

    private String post(PushAction action) {
        return "POST " + pipeline.address() + "/actions\n" + ActionJson.readable(action.name(), action.complete())
                + action.afterActionName()
                        .map(name -> "\nand with the id of action '" + Element.shown(name) + "' as after_action_id")
                        .orElse("");
    }

    String json(Plan plan) {
        if (plan instanceof Plan.Update update) {
            return OutcomeJson.write(
                    update.differences().isEmpty() ? "unchanged" : "would update",
                    Optional.of(update.existing().summary()),
                    Optional.of(update.existing()),
                    update.differences(),
                    order.action());
        }
        if (plan instanceof Plan.Skip skip) {
            return OutcomeJson.write(
                    "skipped", Optional.of(skip.existing()), Optional.empty(), List.of(), order.action());
        }
        return OutcomeJson.write("would create", Optional.empty(), Optional.empty(), List.of(), order.action());
    }

    /** Whether the pipeline is as the POM wants it. */
    static boolean isUnchanged(Plan plan) {
        return plan instanceof Plan.Skip
                || (plan instanceof Plan.Update update && update.differences().isEmpty());
    }

    /** Why a dry run does not know what is there. */
    static String couldNotLook(Exception reason) {
        return "The dry run could not look at the pipeline, and without dryRun this would fail: " + reason.getMessage();
    }

    static String waiting(Duration wait) {
        return "Buddy's limit of requests is reached: waiting " + Math.max(1, wait.toSeconds()) + " s.";
    }

    private String subject(ActionSummary action) {
        return "Action '" + Element.shown(order.action().name()) + "' (id " + action.id() + ") in pipeline " + pipeline;
    }

    private static Optional<String> address(ActionSummary action) {
        return action.htmlUrl().or(action::url);
    }
}
