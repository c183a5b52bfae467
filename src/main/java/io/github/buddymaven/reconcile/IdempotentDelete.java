package io.github.buddymaven.reconcile;

import io.github.buddymaven.api.BuddyClient;
import io.github.buddymaven.api.BuddyException;
import io.github.buddymaven.api.ClientErrorException;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.http.RetryingTransport;
import io.github.buddymaven.http.Sleeper;
import java.util.Optional;

/**
 * Deletes an action: gone is a success, whatever became of the response, and whoever did it. The DELETE is sent again only if the
 * action is certainly still there; Buddy gives no id twice.
 */
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
        for (int attempt = 1; ; attempt++) {
            try {
                client.deleteAction(pipeline, id);
                return;
            } catch (BuddyException failure) {
                if (isGone(id, failure)) {
                    return;
                }
                if (attempt == RetryingTransport.MAX_ATTEMPTS) {
                    throw failure;
                }
                LateLook.sleep(sleeper, RetryingTransport.delay(attempt), failure);
            }
        }
    }

    /** Returns false if the DELETE may be sent again; if it may not, throws the failure. */
    private boolean isGone(long id, BuddyException failure) throws BuddyException {
        if (FailureEffect.of(failure) == FailureEffect.NOTHING_DONE) {
            return false;
        }
        boolean refused = isUnknown(failure);
        if (!LateLook.isWorthwhile(failure) && !refused) {
            throw failure;
        }
        LateLook.Findings<ClientErrorException> looks = LateLook.find(sleeper, () -> refusalIfGone(id));
        boolean gone = looks.found().isPresent();
        if (!gone && (refused || !looks.isCertain())) {
            throw failure;
        }
        return gone;
    }

    private Optional<ClientErrorException> refusalIfGone(long id) throws BuddyException {
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
