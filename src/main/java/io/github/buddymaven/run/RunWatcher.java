package io.github.buddymaven.run;

import io.github.buddymaven.api.BuddyClient;
import io.github.buddymaven.api.BuddyException;
import io.github.buddymaven.api.ClientErrorException;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.RemoteRun;
import io.github.buddymaven.api.UnreachableException;
import io.github.buddymaven.http.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Waits for the end of a run, and tolerates a service that fails now and then. */
public final class RunWatcher {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The assumed length of a limit whose end Buddy does not tell. */
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

    private final BuddyClient client;
    private final Pipeline pipeline;
    private final Clock clock;
    private final Sleeper sleeper;

    /** @param client neither retries nor waits for a limit, for that is done here */
    public RunWatcher(BuddyClient client, Pipeline pipeline, Clock clock, Sleeper sleeper) {
        this.client = client;
        this.pipeline = pipeline;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * Waits until a run is over, or until the time is up.
     *
     * @param onLook is told every few seconds how the run is, as far as that is known
     * @return the run, which is not over if the time was too short
     * @throws BuddyException if Buddy refuses to tell, or cannot for five minutes
     */
    public RemoteRun watch(RemoteRun started, Duration timeout, Consumer<RemoteRun> onLook)
            throws BuddyException, InterruptedException {
        Instant end = clock.instant().plus(timeout);
        Instant lastAnswer = clock.instant();
        Instant nextRequest = lastAnswer; // what was found in a list has no actions
        RemoteRun run = started;
        while (true) {
            if (!clock.instant().isBefore(nextRequest)) {
                nextRequest = earlier(clock.instant().plus(INTERVAL), end);
                try {
                    run = client.getRun(pipeline, started.id());
                    lastAnswer = clock.instant();
                } catch (BuddyException failure) {
                    if (!isTransient(failure) || isOver(PATIENCE, lastAnswer)) {
                        throw failure;
                    }
                    nextRequest = clock.instant().plus(pauseAfter(failure));
                }
            }
            onLook.accept(run);
            Duration left = Duration.between(clock.instant(), end);
            if (run.isOver() || left.isNegative() || left.isZero()) {
                return run;
            }
            sleeper.sleep(left.compareTo(INTERVAL) < 0 ? left : INTERVAL);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private boolean isOver(Duration time, Instant since) {
        return Duration.between(since, clock.instant()).compareTo(time) >= 0;
    }

    private static boolean isTransient(BuddyException failure) {
        if (failure instanceof ClientErrorException refusal) {
            return refusal.isRateLimit();
        }
        boolean interrupted = failure instanceof UnreachableException lost && lost.isInterrupted();
        return !interrupted && !failure.isUserError();
    }

    private static Duration pauseAfter(BuddyException failure) {
        if (!(failure instanceof ClientErrorException limit)) {
            return INTERVAL;
        }
        Duration pause = limit.rateLimitEnd()
                .map(end -> Duration.between(Instant.now(), end))
                .orElse(USUAL_LIMIT);
        return pause.compareTo(PATIENCE) > 0 ? PATIENCE : pause;
    }
}
