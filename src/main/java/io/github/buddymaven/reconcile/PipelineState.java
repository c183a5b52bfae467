package io.github.buddymaven.reconcile;

import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.api.ActionSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What one build knows of one pipeline: its actions, listed once, and what the modules have done with it. Only to be used while
 * locked; the lock also keeps the order in which actions are created.
 */
public final class PipelineState {
    private record Claim(PushAction desired, String module) {}

    private record Done(IfExists ifExists, Result result) {}

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, Done> results = new HashMap<>();
    private final Set<Long> knownIds = new HashSet<>();
    private Optional<List<ActionSummary>> actions = Optional.empty();

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

    Optional<List<ActionSummary>> actions() {
        return actions;
    }

    void listed(List<ActionSummary> all) {
        actions = Optional.of(List.copyOf(all));
        for (ActionSummary action : all) {
            knownIds.add(action.id());
        }
    }

    /** Returns the ids of all actions that this build has heard of: a response about one of them tells of nothing new. */
    Set<Long> knownIds() {
        return Collections.unmodifiableSet(knownIds);
    }

    void created(ActionSummary action) {
        knownIds.add(action.id());
        if (actions.isPresent()) {
            List<ActionSummary> all = new ArrayList<>(actions.get());
            all.add(action);
            actions = Optional.of(List.copyOf(all));
        }
    }

    /** Forgets what this build knows of a name, which is free again. */
    void deleted(String name) {
        claims.remove(name);
        results.remove(name);
        forgetActions();
    }

    /** Forgets the list, because nobody knows after a failure what is there. */
    void forgetActions() {
        actions = Optional.empty();
    }
}
