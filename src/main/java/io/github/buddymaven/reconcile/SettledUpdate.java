package io.github.buddymaven.reconcile;

import io.github.buddymaven.action.ActionDiff;
import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.api.BuddyClient;
import io.github.buddymaven.api.BuddyException;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.RemoteAction;
import io.github.buddymaven.api.UnexpectedResponseException;
import io.github.buddymaven.http.RetryingTransport;
import io.github.buddymaven.http.Sleeper;
import java.util.Optional;

/** Updates an action; if the response gets lost, the action itself tells whether the update was carried out. */
final class SettledUpdate {
    private final BuddyClient client;
    private final Pipeline pipeline;
    private final Sleeper sleeper;

    SettledUpdate(BuddyClient client, Pipeline pipeline, Sleeper sleeper) {
        this.client = client;
        this.pipeline = pipeline;
        this.sleeper = sleeper;
    }

    /** Returns the action as Buddy has it afterwards. */
    RemoteAction update(PushAction desired, RemoteAction existing, ActionDiff diff) throws BuddyException {
        long id = existing.summary().id();
        for (int attempt = 1; ; attempt++) {
            try {
                return client.updateAction(pipeline, id, desired.updatePayload(diff, existing.fields()));
            } catch (BuddyException failure) {
                FailureEffect effect = FailureEffect.of(failure);
                if (effect == FailureEffect.FINAL) {
                    throw failure;
                }
                Optional<RemoteAction> settled = isWithoutBody(failure)
                        ? lookUntilChanged(desired, id, diff)
                        : lookUntilApplied(desired, id, diff, effect);
                if (settled.isPresent()) {
                    return settled.get();
                }
                if (effect == FailureEffect.STILL_AT_WORK || attempt == RetryingTransport.MAX_ATTEMPTS) {
                    throw failure;
                }
                LateLook.sleep(sleeper, RetryingTransport.delay(attempt), failure);
            }
        }
    }

    /** A success without the action in it is one all the same; what Buddy has is compared with what was sent later. */
    private static boolean isWithoutBody(BuddyException failure) {
        return failure instanceof UnexpectedResponseException response && response.isSuccess();
    }

    /** Returns the action once anything of it is another than before; Buddy may keep other values than were sent. */
    private Optional<RemoteAction> lookUntilChanged(PushAction desired, long id, ActionDiff diff)
            throws ConflictException {
        boolean comparable = !diff.changes().isEmpty();
        return LateLook.find(sleeper, () -> look(id).filter(found -> !comparable
                        || !ActionDiff.between(desired, found.fields())
                                .changes()
                                .equals(diff.changes())))
                .found();
    }

    private Optional<RemoteAction> lookUntilApplied(PushAction desired, long id, ActionDiff diff, FailureEffect effect)
            throws BuddyException {
        boolean comparable = !diff.changes().isEmpty(); // secrets do not tell whether they have arrived
        if (!comparable || effect == FailureEffect.NOTHING_DONE) {
            return Optional.empty();
        }
        LateLook.Look<RemoteAction> applied = () -> look(id).filter(found ->
                ActionDiff.between(desired, found.fields()).changes().isEmpty());
        return effect == FailureEffect.STILL_AT_WORK
                ? LateLook.find(sleeper, applied).found()
                : applied.look(); // an update may be sent again
    }

    private Optional<RemoteAction> look(long id) {
        try {
            return Optional.of(client.getAction(pipeline, id));
        } catch (BuddyException e) {
            return Optional.empty();
        }
    }
}
