package io.github.buddymaven;

import io.github.buddymaven.http.Sleeper;
import java.time.Clock;

/**
 * The time of a goal; tests have one of their own.
 *
 * @param clock tells it
 * @param sleeper lets it pass
 */
record Timing(Clock clock, Sleeper sleeper) {
    static final Timing REAL = new Timing(Clock.systemUTC(), duration -> Thread.sleep(duration.toMillis()));
}
