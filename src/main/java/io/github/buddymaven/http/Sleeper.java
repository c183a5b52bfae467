package io.github.buddymaven.http;

import java.time.Duration;

/** Sleeps; tests replace it. */
@FunctionalInterface
public interface Sleeper {
    /** Returns after this time, or throws if the build was interrupted. */
    void sleep(Duration duration) throws InterruptedException;
}
