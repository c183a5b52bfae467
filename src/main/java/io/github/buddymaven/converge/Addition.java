package io.github.buddymaven.converge;

import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.BuddyApi;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.Refusal;
import io.github.buddymaven.api.RemoteAction;
import io.github.buddymaven.api.UnusableAnswer;
import io.github.buddymaven.http.RetryingTransport;
import io.github.buddymaven.http.Sleeper;
import io.github.buddymaven.http.TransportException;
import io.github.buddymaven.http.TransportException.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Adds an action exactly once. Buddy does not keep names unique, so a POST whose answer was lost is not sent again before
 * the list has shown that it left nothing behind.
 */
final class Addition {
    private static final int POSTS = 3;
    private static final int LOOKS = 2;

    private final BuddyApi api;
    private final Pipeline pipeline;
    private final PushAction wanted;
    private final boolean looked;
    private final Set<Long> known;
    private final Sleeper sleeper;

    /**
     * One wish.
     *
     * @param looked whether somebody has looked that none of this name is there
     * @param known the ids of all actions that this build has heard of
     */
    Addition(BuddyApi api, Pipeline pipeline, PushAction wanted, boolean looked, Set<Long> known, Sleeper sleeper) {
        this.api = api;
        this.pipeline = pipeline;
        this.wanted = wanted;
        this.looked = looked;
        this.known = known;
        this.sleeper = sleeper;
    }

    /**
     * What was added.
     *
     * @param action where and under which number
     * @param remote the whole action; empty where it was found and could not be read
     * @param found whether the list told of it, its own answer being lost
     */
    record Added(ActionSummary action, Optional<RemoteAction> remote, boolean found) {}

    Added add() throws Refusal, UnusableAnswer, TransportException, Conflict, InterruptedException {
        for (int post = 1; ; post++) {
            boolean last = post == POSTS;
            Optional<ActionSummary> found;
            try {
                RemoteAction added = api.add(pipeline, wanted);
                if (isNew(added.summary())) {
                    return post == 1 ? answered(added) : theOnlyOne(added);
                }
                Exception otherAnswer = new IllegalStateException("the answer to another request");
                found = look(otherAnswer);
                if (found.isEmpty() && last) {
                    throw new Conflict(List.of(added.summary()), otherAnswer);
                }
            } catch (TransportException lost) {
                TransportException inDoubt = post == 1 ? lost : lost.afterEarlierAttempt();
                found = lookAfter(inDoubt);
                if (found.isEmpty() && (last || lost.kind() != Kind.CONNECTION_LOST)) {
                    throw inDoubt;
                }
            } catch (UnusableAnswer lost) {
                found = lookAfter(lost);
                if (found.isEmpty() && (last || !lost.isOfAGateway())) {
                    throw lost;
                }
            } catch (Refusal refusal) {
                throw post == 1 ? refusal : refusal.afterALoss();
            }
            if (found.isPresent()) {
                return found(found.get());
            }
        }
    }

    private static Added answered(RemoteAction added) {
        return new Added(added.summary(), Optional.of(added), false);
    }

    private Added found(ActionSummary action) {
        try {
            return new Added(action, Optional.of(api.get(pipeline, action.id())), true);
        } catch (Refusal | UnusableAnswer | TransportException e) {
            return new Added(action, Optional.empty(), true); // that it is there is known, and is what counts
        }
    }

    private Optional<ActionSummary> lookAfter(TransportException lost) throws TransportException, Conflict {
        if (!lost.mayHaveChanged() || lost.kind() == Kind.INTERRUPTED) {
            throw lost;
        }
        return lookOrThrow(lost);
    }

    private Optional<ActionSummary> lookAfter(UnusableAnswer lost) throws UnusableAnswer, Conflict {
        if (!lost.isSuccess() && !lost.isOfAGateway()) {
            throw lost;
        }
        return lookOrThrow(lost);
    }

    /** Looks; where nobody can, the loss itself remains the news. */
    private <X extends Exception> Optional<ActionSummary> lookOrThrow(X lost) throws X, Conflict {
        try {
            return look(lost);
        } catch (Refusal | UnusableAnswer | TransportException e) {
            throw lost;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw lost;
        }
    }

    /** The action that the lost answer was about, if it is there; looked for twice, since it may come late. */
    private Optional<ActionSummary> look(Exception lost)
            throws Refusal, UnusableAnswer, TransportException, Conflict, InterruptedException {
        List<ActionSummary> found = List.of();
        for (int look = 1; look <= LOOKS && found.isEmpty(); look++) {
            sleeper.sleep(RetryingTransport.delay(look));
            found = added();
        }
        refuse(found, lost);
        return found.stream().findFirst();
    }

    private void refuse(List<ActionSummary> found, Exception lost) throws Conflict {
        if (found.size() > 1 && looked) {
            throw new Conflict(Conflict.Kind.SEVERAL, found);
        }
        if (!found.isEmpty() && !looked) {
            throw new Conflict(found, lost);
        }
    }

    /** A POST that was thought lost may have been done after all, while it was sent again. */
    private Added theOnlyOne(RemoteAction added) throws Conflict, InterruptedException {
        sleeper.sleep(RetryingTransport.delay(1));
        List<ActionSummary> found;
        try {
            found = added();
        } catch (Refusal | UnusableAnswer | TransportException e) {
            return answered(added); // its own answer is in hand, and is what counts
        }
        if (found.size() > 1) {
            throw new Conflict(Conflict.Kind.SEVERAL, found);
        }
        return answered(added);
    }

    private boolean isNew(ActionSummary action) {
        return !known.contains(action.id());
    }

    private List<ActionSummary> added() throws Refusal, UnusableAnswer, TransportException {
        return api.list(pipeline).stream()
                .filter(action ->
                        action.name().equals(wanted.name()) && action.type().equals(PushAction.TYPE))
                .filter(this::isNew)
                .toList();
    }
}
