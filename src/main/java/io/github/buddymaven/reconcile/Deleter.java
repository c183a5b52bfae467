package io.github.buddymaven.reconcile;

import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.BuddyClient;
import io.github.buddymaven.api.BuddyException;
import io.github.buddymaven.api.ClientErrorException;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.UnexpectedResponseException;
import io.github.buddymaven.api.UnreachableException;
import io.github.buddymaven.http.Sleeper;
import io.github.buddymaven.http.TransportException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Deletes the push action of a name. The DELETE is sent once; if its response does not tell what became of it, the list does: an
 * action that is gone was deleted, whoever did it.
 */
public final class Deleter {
    /** A gateway may answer before the request is carried out, and lists may lag behind. */
    private static final List<Duration> LOOKS = List.of(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofMillis(7500));

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
            if (!mayBeGone(failure) || !isGone(action.id())) {
                throw failure;
            }
        }
    }

    private static boolean mayBeGone(BuddyException failure) {
        if (failure instanceof ClientErrorException refusal) {
            return refusal.status() == 404 || refusal.status() == 410;
        }
        if (failure instanceof UnexpectedResponseException response) {
            return response.isSuccess() || response.status() >= 500;
        }
        return failure instanceof UnreachableException lost
                && lost.mayHaveChanged()
                && lost.failure().kind() != Kind.INTERRUPTED;
    }

    private boolean isGone(long id) {
        for (Duration wait : LOOKS) {
            try {
                sleeper.sleep(wait);
                if (client.listActions(pipeline).stream().noneMatch(action -> action.id() == id)) {
                    return true;
                }
            } catch (BuddyException e) {
                // the next look may tell more, and the failure of the DELETE remains the news
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }
}
