package io.github.buddymaven.converge;

import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.BuddyApi;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.Refusal;
import io.github.buddymaven.api.RemoteAction;
import io.github.buddymaven.api.UnusableAnswer;
import io.github.buddymaven.http.HttpFailure;
import io.github.buddymaven.http.HttpFailure.Kind;
import io.github.buddymaven.http.Pause;
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
    private final Optional<Set<Long>> before;
    private final Pause pause;

    /** @param before the ids of all actions that were there; empty where nobody looked */
    Addition(BuddyApi api, Pipeline pipeline, PushAction wanted, Optional<Set<Long>> before, Pause pause) {
        this.api = api;
        this.pipeline = pipeline;
        this.wanted = wanted;
        this.before = before;
        this.pause = pause;
    }

    /**
     * What was added.
     *
     * @param action where and under which number
     * @param remote the whole action; empty where it was found and could not be read
     * @param found whether the list told of it, its own answer being lost
     */
    record Added(ActionSummary action, Optional<RemoteAction> remote, boolean found) {}

    Added add() throws Refusal, UnusableAnswer, HttpFailure, Conflict, InterruptedException {
        for (int post = 1; ; post++) {
            boolean last = post == POSTS;
            Optional<ActionSummary> found;
            try {
                RemoteAction added = api.add(pipeline, wanted);
                if (isNew(added.summary())) {
                    return post == 1 ? answered(added) : theOnlyOne(added);
                }
                found = look(); // the answer was to an earlier request
            } catch (HttpFailure lost) {
                found = lookAfter(lost);
                if (found.isEmpty() && (last || !isPassing(lost))) {
                    throw lost;
                }
            } catch (UnusableAnswer lost) {
                found = lookAfter(lost);
                if (found.isEmpty() && (last || !lost.isOfAGateway())) {
                    throw lost;
                }
            }
            if (found.isPresent()) {
                return found(found.get());
            }
            if (last) {
                throw new Conflict(Conflict.Kind.IN_DOUBT, List.of());
            }
        }
    }

    private static Added answered(RemoteAction added) {
        return new Added(added.summary(), Optional.of(added), false);
    }

    private Added found(ActionSummary action) {
        try {
            return new Added(action, Optional.of(api.get(pipeline, action.id())), true);
        } catch (Refusal | UnusableAnswer | HttpFailure e) {
            return new Added(action, Optional.empty(), true); // that it is there is known, and is what counts
        }
    }

    private static boolean isPassing(HttpFailure lost) {
        return lost.kind() == Kind.EXCHANGE_TIMEOUT || lost.kind() == Kind.CONNECTION_LOST;
    }

    private Optional<ActionSummary> lookAfter(HttpFailure lost) throws HttpFailure, Conflict, InterruptedException {
        if (!lost.mayHaveChanged() || lost.kind() == Kind.INTERRUPTED) {
            throw lost;
        }
        try {
            return look();
        } catch (Refusal | UnusableAnswer | HttpFailure e) {
            throw lost;
        }
    }

    private Optional<ActionSummary> lookAfter(UnusableAnswer lost)
            throws UnusableAnswer, Conflict, InterruptedException {
        if (!lost.isSuccess() && !lost.isOfAGateway()) {
            throw lost;
        }
        try {
            return look();
        } catch (Refusal | UnusableAnswer | HttpFailure e) {
            throw lost;
        }
    }

    /** The action that the lost answer was about, if it is there; looked for twice, since it may come late. */
    private Optional<ActionSummary> look() throws Refusal, UnusableAnswer, HttpFailure, Conflict, InterruptedException {
        List<ActionSummary> found = List.of();
        for (int look = 1; look <= LOOKS && found.isEmpty(); look++) {
            pause.before(look);
            found = added();
        }
        if (found.size() > 1) {
            throw new Conflict(before.isPresent() ? Conflict.Kind.SEVERAL : Conflict.Kind.IN_DOUBT, found);
        }
        if (!found.isEmpty() && before.isEmpty()) {
            throw new Conflict(Conflict.Kind.IN_DOUBT, found);
        }
        return found.stream().findFirst();
    }

    /** A POST that was thought lost may have been done after all, while it was sent again. */
    private Added theOnlyOne(RemoteAction added) throws Refusal, UnusableAnswer, HttpFailure, Conflict {
        List<ActionSummary> found = added();
        if (found.size() > 1) {
            throw new Conflict(before.isPresent() ? Conflict.Kind.SEVERAL : Conflict.Kind.IN_DOUBT, found);
        }
        return answered(added);
    }

    private boolean isNew(ActionSummary action) {
        return before.filter(ids -> ids.contains(action.id())).isEmpty();
    }

    private List<ActionSummary> added() throws Refusal, UnusableAnswer, HttpFailure {
        return api.list(pipeline).stream()
                .filter(action ->
                        action.name().equals(wanted.name()) && action.type().equals(PushAction.TYPE))
                .filter(this::isNew)
                .toList();
    }
}
