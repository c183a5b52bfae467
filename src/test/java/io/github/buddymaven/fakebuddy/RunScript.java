package io.github.buddymaven.fakebuddy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a run goes on, step by step on the fake's clock. Immutable; a script without steps is over at once. A run ends
 * {@code FAILED} if one of its actions does, otherwise {@code SUCCESSFUL}, unless {@link #endsAs} says otherwise.
 */
public final class RunScript {

    /** For a step that never ends. */
    public static final Duration FOREVER = Duration.ofDays(36_500);

    private final List<Step> steps;
    private final Optional<String> end;

    private RunScript(List<Step> steps, Optional<String> end) {
        this.steps = List.copyOf(steps);
        this.end = end;
    }

    public static RunScript start() {
        return new RunScript(List.of(), Optional.empty());
    }

    /** Lets an action of this name run so long and end with this status; one that takes no time has no dates. */
    public RunScript action(String name, Duration takes, String status) {
        return action(name, "INPROGRESS", takes, status);
    }

    /** Lets an action have one status so long, and then another one; the run has the first one also meanwhile. */
    public RunScript action(String name, String meanwhile, Duration takes, String status) {
        return with(new Step(Optional.of(name), meanwhile, takes, status));
    }

    /** Gives the run a status such as {@code ENQUEUED} or {@code WAITING_FOR_APPLY} so long, while no action runs. */
    public RunScript status(String status, Duration takes) {
        return with(new Step(Optional.empty(), status, takes, ""));
    }

    /** Sets the status of the run once it is over. */
    public RunScript endsAs(String status) {
        return new RunScript(steps, Optional.of(status));
    }

    private RunScript with(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new RunScript(more, end);
    }

    List<Step> steps() {
        return steps;
    }

    String end() {
        Stream<String> ends = steps.stream().map(Step::end);
        return end.orElse(ends.anyMatch("FAILED"::equals) ? "FAILED" : "SUCCESSFUL");
    }

    /** @param action empty if no action runs */
    record Step(Optional<String> action, String meanwhile, Duration takes, String end) {}
}
