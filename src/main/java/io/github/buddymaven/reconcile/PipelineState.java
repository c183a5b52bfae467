package io.github.buddymaven.reconcile;

import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.api.ActionList;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.BuddyException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What one build knows of one pipeline: its actions, and what the modules have done with it. Only to be used while locked; the
 * lock also keeps the order in which actions are created.
 */
public final class PipelineState {
    private static final Duration MAX_LIST_AGE = Duration.ofSeconds(30);

    private record Claim(PushAction desired, String module) {}

    private record Done(IfExists ifExists, Result result) {}

    private final ReentrantLock lock;
    private final AtomicLong writes;
    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, Done> results = new HashMap<>();
    private final Map<String, BuddyException> doubts = new HashMap<>();
    private final Set<String> plannedNames = new HashSet<>();
    private final Set<Long> knownIds = new HashSet<>();
    private Optional<ActionList> list = Optional.empty();
    private Instant listedAt = Instant.MIN;
    private long writesWhenListed;
    private boolean looksAfterEachCreate;
    private boolean hasLooked;

    /**
     * Begins to know a pipeline.
     *
     * @param lock shared by all that use the pipeline in this build, in whatever class loader
     * @param writes counts what they have changed
     */
    public PipelineState(ReentrantLock lock, AtomicLong writes) {
        this.lock = lock;
        this.writes = writes;
    }

    void lock() throws InterruptedException {
        lock.lockInterruptibly();
    }

    void unlock() {
        lock.unlock();
    }

    /** Claims the name of an action for a module; no other module may want the same name with other content. */
    void claimName(PushAction desired, String module) throws ConflictException {
        Claim first = claims.putIfAbsent(desired.name(), new Claim(desired, module));
        if (first != null && !first.desired().hasSameContentAs(desired)) {
            throw ConflictException.withModule(first.module());
        }
    }

    /** Fails if an action of this name may still appear, because the response about it got lost. */
    void throwIfInDoubt(String name) throws BuddyException {
        if (doubts.containsKey(name)) {
            throw doubts.get(name);
        }
    }

    /** Remembers that an action of this name may still appear. */
    void doubt(String name, BuddyException reason) {
        doubts.put(name, reason);
    }

    /** Returns what this build has already done for another module that wants the same. */
    Optional<Result> result(PushAction desired, IfExists ifExists) {
        Done done = results.get(desired.name());
        return done != null && done.ifExists() == ifExists
                ? Optional.of(done.result().again())
                : Optional.empty();
    }

    void remember(PushAction desired, IfExists ifExists, Result result) {
        results.put(desired.name(), new Done(ifExists, result));
    }

    /** Remembers that a dry run would create an action; returns whether another module would have done so before. */
    boolean planCreate(String name) {
        return !plannedNames.add(name);
    }

    /** Returns whether a dry run of an earlier module would have created an action of this name. */
    boolean isPlanned(String name) {
        return plannedNames.contains(name);
    }

    Optional<List<ActionSummary>> actions() {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get().actions());
    }

    /** Returns whether the list that is known answers for a name: it is on it, or the list is whole. */
    boolean isListedFor(String name) {
        return list.isPresent()
                && (list.get().isComplete()
                        || !NameLookup.named(name, list.get().actions()).isEmpty());
    }

    void listed(ActionList actions, Instant now) {
        list = Optional.of(actions);
        listedAt = now;
        writesWhenListed = writes.get();
        for (ActionSummary action : actions.actions()) {
            knownIds.add(action.id());
        }
    }

    /** Returns whether the list is too old to create something on it, or something else in this build has written since. */
    boolean isListOutdated(Instant now) {
        return writes.get() != writesWhenListed
                || Duration.between(listedAt, now).compareTo(MAX_LIST_AGE) > 0;
    }

    /** Returns the ids of all actions that this build has heard of: a response about one of them tells of nothing new. */
    Set<Long> knownIds() {
        return Collections.unmodifiableSet(knownIds);
    }

    /** Counts a request that may have changed something. */
    void written() {
        boolean current = writes.get() == writesWhenListed;
        long now = writes.incrementAndGet();
        writesWhenListed = current ? now : writesWhenListed;
    }

    void created(ActionSummary action) {
        knownIds.add(action.id());
        if (list.isPresent() && !list.get().contains(action.id())) {
            List<ActionSummary> all = new ArrayList<>(list.get().actions());
            all.add(action);
            list = Optional.of(new ActionList(all, list.get().isComplete()));
        }
    }

    /** Takes an action off the list, because this build has deleted it. */
    void removed(long id) {
        list = list.map(known -> new ActionList(
                known.actions().stream().filter(action -> action.id() != id).toList(), known.isComplete()));
    }

    /** Forgets what this build knows of a name, which is free again. */
    void deleted(String name) {
        claims.remove(name);
        results.remove(name);
        forgetActions();
        written();
    }

    /** Returns whether to look if another build was quicker: after the first create, and after each once one was. */
    boolean looksAfterCreate() {
        return !hasLooked || looksAfterEachCreate;
    }

    /** A look after a create has succeeded. */
    void looked() {
        hasLooked = true;
    }

    /** Another build is at work in this pipeline. */
    void lookAfterEachCreate() {
        looksAfterEachCreate = true;
    }

    /** Forgets the list, because it is unknown after a failure what is there. */
    void forgetActions() {
        list = Optional.empty();
    }
}
