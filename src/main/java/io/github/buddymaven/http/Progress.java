package io.github.buddymaven.http;

import java.time.Duration;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** How far an exchange has come, and since when. One thread reports it, another one watches the time. */
final class Progress {
    /** The steps of an exchange, in their order. */
    enum Stage {
        /** For one of the build's connections. */
        WAITING,
        CONNECTING,
        /** If there is a proxy, it was asked for a tunnel to the server. */
        CONNECTED,
        SHAKING_HANDS,
        SENT
    }

    private volatile Stage stage = Stage.WAITING;
    private volatile long startNanos;
    private volatile long connectNanos;

    /** Makes HttpClient report to this. */
    void observe(HttpContext context) {
        context.setAttribute(Progress.class.getName(), this);
    }

    /** Reports a stage to the progress that observes this context. */
    static void reach(Stage stage, @Nullable HttpContext context) {
        if (context != null && context.getAttribute(Progress.class.getName()) instanceof Progress progress) {
            progress.reach(stage);
        }
    }

    private void reach(Stage reached) {
        long now = System.nanoTime();
        if (stage == Stage.WAITING) {
            startNanos = now;
        }
        if (reached == Stage.CONNECTING) {
            connectNanos = now;
        }
        stage = reached;
    }

    Stage stage() {
        return stage;
    }

    /** Returns whether it has taken this long, not counting the wait for one of the build's connections. */
    boolean hasTaken(Duration limit) {
        return stage != Stage.WAITING && System.nanoTime() - startNanos >= limit.toNanos();
    }

    /** Returns whether it has been connecting for this long. */
    boolean hasBeenConnectingFor(Duration limit) {
        return stage != Stage.WAITING && stage != Stage.SENT && System.nanoTime() - connectNanos >= limit.toNanos();
    }
}
