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
import io.github.buddymaven.http.Sleeper;
import io.github.buddymaven.validation.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings one action of a pipeline to the state that the POM wants: plans what has to be done, and applies it. */
public final class Reconciler {
    private final BuddyClient client;
    private final Pipeline pipeline;
    private final PipelineState state;
    private final Sleeper sleeper;

    public Reconciler(BuddyClient client, Pipeline pipeline, PipelineState state, Sleeper sleeper) {
        this.client = client;
        this.pipeline = pipeline;
        this.state = state;
        this.sleeper = sleeper;
    }

    /**
     * Plans what has to be done, and changes nothing.
     *
     * @param module who wants it, for the message of a conflict
     */
    public Plan plan(PushAction desired, IfExists ifExists, String module) throws BuddyException, InterruptedException {
        state.lock();
        try {
            claimName(desired, ifExists, module);
            return plan(desired, ifExists);
        } finally {
            state.unlock();
        }
    }

    /**
     * Plans what has to be done, and applies it; if another module wanted the same, nothing is left to do.
     *
     * @param module who wants it, for the message of a conflict
     */
    public Result reconcile(PushAction desired, IfExists ifExists, String module)
            throws BuddyException, InterruptedException {
        state.lock();
        boolean succeeded = false;
        try {
            claimName(desired, ifExists, module);
            Optional<Result> done = ifExists == IfExists.CREATE ? Optional.empty() : state.result(desired, ifExists);
            Result result = done.isPresent() ? done.get() : apply(plan(desired, ifExists));
            if (ifExists != IfExists.CREATE && done.isEmpty()) {
                state.remember(desired, ifExists, result);
            }
            succeeded = true;
            return result;
        } finally {
            if (!succeeded) {
                state.forgetActions();
            }
            state.unlock();
        }
    }

    /** Returns the build action that the POM names and the pipeline does not have, as far as the list is known. */
    public Optional<BuildActionCheck> unknownBuildAction(PushAction desired) throws InterruptedException {
        state.lock();
        try {
            return state.actions().flatMap(actions -> BuildActionCheck.unknownBuildAction(desired, actions));
        } finally {
            state.unlock();
        }
    }

    /** If another action is created each time, the name is shared with nobody. */
    private void claimName(PushAction desired, IfExists ifExists, String module) throws ConflictException {
        if (ifExists != IfExists.CREATE) {
            state.claimName(desired, module);
        }
    }

    private Plan plan(PushAction desired, IfExists ifExists) throws BuddyException {
        try {
            return planOnce(desired, ifExists);
        } catch (ClientErrorException refusal) {
            if (refusal.status() != 404) {
                throw refusal;
            }
            state.forgetActions(); // somebody has deleted the action since it was listed
            return planOnce(desired, ifExists);
        }
    }

    private Plan planOnce(PushAction desired, IfExists ifExists) throws BuddyException {
        if (ifExists == IfExists.CREATE) {
            return new Plan.Create(placed(desired), false);
        }
        Optional<List<ActionSummary>> all = actions();
        List<ActionSummary> named = NameLookup.named(desired.name(), all.orElse(List.of()));
        List<ActionSummary> existing = NameLookup.pushActions(named);
        if (existing.isEmpty() && !named.isEmpty()) {
            throw ConflictException.with(ConflictException.Kind.OTHER_TYPE, named);
        }
        return existing.isEmpty()
                ? new Plan.Create(placed(desired), all.isPresent())
                : planForExisting(desired, ifExists, existing);
    }

    /** Returns the action with the id of the one after which it goes, if the POM has the name of that one. */
    private PushAction placed(PushAction desired) throws BuddyException {
        if (desired.afterActionName().isEmpty()) {
            return desired;
        }
        Optional<List<ActionSummary>> known = actions();
        List<ActionSummary> all = known.isPresent() ? known.get() : client.listActions(pipeline);
        String name = desired.afterActionName().get();
        return desired.after(NameLookup.action(Parameter.named(Field.AFTER_ACTION_NAME.parameter(), name), all));
    }

    private Plan planForExisting(PushAction desired, IfExists ifExists, List<ActionSummary> existing)
            throws BuddyException {
        if (ifExists == IfExists.SKIP) {
            return new Plan.Skip(existing.get(0));
        }
        if (ifExists == IfExists.FAIL) {
            throw ConflictException.with(ConflictException.Kind.EXISTS, existing);
        }
        if (existing.size() > 1) {
            throw ConflictException.with(ConflictException.Kind.SEVERAL, existing);
        }
        RemoteAction remote = client.getAction(pipeline, existing.get(0).id());
        return new Plan.Update(desired, remote, ActionDiff.between(desired, remote.fields()));
    }

    /** Returns the actions of the pipeline; nothing if there is no list at its address, of which the POST will tell. */
    private Optional<List<ActionSummary>> actions() throws BuddyException {
        if (state.actions().isEmpty()) {
            client.listActionsIfPossible(pipeline).ifPresent(state::listed);
        }
        return state.actions();
    }

    private Result apply(Plan plan) throws BuddyException, InterruptedException {
        if (plan instanceof Plan.Create create) {
            return create(create);
        }
        return plan instanceof Plan.Update update ? update(update) : Result.skipped(((Plan.Skip) plan).existing());
    }

    private Result create(Plan.Create plan) throws BuddyException, InterruptedException {
        PushAction desired = plan.desired();
        IdempotentCreate.Created created =
                new IdempotentCreate(client, pipeline, desired, plan.listed(), state.knownIds(), sleeper).create();
        state.created(created.action().sentAs(desired.name(), PushAction.TYPE));
        Optional<RemoteAction> remote =
                created.found() ? updateIfDifferent(desired, created.remote()) : created.remote();
        return new Result(Result.Kind.CREATED, created.action(), remote, List.of(), Set.of());
    }

    /** An action that was found may be that of another build with the same name. */
    private Optional<RemoteAction> updateIfDifferent(PushAction desired, Optional<RemoteAction> found)
            throws BuddyException {
        if (found.isEmpty()) {
            return found;
        }
        ActionDiff diff = ActionDiff.between(desired, found.get().fields());
        return diff.changes().isEmpty() ? found : Optional.of(send(desired, found.get(), diff));
    }

    private Result update(Plan.Update plan) throws BuddyException {
        if (plan.diff().isEmpty()) {
            return Result.unchanged(plan.existing());
        }
        RemoteAction updated = send(plan.desired(), plan.existing(), plan.diff());
        return new Result(
                plan.changes().isEmpty() ? Result.Kind.UNCHANGED : Result.Kind.UPDATED,
                updated.summary(),
                Optional.of(updated),
                plan.changes(),
                plan.diff().uncomparable());
    }

    private RemoteAction send(PushAction desired, RemoteAction existing, ActionDiff diff) throws BuddyException {
        return client.updateAction(pipeline, existing.summary().id(), desired.updatePayload(diff, existing.fields()));
    }
}
