package io.github.buddymaven;

import io.github.buddymaven.api.Json;
import io.github.buddymaven.http.TlsWarmUp;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Uses TLS and JSON for the first time on a thread of its own, while the goal reads its configuration: both take a cold JVM longer
 * than everything that the goal does itself. Nothing depends on it; what fails here fails again where the user is told.
 */
final class WarmUp {
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private WarmUp() {}

    /** Starts the warm-up for an exchange with an address, unless this JVM has had one. */
    static void start(String apiUrl) {
        if (STARTED.compareAndSet(false, true)) {
            boolean tls = apiUrl.startsWith("https:");
            Thread thread = new Thread(() -> run(tls), "buddy-warm-up");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void run(boolean tls) {
        try {
            if (tls) {
                TlsWarmUp.run();
            }
            Json.warmUp();
        } catch (Exception | LinkageError e) {
            // see above
        }
    }
}
