package io.github.buddymaven.reconcile;

import io.github.buddymaven.api.BuddyClient;
import io.github.buddymaven.api.BuddyException;
import io.github.buddymaven.api.ClientErrorException;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.http.Sleeper;
import java.util.Optional;

/** Deletes an action: gone is a success, whatever became of the response, and whoever did it. The DELETE is sent once. */
final class IdempotentDelete {
    private final BuddyClient client;
    private final Pipeline pipeline;
    private final Sleeper sleeper;

    IdempotentDelete(BuddyClient client, Pipeline pipeline, Sleeper sleeper) {
        this.client = client;
        this.pipeline = pipeline;
        this.sleeper = sleeper;
    }

    void delete(long id) throws BuddyException {
        try {
            client.deleteAction(pipeline, id);
        } catch (BuddyException failure) {
            boolean mayBeGone = LateLook.isWorthwhile(failure) || isUnknown(failure);
            if (!mayBeGone
                    || LateLook.find(sleeper, () -> whatSaysThatItIsGone(id))
                            .found()
                            .isEmpty()) {
                throw failure;
            }
        }
    }

    private Optional<ClientErrorException> whatSaysThatItIsGone(long id) throws BuddyException {
        try {
            client.getAction(pipeline, id);
            return Optional.empty();
        } catch (ClientErrorException refusal) {
            if (isUnknown(refusal)) {
                return Optional.of(refusal);
            }
            throw refusal;
        }
    }

    private static boolean isUnknown(BuddyException failure) {
        return failure instanceof ClientErrorException refusal && (refusal.status() == 404 || refusal.status() == 410);
    }
}
