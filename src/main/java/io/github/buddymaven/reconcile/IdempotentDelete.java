package io.github.buddymaven.reconcile;

import io.github.buddymaven.api.BuddyClient;
import io.github.buddymaven.api.BuddyException;
import io.github.buddymaven.api.ClientErrorException;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.http.Sleeper;
import java.time.Duration;

/** Deletes an action: gone is a success, whatever became of the response. */
final class IdempotentDelete {
    /** So many seconds between the looks after a lost response. */
    private static final int[] LOOKS = {0, 1, 2, 4, 8};

    private final BuddyClient client;
    private final Pipeline pipeline;
    private final Sleeper sleeper;

    IdempotentDelete(BuddyClient client, Pipeline pipeline, Sleeper sleeper) {
        this.client = client;
        this.pipeline = pipeline;
        this.sleeper = sleeper;
    }

    void delete(long id) throws BuddyException, InterruptedException {
        try {
            client.deleteAction(pipeline, id);
        } catch (ClientErrorException refusal) {
            if (refusal.status() != 404) {
                throw refusal;
            }
        } catch (BuddyException lost) {
            if (!lost.mayHaveChanged() || !isGone(id)) {
                throw lost;
            }
        }
    }

    private boolean isGone(long id) throws InterruptedException {
        for (int seconds : LOOKS) {
            sleeper.sleep(Duration.ofSeconds(seconds));
            try {
                client.getAction(pipeline, id);
            } catch (ClientErrorException refusal) {
                return refusal.status() == 404;
            } catch (BuddyException e) {
                // looks again
            }
        }
        return false;
    }
}
