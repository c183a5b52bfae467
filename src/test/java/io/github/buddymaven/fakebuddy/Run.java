package io.github.buddymaven.fakebuddy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of a pipeline, whose state follows from its script and the fake's clock. */
public final class Run {

    final Instant appears;

    private final FakeClock clock;
    private final int id;
    private final ObjectNode sent;
    private final RunScript script;
    private final Instant started;
    private volatile Instant cancelled = Instant.MAX;

    Run(FakeClock clock, int id, ObjectNode sent, RunScript script, Instant appears) {
        this.clock = clock;
        this.id = id;
        this.sent = sent;
        this.script = script;
        this.appears = appears;
        this.started = clock.instant();
    }

    public int id() {
        return id;
    }

    /** Returns what the run was started with, secrets included. */
    public ObjectNode sent() {
        return sent.deepCopy();
    }

    public String status() {
        if (isCancelled()) {
            return "TERMINATED";
        }
        Instant end = started;
        for (RunScript.Step step : script.steps()) {
            end = end.plus(step.takes());
            if (clock.instant().isBefore(end)) {
                return step.meanwhile();
            }
        }
        return script.end();
    }

    /** Ends the run now, as Buddy's {@code CANCEL} does, if it is not over. */
    public void cancel() {
        if (!isOver()) {
            cancelled = clock.instant();
        }
    }

    boolean isOver() {
        return !clock.instant().isBefore(finish());
    }

    /** Shows the run as a list does. */
    ObjectNode summary() {
        ObjectNode json = Json.object().put("id", id).put("start_date", started.toString());
        json.put("finish_date", isOver() ? finish().toString() : null)
                .put("triggered_on", "CLICK")
                .put("refresh", sent.path("refresh").asBoolean())
                .put("clear_cache", sent.path("clear_cache").asBoolean())
                .put("priority", sent.path("priority").asText("NORMAL"))
                .put("status", status())
                .put("comment", sent.path("comment").asText(""));
        for (String what : List.of("branch", "tag", "pull_request", "to_revision")) {
            json.set(what, sent.get(what));
        }
        json.putObject("creator").put("id", 1).put("name", "Mike Benson");
        return json;
    }

    /** Shows the actions of the run, those to come also, with the ids that they have in the pipeline. */
    List<ObjectNode> actions(Pipeline pipeline) {
        List<ObjectNode> actions = new ArrayList<>();
        Instant start = started;
        for (RunScript.Step step : script.steps()) {
            if (step.action().isPresent()) {
                String name = step.action().get();
                ObjectNode json = action(step, start);
                int anyId = 1_000_000 + actions.size();
                json.putObject("action")
                        .put("id", pipeline.idOf(name).orElse(anyId))
                        .put("name", name);
                actions.add(json);
            }
            start = start.plus(step.takes());
        }
        return actions;
    }

    private ObjectNode action(RunScript.Step step, Instant start) {
        Instant end = start.plus(step.takes());
        Instant now = clock.instant();
        Instant last = now.isBefore(cancelled) ? now : cancelled;
        if (last.isBefore(start)) {
            return action(isCancelled() ? "NOT_EXECUTED" : "INITIAL", 0, null, null);
        }
        if (last.isBefore(end)) {
            int progress = (int) (100
                    * Duration.between(start, last).toMillis()
                    / step.takes().toMillis());
            return isCancelled()
                    ? action("TERMINATED", progress, start, last)
                    : action(step.meanwhile(), progress, start, null);
        }
        return step.takes().isZero() ? action(step.end(), 0, null, null) : action(step.end(), 100, start, end);
    }

    private static ObjectNode action(String status, int progress, @Nullable Instant start, @Nullable Instant end) {
        return Json.object()
                .put("status", status)
                .put("progress", progress)
                .put("start_date", start == null ? null : start.toString())
                .put("finish_date", end == null ? null : end.toString());
    }

    private boolean isCancelled() {
        return !cancelled.equals(Instant.MAX);
    }

    private Instant finish() {
        Duration all = script.steps().stream().map(RunScript.Step::takes).reduce(Duration.ZERO, Duration::plus);
        Instant end = started.plus(all);
        return cancelled.isBefore(end) ? cancelled : end;
    }
}
