package io.github.buddymaven.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An action in a run.
 *
 * @param id the number of the action; 0 if Buddy does not say
 * @param name its name, without secrets of this build
 * @param status such as {@code INPROGRESS}, without secrets of this build
 * @param started when it started; empty if it has not, or if Buddy does not say
 * @param finished when it ended; empty if it has not, or if Buddy does not say
 * @param htmlUrl its address for a browser; empty if Buddy does not say
 */
public record ActionExecution(
        long id,
        String name,
        String status,
        Optional<Instant> started,
        Optional<Instant> finished,
        Optional<String> htmlUrl) {
    private static final Set<String> TO_COME = Set.of("", "INITIAL", "ENQUEUED", "NOT_EXECUTED");

    /** Buddy ignores the failure of an action that is {@code SUPRESSED}. */
    private static final Set<String> FINE = Set.of("SUCCESSFUL", "SKIPPED", "SUPRESSED", "SUPPRESSED");

    /** Returns whether it has started, and maybe ended. */
    public boolean isStarted() {
        return started.isPresent() || finished.isPresent() || !TO_COME.contains(status);
    }

    public boolean isOver() {
        return isStarted() && (finished.isPresent() || RemoteRun.OVER.contains(status));
    }

    public boolean hasFailed() {
        return isOver() && !FINE.contains(status) && !TO_COME.contains(status);
    }

    /** Returns how long it took; empty if it is not over, or if Buddy does not say. */
    public Optional<Duration> duration() {
        return RemoteRun.duration(started, finished);
    }
}
