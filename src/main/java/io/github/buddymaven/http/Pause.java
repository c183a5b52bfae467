package io.github.buddymaven.http;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waiting, which a test does not want to do. */
@FunctionalInterface
public interface Pause {
    /** Waits, or hears that the build was interrupted. */
    void of(Duration duration) throws InterruptedException;

    /** Waits half a second the first time, twice as long each further time, a little more or less each. */
    default void before(int furtherAttempt) throws InterruptedException {
        long millis = 500L << (furtherAttempt - 1);
        of(Duration.ofMillis(millis * ThreadLocalRandom.current().nextLong(80, 120) / 100));
    }
}
