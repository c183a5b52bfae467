package io.github.buddymaven;

import io.github.buddymaven.api.JsonRehearsal;
import io.github.buddymaven.http.TlsWarmUp;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The first use of TLS and of Jackson, on a thread of its own while the goal reads its configuration: both take a cold JVM
 * longer than all that the goal does itself. Nothing depends on it, and what fails here fails again where somebody is told.
 */
final class Rehearsal {
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private Rehearsal() {}

    /** Begins it for an exchange with this address, unless this JVM has had one. */
    static void begin(@Nullable String apiUrl) {
        if (BEGUN.compareAndSet(false, true)) {
            boolean tls = apiUrl != null && apiUrl.startsWith("https:");
            Thread thread = new Thread(() -> perform(tls), "buddy-rehearsal");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void perform(boolean tls) {
        try {
            if (tls) {
                TlsWarmUp.run();
            }
            JsonRehearsal.perform();
        } catch (Exception | LinkageError e) {
            // see above
        }
    }
}
