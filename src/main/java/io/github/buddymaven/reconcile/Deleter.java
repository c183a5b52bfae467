package io.github.buddymaven.reconcile;

import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.BuddyClient;
import io.github.buddymaven.api.BuddyException;
import io.github.buddymaven.api.ClientErrorException;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.http.Sleeper;
import java.util.List;
import java.util.Optional;

/**
 * Deletes the push action of a name. The DELETE is sent once; if its response does not tell what became of it, the list does: an
 * action that is gone was deleted, whoever did it.
 */
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
                delete(action.get());
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

    private void delete(ActionSummary action) throws BuddyException {
        try {
            client.deleteAction(pipeline, action.id());
        } catch (BuddyException failure) {
            if (!mayBeGone(failure)
                    || LateLook.find(sleeper, () -> whatIsLeft(action)).isEmpty()) {
                throw failure;
            }
        }
    }

    private static boolean mayBeGone(BuddyException failure) {
        boolean unknown =
                failure instanceof ClientErrorException refusal && (refusal.status() == 404 || refusal.status() == 410);
        return unknown || LateLook.isWorthwhile(failure);
    }

    /** Returns the list if the action is gone. */
    private Optional<List<ActionSummary>> whatIsLeft(ActionSummary deleted) throws BuddyException {
        return Optional.of(client.listActions(pipeline))
                .filter(all -> all.stream().noneMatch(action -> action.id() == deleted.id()));
    }
}
