package io.github.buddymaven.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.api.BuddyClient;
import io.github.buddymaven.api.BuddyException;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.RemoteRun;
import io.github.buddymaven.http.Sleeper;
import io.github.buddymaven.reconcile.LateLook;
import java.util.Optional;
import java.util.UUID;

/** Starts a run at most once: a POST whose response got lost is never sent again; a mark in the comment finds its run. */
public final class RunStarter {
    private static final int MARK_LENGTH = 12;

    private final BuddyClient client;
    private final Pipeline pipeline;
    private final Sleeper sleeper;

    public RunStarter(BuddyClient client, Pipeline pipeline, Sleeper sleeper) {
        this.client = client;
        this.pipeline = pipeline;
        this.sleeper = sleeper;
    }

    /**
     * Starts a run.
     *
     * @param payload the body of the request, without a mark
     */
    public RemoteRun start(ObjectNode payload) throws BuddyException {
        String mark = "[" + UUID.randomUUID().toString().replace("-", "").substring(0, MARK_LENGTH) + "]";
        String comment = payload.path(RunRequest.COMMENT).asText("");
        ObjectNode marked = payload.deepCopy().put(RunRequest.COMMENT, (comment + " " + mark).strip());
        try {
            return client.startRun(pipeline, marked);
        } catch (BuddyException failure) {
            Optional<RemoteRun> found = LateLook.isWorthwhile(failure)
                    ? LateLook.find(sleeper, () -> client.findRun(pipeline, mark))
                            .found()
                    : Optional.empty();
            if (found.isPresent()) {
                return found.get();
            }
            throw failure;
        }
    }
}
