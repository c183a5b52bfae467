package io.github.buddymaven.reconcile;

import static io.github.buddymaven.validation.Parameter.named;

import io.github.buddymaven.action.ActionDiff;
import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.api.ActionList;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.BuddyClient;
import io.github.buddymaven.api.BuddyException;
import io.github.buddymaven.api.ClientErrorException;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.RemoteAction;
import io.github.buddymaven.http.Sleeper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings one action of a pipeline to the state that the POM wants: plans what has to be done, and applies it. */
public final class Reconciler {
    private final BuddyClient client;
    private final Pipeline pipeline;
    private final PipelineState state;
    private final Clock clock;
    private final Sleeper sleeper;

    public Reconciler(BuddyClient client, Pipeline pipeline, PipelineState state, Clock clock, Sleeper sleeper) {
        this.client = client;
        this.pipeline = pipeline;
        this.state = state;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * Plans what has to be done, and changes nothing. What an earlier module would create counts as there. A missing list (404) is
     * a failure here, because no POST follows that would tell why.
     *
     * @param module who wants it, for the message of a conflict
     */
    public Plan plan(PushAction desired, IfExists ifExists, String module) throws BuddyException, InterruptedException {
        state.lock();
        try {
            claimName(desired, ifExists, module);
            Plan plan = plan(desired, ifExists);
            if (plan instanceof Plan.Create create && create.listing() == Plan.Listing.IMPOSSIBLE) {
                state.listed(client.listActions(pipeline, desired.name()), clock.instant());
                plan = planOnce(desired, ifExists);
            }
            boolean planned =
                    plan instanceof Plan.Create && ifExists != IfExists.CREATE && state.planCreate(desired.name());
            return planned ? new Plan.CreatedByOtherModule() : plan;
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
        try {
            state.throwIfInDoubt(desired.name());
            claimName(desired, ifExists, module);
            Optional<Result> done = state.result(desired, ifExists);
            if (done.isPresent()) {
                return done.get();
            }
            Result result = apply(plan(desired, ifExists), desired, ifExists);
            if (ifExists != IfExists.CREATE) {
                state.remember(desired, ifExists, result);
            }
            return result;
        } catch (Exception e) {
            state.forgetActions();
            throw e;
        } finally {
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

    /** If another action is created each time, no module shares the name. */
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
            state.forgetActions(); // the action was deleted after it had been listed
            return planOnce(desired, ifExists);
        }
    }

    private Plan planOnce(PushAction desired, IfExists ifExists) throws BuddyException {
        if (ifExists == IfExists.CREATE) {
            return new Plan.Create(placed(desired), Plan.Listing.UNWANTED);
        }
        Optional<List<ActionSummary>> all = actions(desired.name());
        List<ActionSummary> named = NameLookup.named(desired.name(), all.orElse(List.of()));
        List<ActionSummary> existing = NameLookup.pushActions(named);
        if (existing.isEmpty() && !named.isEmpty()) {
            throw ConflictException.with(ConflictException.Kind.OTHER_TYPE, named);
        }
        if (existing.isEmpty()) {
            throwIfSimilar(desired, all.orElse(List.of()));
            return new Plan.Create(placed(desired), all.isPresent() ? Plan.Listing.COMPLETE : Plan.Listing.IMPOSSIBLE);
        }
        return planForExisting(desired, ifExists, existing);
    }

    private static void throwIfSimilar(PushAction desired, List<ActionSummary> all) throws ConflictException {
        SimilarName name = new SimilarName(desired.name());
        List<ActionSummary> similar = new ArrayList<>();
        for (ActionSummary action : all) {
            if (name.isSimilarTo(action.name())) {
                similar.add(action);
            }
        }
        if (!similar.isEmpty()) {
            throw ConflictException.with(ConflictException.Kind.SIMILAR_NAME, similar);
        }
    }

    /** Returns the action with the id of the one after which it goes, if the POM has the name of that one. */
    private PushAction placed(PushAction desired) throws BuddyException {
        if (desired.afterActionName().isEmpty()) {
            return desired;
        }
        String name = desired.afterActionName().get();
        Optional<List<ActionSummary>> known = actions(name);
        List<ActionSummary> all = known.isPresent() ? known.get() : client.listActions(pipeline);
        boolean planned = state.isPlanned(name) && NameLookup.named(name, all).isEmpty();
        return planned
                ? desired
                : desired.after(NameLookup.action(named(Field.AFTER_ACTION_NAME.parameter(), name), all));
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
        return planUpdate(desired, existing.get(0));
    }

    private Plan.Update planUpdate(PushAction desired, ActionSummary existing) throws BuddyException {
        RemoteAction remote = client.getAction(pipeline, existing.id());
        return new Plan.Update(desired, remote, ActionDiff.between(desired, remote.fields()));
    }

    /**
     * Returns the actions of the pipeline; nothing if there is no list at its address, of which the POST will tell.
     *
     * @param sought the name that the caller looks for
     */
    private Optional<List<ActionSummary>> actions(String sought) throws BuddyException {
        if (!state.isListedFor(sought)) {
            try {
                state.listed(client.listActions(pipeline, sought), clock.instant());
            } catch (ClientErrorException refusal) {
                if (refusal.status() != 404) {
                    throw refusal;
                }
            }
        }
        return state.actions();
    }

    private Result apply(Plan plan, PushAction desired, IfExists ifExists) throws BuddyException {
        Plan current = plan;
        if (plan instanceof Plan.Create create && isListed(create) && state.isListOutdated(clock.instant())) {
            state.forgetActions();
            current = plan(desired, ifExists);
        }
        if (current instanceof Plan.Create create) {
            return create(create);
        }
        return current instanceof Plan.Update update ? apply(update) : Result.skipped(((Plan.Skip) current).existing());
    }

    private Result create(Plan.Create plan) throws BuddyException {
        PushAction desired = plan.desired();
        state.written();
        IdempotentCreate.Created created;
        try {
            created = new IdempotentCreate(client, pipeline, desired, isListed(plan), state.knownIds(), clock, sleeper)
                    .create();
        } catch (BuddyException failure) {
            if (failure.mayHaveChanged()) {
                state.doubt(desired.name(), failure);
            }
            throw failure;
        }
        deleteIfRenamed(desired, created.action());
        Result result = isListed(plan) && state.looksAfterCreate()
                ? lookAfterCreate(desired, created)
                : finish(desired, created);
        return plan.listing() == Plan.Listing.IMPOSSIBLE ? result.withoutList() : result;
    }

    private static boolean isListed(Plan.Create plan) {
        return plan.listing() == Plan.Listing.COMPLETE;
    }

    /** A server that stores another name than was sent would get one more action with every run. */
    private void deleteIfRenamed(PushAction desired, ActionSummary stored) throws ConflictException {
        boolean sameName = stored.name().isEmpty() || stored.name().equals(desired.name());
        boolean sameType = stored.type().isEmpty() || stored.type().equals(PushAction.TYPE);
        if (sameName && sameType) {
            return;
        }
        boolean deleted = true;
        try {
            new IdempotentDelete(client, pipeline, sleeper).delete(stored.id());
        } catch (BuddyException e) {
            deleted = false;
        }
        ConflictException renamed = ConflictException.renamed(stored, deleted);
        if (!deleted) {
            state.doubt(desired.name(), renamed); // the next module would leave one more
        }
        throw renamed;
    }

    /** Another build may have created the same action after this one had listed them: then the older one stays. */
    private Result lookAfterCreate(PushAction desired, IdempotentCreate.Created created) throws BuddyException {
        ActionSummary own = created.action();
        ActionList list;
        try {
            list = client.listActions(pipeline, desired.name());
        } catch (BuddyException e) {
            return finish(desired, created); // it is created, and that is what counts
        }
        ActionSummary oldest = own;
        for (ActionSummary action : list.actions()) {
            if (action.id() == own.id()) {
                deleteIfRenamed(desired, action);
            }
            boolean newcomer =
                    action.name().equals(desired.name()) && !state.knownIds().contains(action.id());
            oldest = newcomer && action.type().equals(PushAction.TYPE) && action.id() < oldest.id() ? action : oldest;
        }
        state.listed(list, clock.instant());
        state.looked();
        return oldest.id() == own.id() ? finish(desired, created) : giveWay(desired, own, oldest, created.duplicates());
    }

    private Result giveWay(PushAction desired, ActionSummary own, ActionSummary older, List<Duplicate> duplicates)
            throws BuddyException {
        state.lookAfterEachCreate();
        try {
            new IdempotentDelete(client, pipeline, sleeper).delete(own.id());
        } catch (BuddyException e) {
            throw ConflictException.several(List.of(older, own), e);
        }
        state.removed(own.id());
        List<Duplicate> all = new ArrayList<>(duplicates);
        all.add(new Duplicate(own.id(), older.id(), Duplicate.Cause.OTHER_BUILD));
        return apply(planUpdate(desired, older)).withDuplicates(all);
    }

    private Result finish(PushAction desired, IdempotentCreate.Created created) throws BuddyException {
        state.created(created.action().sentAs(desired.name(), PushAction.TYPE));
        Optional<RemoteAction> remote =
                created.found() ? updateIfDifferent(desired, created.remote()) : created.remote();
        return Result.created(created.action(), remote, desired).withDuplicates(created.duplicates());
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

    private Result apply(Plan.Update plan) throws BuddyException {
        return plan.diff().isEmpty()
                ? Result.unchanged(plan.existing())
                : Result.updated(send(plan.desired(), plan.existing(), plan.diff()), plan);
    }

    private RemoteAction send(PushAction desired, RemoteAction existing, ActionDiff diff) throws BuddyException {
        state.written();
        return new SettledUpdate(client, pipeline, sleeper).update(desired, existing, diff);
    }
}
