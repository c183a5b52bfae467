package io.github.buddymaven;

import java.util.Optional;

/** Remembers whether a service answers, so that a hundred modules do not each wait for a service that does not. */
final class ServiceHealth {
    private static final int MAX_TIMEOUTS = 2;

    private int timeouts;
    private String lastReason = "";

    /** Returns why there is no use in trying; nothing if there is. */
    synchronized Optional<String> reasonNotToTry() {
        return timeouts >= MAX_TIMEOUTS ? Optional.of(lastReason) : Optional.empty();
    }

    synchronized void answered() {
        timeouts = 0;
    }

    /** Counts a goal that ran into a time-out. */
    synchronized void timedOut(String reason) {
        timeouts++;
        lastReason = reason;
    }
}
