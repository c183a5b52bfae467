package io.github.buddymaven.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.api.ActionExecution;
import io.github.buddymaven.api.Json;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.PipelineRef;
import io.github.buddymaven.api.RemoteRun;
import io.github.buddymaven.validation.Parameter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a person, a later plugin and a script read of a run. Remembers what it has said, and when. */
public final class RunReport {
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final Pipeline pipeline;
    private final Clock clock;
    private final Instant start;
    private final Map<String, Instant> starts = new HashMap<>();
    private final Map<String, Duration> durations = new HashMap<>();
    private Instant lastLine;
    private String lastStatus = "";

    /** Creates the report of a run that starts now. */
    public RunReport(Pipeline pipeline, Clock clock) {
        this.pipeline = pipeline;
        this.clock = clock;
        this.start = clock.instant();
        this.lastLine = start;
    }

    /** Returns the request that a dry run shows. */
    public static String request(PipelineRef pipeline, ObjectNode payload) {
        return "Dry run, nothing is sent. The request would be:\nPOST " + pipeline.address() + "/executions\n"
                + Json.readable(payload);
    }

    /** Returns that the run has started, and where to look. */
    public String started(RemoteRun run) {
        return subject(run) + ": started" + address(run);
    }

    /** Returns what is new: each action that has started or ended, and a sign of life after a minute without. */
    public List<String> progress(RemoteRun run) {
        List<String> lines = new ArrayList<>();
        byKey(run).forEach((key, action) -> news(action, key).ifPresent(lines::add));
        if (run.isWaitingForPerson() && !run.status().equals(lastStatus)) {
            lines.add("Run " + run.id() + " waits for a person (" + status(run) + ")" + address(run));
        }
        lastStatus = run.status();
        if (lines.isEmpty() && !run.isOver() && passedSince(lastLine).compareTo(SILENCE) >= 0) {
            lines.add("Run " + run.id() + ": still " + status(run) + " after " + text(passedSince(start)));
        }
        if (!lines.isEmpty()) {
            lastLine = clock.instant();
        }
        return lines;
    }

    /** Returns the actions in their order; one that is repeated is there several times. */
    private static Map<String, ActionExecution> byKey(RemoteRun run) {
        Map<String, ActionExecution> actions = new LinkedHashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (ActionExecution action : run.actions()) {
            String name = action.id() + " " + action.name();
            actions.put(name + " " + times.merge(name, 1, Integer::sum), action);
        }
        return actions;
    }

    private Optional<String> news(ActionExecution action, String key) {
        boolean isNew = action.isStarted() && starts.putIfAbsent(key, clock.instant()) == null;
        if (action.isOver() && !durations.containsKey(key)) {
            durations.put(key, action.duration().orElseGet(() -> passedSince(starts.getOrDefault(key, start))));
            return Optional.of("  '" + Parameter.display(action.name()) + "': " + Parameter.display(action.status())
                    + " after " + text(durations.getOrDefault(key, Duration.ZERO)));
        }
        return isNew && !action.isOver()
                ? Optional.of("  '" + Parameter.display(action.name()) + "': " + Parameter.display(action.status()))
                : Optional.empty();
    }

    /** Returns how the run ended, after how long, and where to look. */
    public String end(RemoteRun run) {
        return subject(run) + ": " + status(run) + " after "
                + text(run.duration().orElseGet(() -> passedSince(start))) + address(run);
    }

    /** Returns the failure of a run that did not succeed: the actions that failed. */
    public String failure(RemoteRun run) {
        StringBuilder failed = new StringBuilder();
        byKey(run).forEach((key, action) -> {
            if (action.hasFailed()) {
                failed.append("\n  - '")
                        .append(Parameter.display(action.name()))
                        .append("': ")
                        .append(Parameter.display(action.status()))
                        .append(" after ")
                        .append(text(durations.getOrDefault(key, Duration.ZERO)))
                        .append(", ")
                        .append(action.htmlUrl()
                                .orElseGet(() -> pipeline.actionUri(action.id()).toString()));
            }
        });
        return end(run)
                + (failed.isEmpty()
                        ? "\nNo action failed. Look at the run in Buddy."
                        : "\nThese actions failed:" + failed + "\nLook at their logs in Buddy.");
    }

    /** Returns the failure of a run that takes longer than {@code waitTimeout}. */
    public String timeout(RemoteRun run, Duration timeout) {
        return subject(run) + " has not ended within <waitTimeout>" + timeout.toSeconds()
                + "</waitTimeout> seconds (" + status(run) + "), and goes on" + address(run)
                + "\nRaise <waitTimeout>, or set <wait>false</wait>.";
    }

    /** Returns that a run goes on although this build does not wait for it. */
    public static String goesOn(RemoteRun run, PipelineRef pipeline) {
        return "Run " + run.id() + " of pipeline " + pipeline + " goes on in Buddy"
                + run.htmlUrl().map(url -> " (" + url + ")").orElse("");
    }

    /** Returns the Maven properties for later plugins. */
    public static Map<String, Optional<String>> properties(RemoteRun run) {
        return properties(Optional.of(run), Optional.of(status(run)));
    }

    /** Returns the properties of a goal that the service failed, of which the run may have started. */
    public static Map<String, Optional<String>> failedProperties(Optional<RemoteRun> run) {
        return properties(run, Optional.of("failed"));
    }

    /** Returns the properties before a run has started: none of an earlier one. */
    public static Map<String, Optional<String>> noProperties() {
        return properties(Optional.empty(), Optional.empty());
    }

    private static Map<String, Optional<String>> properties(Optional<RemoteRun> run, Optional<String> status) {
        Map<String, Optional<String>> properties = new TreeMap<>();
        properties.put("buddy.run.id", run.map(known -> String.valueOf(known.id())));
        properties.put("buddy.run.htmlUrl", run.flatMap(RemoteRun::htmlUrl));
        properties.put("buddy.run.status", status);
        return properties;
    }

    /** Returns the run as JSON, for scripts. */
    public static String json(RemoteRun run) {
        return Json.readable(JsonNodeFactory.instance.objectNode().set("run", run.json()));
    }

    private String subject(RemoteRun run) {
        return "Run " + run.id() + " of pipeline " + pipeline;
    }

    private static String status(RemoteRun run) {
        return Parameter.display(run.status());
    }

    private static String address(RemoteRun run) {
        return run.htmlUrl().map(url -> ", " + url).orElse("");
    }

    private Duration passedSince(Instant instant) {
        return Duration.between(instant, clock.instant());
    }

    private static String text(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }
}
