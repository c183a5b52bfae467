package io.github.buddymaven.converge;

import static java.util.stream.Collectors.toSet;

import io.github.buddymaven.action.Difference;
import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.action.Value;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.BuddyApi;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.Refusal;
import io.github.buddymaven.api.RemoteAction;
import io.github.buddymaven.api.UnusableAnswer;
import io.github.buddymaven.http.Sleeper;
import io.github.buddymaven.http.TransportException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes one action of a pipeline what the POM wants it to be. */
public final class Convergence {
    private final BuddyApi api;
    private final Pipeline pipeline;
    private final PipelineMemory memory;
    private final Sleeper sleeper;

    public Convergence(BuddyApi api, Pipeline pipeline, PipelineMemory memory, Sleeper sleeper) {
        this.api = api;
        this.pipeline = pipeline;
        this.memory = memory;
        this.sleeper = sleeper;
    }

    /**
     * Looks what would have to be done, and does nothing.
     *
     * @param module who wants it, for a person who reads of a conflict
     */
    public Plan plan(PushAction wanted, IfExists ifExists, String module)
            throws Refusal, UnusableAnswer, TransportException, Conflict, ListRefused, NoSingleMatch,
                    InterruptedException {
        memory.lock();
        try {
            agree(wanted, ifExists, module);
            return look(wanted, ifExists);
        } finally {
            memory.unlock();
        }
    }

    /**
     * Does what has to be done; for the same wish of a second module that is nothing.
     *
     * @param module who wants it, for a person who reads of a conflict
     */
    public Result converge(PushAction wanted, IfExists ifExists, String module)
            throws Refusal, UnusableAnswer, TransportException, Conflict, ListRefused, NoSingleMatch,
                    InterruptedException {
        memory.lock();
        boolean known = false;
        try {
            agree(wanted, ifExists, module);
            Optional<Result> done = ifExists == IfExists.CREATE ? Optional.empty() : memory.done(wanted, ifExists);
            Result result = done.isPresent() ? done.get() : carryOut(look(wanted, ifExists), wanted);
            if (ifExists != IfExists.CREATE && done.isEmpty()) {
                memory.remember(wanted, ifExists, result);
            }
            known = true;
            return result;
        } finally {
            if (!known) {
                memory.forgetActions();
            }
            memory.unlock();
        }
    }

    /** What is to be said of the build action that the POM names, as far as the list tells that was read. */
    public Optional<UnknownBuildAction> unknownBuildAction(PushAction wanted) throws InterruptedException {
        memory.lock();
        try {
            return memory.actions().flatMap(all -> UnknownBuildAction.of(wanted, all));
        } finally {
            memory.unlock();
        }
    }

    /** Who creates another each time does not share the name with anybody. */
    private void agree(PushAction wanted, IfExists ifExists, String module) throws Conflict {
        if (ifExists != IfExists.CREATE) {
            memory.wants(wanted, module);
        }
    }

    private Plan look(PushAction wanted, IfExists ifExists)
            throws Refusal, UnusableAnswer, TransportException, Conflict, ListRefused, NoSingleMatch {
        try {
            return lookOnce(wanted, ifExists);
        } catch (Refusal refusal) {
            if (refusal.status() != 404) {
                throw refusal;
            }
            memory.forgetActions(); // somebody has deleted the action since it was listed
            return lookOnce(wanted, ifExists);
        }
    }

    private Plan lookOnce(PushAction wanted, IfExists ifExists)
            throws Refusal, UnusableAnswer, TransportException, Conflict, ListRefused, NoSingleMatch {
        if (ifExists == IfExists.CREATE) {
            return new Plan.Create(placed(wanted), false);
        }
        Optional<List<ActionSummary>> all = actions();
        List<ActionSummary> named = all.orElse(List.of()).stream()
                .filter(action -> action.name().equals(wanted.name()))
                .toList();
        List<ActionSummary> same = named.stream()
                .filter(action -> action.type().equals(PushAction.TYPE))
                .toList();
        if (same.isEmpty() && !named.isEmpty()) {
            throw new Conflict(Conflict.Kind.OTHER_TYPE, named);
        }
        return same.isEmpty() ? new Plan.Create(placed(wanted), all.isPresent()) : existing(wanted, ifExists, same);
    }

    /** With the number of the action behind which it goes, where the POM has that one's name. */
    private PushAction placed(PushAction wanted)
            throws Refusal, UnusableAnswer, TransportException, ListRefused, NoSingleMatch {
        if (wanted.afterActionName().isEmpty()) {
            return wanted;
        }
        Optional<List<ActionSummary>> known = actions();
        List<ActionSummary> all = known.isPresent() ? known.get() : api.list(pipeline);
        List<NoSingleMatch.Candidate> candidates = all.stream()
                .map(action -> new NoSingleMatch.Candidate(action.id(), action.name()))
                .toList();
        String name = wanted.afterActionName().get();
        return wanted.behind(NoSingleMatch.find("action", "afterActionName", name, candidates));
    }

    private Plan existing(PushAction wanted, IfExists ifExists, List<ActionSummary> same)
            throws Refusal, UnusableAnswer, TransportException, Conflict {
        if (ifExists == IfExists.SKIP) {
            return new Plan.Skip(same.get(0));
        }
        if (ifExists == IfExists.FAIL) {
            throw new Conflict(Conflict.Kind.EXISTS, same);
        }
        if (same.size() > 1) {
            throw new Conflict(Conflict.Kind.SEVERAL, same);
        }
        RemoteAction existing = api.get(pipeline, same.get(0).id());
        return new Plan.Update(existing, wanted.differencesTo(existing.fields()));
    }

    /** The actions of the pipeline; empty where the address of the list is unknown, of which the POST will tell. */
    private Optional<List<ActionSummary>> actions() throws Refusal, UnusableAnswer, TransportException, ListRefused {
        if (memory.actions().isEmpty()) {
            try {
                api.listIfKnown(pipeline).ifPresent(memory::listed);
            } catch (Refusal refusal) {
                if (refusal.status() == 403 && !refusal.isRateLimit()) {
                    throw new ListRefused(refusal);
                }
                throw refusal;
            }
        }
        return memory.actions();
    }

    private Result carryOut(Plan plan, PushAction wanted)
            throws Refusal, UnusableAnswer, TransportException, Conflict, InterruptedException {
        if (plan instanceof Plan.Create create) {
            return create(create);
        }
        if (plan instanceof Plan.Update update) {
            return update(wanted, update);
        }
        if (plan instanceof Plan.Skip skip) {
            return new Result(Outcome.SKIPPED, skip.existing(), Optional.empty(), List.of(), Set.of());
        }
        throw new IllegalStateException("no way to carry out " + plan);
    }

    private Result create(Plan.Create plan)
            throws Refusal, UnusableAnswer, TransportException, Conflict, InterruptedException {
        PushAction wanted = plan.action();
        Addition.Added added = new Addition(api, pipeline, wanted, plan.looked(), memory.ids(), sleeper).add();
        ActionSummary action = added.action();
        memory.added(action.sentAs(wanted.name(), PushAction.TYPE));
        return new Result(Outcome.CREATED, action, mended(wanted, added), List.of(), Set.of());
    }

    /** An action that was found is compared too: it may be another build's, of the same name. */
    private Optional<RemoteAction> mended(PushAction wanted, Addition.Added added)
            throws Refusal, UnusableAnswer, TransportException {
        Optional<RemoteAction> remote = added.remote().filter(action -> added.found());
        if (remote.isPresent()) {
            Map<Field, Value> existing = remote.get().fields();
            List<Difference> differences = wanted.differencesTo(existing);
            if (!differences.isEmpty()) {
                return Optional.of(
                        api.edit(pipeline, added.action().id(), wanted.name(), wanted.changes(differences, existing)));
            }
        }
        return added.remote();
    }

    private Result update(PushAction wanted, Plan.Update plan) throws Refusal, UnusableAnswer, TransportException {
        Map<Field, Value> changes =
                wanted.changes(plan.differences(), plan.existing().fields());
        List<Difference> differences = plan.differences();
        if (changes.isEmpty()) {
            return Result.of(Outcome.UNCHANGED, plan.existing());
        }
        long id = plan.existing().summary().id();
        RemoteAction edited = api.edit(pipeline, id, wanted.name(), changes);
        if (isAsBefore(edited, differences) && isAsBefore(api.get(pipeline, id), differences)) {
            edited = api.edit(pipeline, id, wanted.name(), changes);
        }
        return new Result(
                differences.isEmpty() ? Outcome.UNCHANGED : Outcome.UPDATED,
                edited.summary(),
                Optional.of(edited),
                differences,
                secrets(changes));
    }

    private static Set<Field> secrets(Map<Field, Value> changes) {
        return changes.entrySet().stream()
                .filter(change -> change.getValue().isSecret())
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    /** An answer that shows the old values may be the second copy of an earlier one. */
    private static boolean isAsBefore(RemoteAction answered, List<Difference> differences) {
        Map<Field, Value> fields = answered.fields();
        List<Difference> known = differences.stream()
                .filter(difference -> difference.existing().isPresent())
                .toList();
        return !known.isEmpty()
                && known.stream().allMatch(difference -> difference
                        .existing()
                        .equals(Optional.ofNullable(fields.get(difference.field()))
                                .map(difference.wanted()::hiding)));
    }
}
