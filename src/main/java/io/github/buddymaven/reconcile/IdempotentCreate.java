package io.github.buddymaven.reconcile;

import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.BuddyClient;
import io.github.buddymaven.api.BuddyException;
import io.github.buddymaven.api.ClientErrorException;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.RemoteAction;
import io.github.buddymaven.api.UnexpectedResponseException;
import io.github.buddymaven.api.UnreachableException;
import io.github.buddymaven.http.Sleeper;
import io.github.buddymaven.http.TransportException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Creates an action exactly once. Buddy does not keep names unique, so a POST whose response got lost is not sent again before
 * the list has shown that it left nothing behind.
 */
final class IdempotentCreate {
    private static final int MOST_POSTS = 3;
    private static final int MOST_LOOKS = 2;

    private final BuddyClient client;
    private final Pipeline pipeline;
    private final PushAction desired;
    private final boolean listed;
    private final Set<Long> knownIds;
    private final Sleeper sleeper;

    /**
     * Prepares to create an action.
     *
     * @param listed whether a list has shown that there is none of this name
     * @param knownIds the ids of all actions that this build has heard of
     */
    IdempotentCreate(
            BuddyClient client,
            Pipeline pipeline,
            PushAction desired,
            boolean listed,
            Set<Long> knownIds,
            Sleeper sleeper) {
        this.client = client;
        this.pipeline = pipeline;
        this.desired = desired;
        this.listed = listed;
        this.knownIds = knownIds;
        this.sleeper = sleeper;
    }

    /**
     * What was created.
     *
     * @param action the action
     * @param remote the whole action; empty if it was found and could not be read
     * @param found whether it was found in the list, because the response about it got lost
     */
    record Created(ActionSummary action, Optional<RemoteAction> remote, boolean found) {}

    Created create() throws BuddyException, InterruptedException {
        for (int post = 1; ; post++) {
            boolean last = post == MOST_POSTS;
            Optional<ActionSummary> found;
            try {
                RemoteAction created = client.createAction(pipeline, desired.createPayload());
                if (isNew(created.summary())) {
                    return post == 1 ? answered(created) : theOnlyOne(created);
                }
                found = look(null);
                if (found.isEmpty() && last) {
                    throw ConflictException.inDoubt(List.of(created.summary()), null);
                }
            } catch (UnreachableException lost) {
                UnreachableException inDoubt = post == 1 ? lost : lost.afterLostResponse();
                found = lookAfter(inDoubt);
                if (found.isEmpty() && (last || lost.failure().kind() != Kind.CONNECTION_LOST)) {
                    throw inDoubt;
                }
            } catch (UnexpectedResponseException lost) {
                found = lookAfter(lost);
                if (found.isEmpty() && (last || !lost.isFromGateway())) {
                    throw lost;
                }
            } catch (ClientErrorException refusal) {
                throw post == 1 ? refusal : refusal.afterLostResponse();
            }
            if (found.isPresent()) {
                return found(found.get());
            }
        }
    }

    private static Created answered(RemoteAction created) {
        return new Created(created.summary(), Optional.of(created), false);
    }

    private Created found(ActionSummary action) {
        try {
            return new Created(action, Optional.of(client.getAction(pipeline, action.id())), true);
        } catch (BuddyException e) {
            return new Created(action, Optional.empty(), true); // it is there, and that is what counts
        }
    }

    private Optional<ActionSummary> lookAfter(UnreachableException lost) throws BuddyException {
        if (!lost.mayHaveChanged() || lost.failure().kind() == Kind.INTERRUPTED) {
            throw lost;
        }
        return lookOrThrow(lost);
    }

    private Optional<ActionSummary> lookAfter(UnexpectedResponseException lost) throws BuddyException {
        if (!lost.isSuccess() && !lost.isFromGateway()) {
            throw lost;
        }
        return lookOrThrow(lost);
    }

    /** Lists the actions; if that fails too, throws the original failure. */
    private Optional<ActionSummary> lookOrThrow(BuddyException lost) throws BuddyException {
        try {
            return look(lost);
        } catch (ConflictException e) {
            throw e;
        } catch (BuddyException e) {
            throw lost;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw lost;
        }
    }

    /** Finds the action that the lost response was about; looks twice, because it may come late. */
    private Optional<ActionSummary> look(@Nullable BuddyException lost) throws BuddyException, InterruptedException {
        List<ActionSummary> found = List.of();
        for (int look = 1; look <= MOST_LOOKS && found.isEmpty(); look++) {
            sleeper.sleep(Duration.ofMillis(500L * look));
            found = newOnes();
        }
        if (found.size() > 1 && listed) {
            throw ConflictException.with(ConflictException.Kind.SEVERAL, found);
        }
        if (!found.isEmpty() && !listed) {
            throw ConflictException.inDoubt(found, lost);
        }
        return found.stream().findFirst();
    }

    /** A POST that was thought lost may have been carried out after all, while it was sent again. */
    private Created theOnlyOne(RemoteAction created) throws BuddyException, InterruptedException {
        sleeper.sleep(Duration.ofMillis(500));
        List<ActionSummary> found;
        try {
            found = newOnes();
        } catch (BuddyException e) {
            return answered(created); // the response about it is there, and that is what counts
        }
        if (found.size() > 1) {
            throw ConflictException.with(ConflictException.Kind.SEVERAL, found);
        }
        return answered(created);
    }

    private boolean isNew(ActionSummary action) {
        return !knownIds.contains(action.id());
    }

    private List<ActionSummary> newOnes() throws BuddyException {
        List<ActionSummary> found = new ArrayList<>();
        for (ActionSummary action :
                NameLookup.pushActions(NameLookup.named(desired.name(), client.listActions(pipeline)))) {
            if (isNew(action)) {
                found.add(action);
            }
        }
        return found;
    }
}
