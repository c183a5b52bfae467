package io.github.buddymaven.reconcile;

import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.BuddyClient;
import io.github.buddymaven.api.BuddyException;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.http.Sleeper;
import java.util.List;
import java.util.Optional;

/** Finds the push action of a name, and deletes it. */
public final class Deleter {
    private final BuddyClient client;
    private final Pipeline pipeline;
    private final PipelineState state;
    private final Sleeper sleeper;

    public Deleter(BuddyClient client, Pipeline pipeline, PipelineState state, Sleeper sleeper) {
        this.client = client;
        this.pipeline = pipeline;
        this.state = state;
        this.sleeper = sleeper;
    }

    /**
     * Deletes the only action of a name, which must be a push action.
     *
     * @param dryRun whether to look only
     */
    public Deletion delete(String name, boolean dryRun) throws BuddyException, InterruptedException {
        state.lock();
        try {
            Optional<ActionSummary> action = find(name);
            if (action.isPresent() && !dryRun) {
                state.deleted(name);
                new IdempotentDelete(client, pipeline, sleeper)
                        .delete(action.get().id());
            }
            return new Deletion(action, !dryRun);
        } finally {
            state.unlock();
        }
    }

    private Optional<ActionSummary> find(String name) throws BuddyException {
        List<ActionSummary> named = NameLookup.named(name, client.listActions(pipeline));
        if (named.size() > 1) {
            throw ConflictException.with(ConflictException.Kind.SEVERAL, named);
        }
        if (named.size() == 1 && !named.get(0).type().equals(PushAction.TYPE)) {
            throw ConflictException.with(ConflictException.Kind.OTHER_TYPE, named);
        }
        return named.stream().findFirst();
    }
}
