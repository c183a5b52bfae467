package io.github.buddymaven.reconcile;

import io.github.buddymaven.action.ActionDiff;
import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.BuddyClient;
import io.github.buddymaven.api.BuddyException;
import io.github.buddymaven.api.ClientErrorException;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.RemoteAction;
import io.github.buddymaven.api.UnexpectedResponseException;
import io.github.buddymaven.http.RetryingTransport;
import io.github.buddymaven.http.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Creates an action exactly once. Buddy does not keep names unique, so a POST whose response got lost is not simply sent again: the
 * list of actions tells whether it was carried out, now or some seconds later.
 */
final class IdempotentCreate {
    /** A gateway that timed out may have passed the request on to a server that takes this long. */
    private static final Duration MAX_DELAY = Duration.ofSeconds(31);

    private static final Duration MIN_SECOND_LOOK = Duration.ofSeconds(5);

    /** {@code RateLimitingTransport} waits at least this long, so a shorter time means that it did not wait. */
    private static final Duration MIN_WAIT = Duration.ofSeconds(1);

    private final BuddyClient client;
    private final Pipeline pipeline;
    private final PushAction desired;
    private final boolean listed;
    private final Set<Long> knownIds;
    private final Clock clock;
    private final Sleeper sleeper;
    private final List<Duplicate> duplicates = new ArrayList<>();

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
            Clock clock,
            Sleeper sleeper) {
        this.client = client;
        this.pipeline = pipeline;
        this.desired = desired;
        this.listed = listed;
        this.knownIds = new HashSet<>(knownIds);
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * What was created.
     *
     * @param action the action
     * @param remote the whole action; empty if it was found and could not be read
     * @param found whether it was found in the list, because the response about it got lost
     * @param duplicates what was created once too often, and deleted
     */
    record Created(ActionSummary action, Optional<RemoteAction> remote, boolean found, List<Duplicate> duplicates) {
        private Created with(List<Duplicate> deleted) {
            return new Created(action, remote, found, List.copyOf(deleted));
        }
    }

    Created create() throws BuddyException {
        Optional<Instant> lost = Optional.empty(); // when the last response got lost
        for (int attempt = 1; ; attempt++) {
            Instant sent = clock.instant();
            BuddyException failure;
            try {
                RemoteAction created = client.createAction(pipeline, desired.createPayload());
                if (!knownIds.contains(created.summary().id())) {
                    return withoutDuplicates(
                            new Created(created.summary(), Optional.of(created), false, List.of()), lost);
                }
                failure =
                        ConflictException.inDoubt(List.of(created.summary()), null); // a response about another request
            } catch (BuddyException e) {
                failure = lost.isPresent() ? e.afterLostResponse() : e;
            }
            FailureEffect effect = FailureEffect.of(failure);
            if (effect == FailureEffect.NOTHING_DONE) {
                Optional<Created> found = waitAndLook(attempt, sent, failure);
                if (found.isPresent()) {
                    return withoutDuplicates(found.get(), lost);
                }
                continue;
            }
            boolean twoMayBeCarriedOut = lost.isPresent() && failure instanceof UnexpectedResponseException;
            if (effect == FailureEffect.FINAL && !twoMayBeCarriedOut) {
                throw failure;
            }
            Instant now = clock.instant();
            Optional<Created> found = lookForLost(failure);
            if (found.isPresent()) {
                return lost.isPresent() ? withoutDuplicates(found.get(), Optional.of(now)) : found.get();
            }
            if (lost.isPresent() || effect != FailureEffect.UNKNOWN) {
                throw failure;
            }
            lost = Optional.of(now); // one more request may be sent
        }
    }

    /** The server did nothing; what it has may have changed while this waited. */
    private Optional<Created> waitAndLook(int attempt, Instant sent, BuddyException failure) throws BuddyException {
        boolean limited = failure instanceof ClientErrorException;
        boolean waited = elapsedSince(sent).compareTo(MIN_WAIT) >= 0;
        if (attempt == RetryingTransport.MAX_ATTEMPTS || (limited && !waited)) {
            throw failure;
        }
        if (!limited) {
            LateLook.sleep(sleeper, RetryingTransport.delay(attempt), failure);
        }
        List<ActionSummary> found = listed ? newActionsOr(failure) : List.of();
        return found.isEmpty() ? Optional.empty() : Optional.of(adopt(found, failure));
    }

    /** If the look fails, the failure of the request remains the news: it knows what an earlier one may have done. */
    private List<ActionSummary> newActionsOr(BuddyException failure) throws BuddyException {
        try {
            return newActions();
        } catch (ConflictException e) {
            throw e;
        } catch (BuddyException e) {
            throw failure;
        }
    }

    private Duration elapsedSince(Instant start) {
        return Duration.between(start, clock.instant());
    }

    /** Looks for the action that the lost response was about; if it cannot be seen, throws the original failure. */
    private Optional<Created> lookForLost(BuddyException lost) throws BuddyException {
        LateLook.Findings<List<ActionSummary>> looks = look();
        if (looks.found().isPresent()) {
            return Optional.of(adopt(looks.found().get(), lost));
        }
        if (!looks.isCertain()) {
            throw lost;
        }
        return Optional.empty();
    }

    private LateLook.Findings<List<ActionSummary>> look() throws ConflictException {
        return LateLook.find(sleeper, () -> Optional.of(newActions()).filter(found -> !found.isEmpty()));
    }

    /** Returns the actions that may be the one that was to be created. */
    private List<ActionSummary> newActions() throws BuddyException {
        SimilarName name = new SimilarName(desired.name());
        List<ActionSummary> exact = new ArrayList<>();
        List<ActionSummary> similar = new ArrayList<>();
        for (ActionSummary action : NameLookup.pushActions(client.listActions(pipeline))) {
            if (!knownIds.contains(action.id())) {
                if (action.name().equals(desired.name())) {
                    exact.add(action);
                } else if (name.mayBeStoredAs(action.name())) {
                    similar.add(action);
                }
            }
        }
        if (exact.isEmpty() && !similar.isEmpty()) {
            throw ConflictException.with(ConflictException.Kind.SIMILAR_NAME, similar);
        }
        return exact;
    }

    private Created adopt(List<ActionSummary> found, BuddyException lost) throws BuddyException {
        if (!listed) {
            throw ConflictException.inDoubt(found, lost);
        }
        ActionSummary kept = found.size() == 1 ? found.get(0) : keepOldest(found);
        return found(kept);
    }

    private Created found(ActionSummary action) {
        Optional<RemoteAction> remote = Optional.empty();
        try {
            remote = Optional.of(client.getAction(pipeline, action.id()));
        } catch (BuddyException e) {
            // it is there, and that is what counts
        }
        return new Created(action, remote, true, List.copyOf(duplicates));
    }

    /** Returns what was created; a request that was thought lost may be carried out after all, up to {@link #MAX_DELAY}. */
    private Created withoutDuplicates(Created created, Optional<Instant> lost) throws BuddyException {
        if (lost.isEmpty()) {
            return created;
        }
        List<ActionSummary> found = look().found().orElse(List.of());
        if (found.size() < 2) {
            Duration rest = MAX_DELAY.minus(elapsedSince(lost.get()));
            ConflictException doubt = ConflictException.inDoubt(List.of(created.action()), null);
            LateLook.sleep(sleeper, rest.compareTo(MIN_SECOND_LOOK) < 0 ? MIN_SECOND_LOOK : rest, doubt);
            found = look().found().orElseThrow(() -> doubt);
        }
        if (found.size() < 2) {
            return created;
        }
        if (!listed) {
            throw ConflictException.inDoubt(found, null); // others of this name may be wanted
        }
        ActionSummary kept = keepOldest(found);
        return kept.id() == created.action().id() ? created.with(duplicates) : found(kept);
    }

    /** Deletes all but the oldest of several new actions that have the name and the content that this build wants. */
    private ActionSummary keepOldest(List<ActionSummary> found) throws BuddyException {
        List<ActionSummary> byId = new ArrayList<>(found);
        byId.sort(Comparator.comparingLong(ActionSummary::id));
        ActionSummary oldest = byId.get(0);
        try {
            for (ActionSummary action : byId) {
                if (!isAsSent(client.getAction(pipeline, action.id()))) {
                    throw ConflictException.with(ConflictException.Kind.SEVERAL, found);
                }
            }
            for (ActionSummary action : byId.subList(1, byId.size())) {
                new IdempotentDelete(client, pipeline, sleeper).delete(action.id());
                duplicates.add(new Duplicate(action.id(), oldest.id(), Duplicate.Cause.LOST_RESPONSE));
            }
        } catch (ConflictException e) {
            throw e;
        } catch (BuddyException e) {
            throw ConflictException.several(found, e); // they are there, whatever failed
        }
        return oldest;
    }

    /** A login may come back in no form that can be compared. */
    private boolean isAsSent(RemoteAction remote) {
        return ActionDiff.between(desired, remote.fields()).changes().stream()
                .allMatch(change -> change.field() == Field.LOGIN);
    }
}
