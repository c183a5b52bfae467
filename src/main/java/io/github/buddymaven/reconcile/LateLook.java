package io.github.buddymaven.reconcile;

import io.github.buddymaven.api.BuddyException;
import io.github.buddymaven.api.ClientErrorException;
import io.github.buddymaven.api.UnreachableException;
import io.github.buddymaven.http.Sleeper;
import java.time.Duration;
import java.util.Optional;

/**
 * Looks for what became of a request whose response got lost: several times within 15 seconds, because a gateway may answer before
 * the request is carried out, and lists may lag behind.
 */
public final class LateLook {
    /** The pauses before the looks, in seconds. */
    private static final int[] PAUSES = {0, 1, 2, 4, 8};

    private LateLook() {}

    /** A look at Buddy, which may find something. */
    public interface Look<T> {
        Optional<T> look() throws BuddyException;
    }

    /** Returns whether a request may have been carried out although it failed, and the build goes on. */
    public static boolean isWorthwhile(BuddyException failure) {
        boolean interrupted = failure instanceof UnreachableException lost && lost.isInterrupted();
        return failure.mayHaveChanged() && !interrupted;
    }

    /**
     * What came of the looks.
     *
     * @param found what was looked for; empty if it is not there or cannot be seen
     * @param isCertain whether {@code found} can be relied on: a look was answered, and none was refused or interrupted
     */
    public record Findings<T>(Optional<T> found, boolean isCertain) {
        private static <T> Findings<T> uncertain() {
            return new Findings<>(Optional.empty(), false);
        }
    }

    /** Sleeps; if the build is interrupted, throws the failure, which knows what may have changed. */
    static void sleep(Sleeper sleeper, Duration time, BuddyException failure) throws BuddyException {
        try {
            sleeper.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    /** Looks until something is found. A look that fails does not count; a refusal ends the looks. */
    public static <T> Findings<T> find(Sleeper sleeper, Look<T> look) throws ConflictException {
        boolean certain = false;
        for (int pause : PAUSES) {
            try {
                sleeper.sleep(Duration.ofSeconds(pause));
                Optional<T> found = look.look();
                if (found.isPresent()) {
                    return new Findings<>(found, true);
                }
                certain = true;
            } catch (ConflictException e) {
                throw e; // what was found is of no use
            } catch (ClientErrorException e) {
                if (!e.isRateLimit()) {
                    return Findings.uncertain();
                }
            } catch (BuddyException e) {
                // the next look may tell more
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Findings.uncertain();
            }
        }
        return new Findings<>(Optional.empty(), certain);
    }
}
