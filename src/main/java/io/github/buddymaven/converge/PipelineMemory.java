package io.github.buddymaven.converge;

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
 * What one build knows of one pipeline: its actions, listed once, and what the modules have wanted of it. Guarded by its
 * lock, which also keeps the order in which actions are added.
 */
public final class PipelineMemory {
    private record Planned(PushAction action, String module) {
        boolean isSame(PushAction wanted) {
            return action.complete().equals(wanted.complete())
                    && action.afterActionName().equals(wanted.afterActionName());
        }
    }

    private record Done(IfExists ifExists, Result result) {}

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Map<String, Done> results = new HashMap<>();
    private final Map<String, Planned> plans = new HashMap<>();
    private final Set<Long> ids = new HashSet<>();
    private Optional<List<ActionSummary>> actions = Optional.empty();

    void lock() throws InterruptedException {
        lock.lockInterruptibly();
    }

    void unlock() {
        lock.unlock();
    }

    /** Hears what a module wants; no other module may want the same name with other content. */
    void wants(PushAction wanted, String module) throws Conflict {
        Planned first = plans.putIfAbsent(wanted.name(), new Planned(wanted, module));
        if (first != null && !first.isSame(wanted)) {
            throw new Conflict(first.module());
        }
    }

    /** What this build has done for the same wish of another module. */
    Optional<Result> done(PushAction wanted, IfExists ifExists) {
        return Optional.ofNullable(results.get(wanted.name()))
                .filter(done -> done.ifExists() == ifExists)
                .map(done -> done.result().again());
    }

    void remember(PushAction wanted, IfExists ifExists, Result result) {
        results.put(wanted.name(), new Done(ifExists, result));
    }

    Optional<List<ActionSummary>> actions() {
        return actions;
    }

    void listed(List<ActionSummary> all) {
        actions = Optional.of(List.copyOf(all));
        all.forEach(action -> ids.add(action.id()));
    }

    /** The ids of all actions that this build has heard of: an answer about one of them tells of nothing new. */
    Set<Long> ids() {
        return Collections.unmodifiableSet(ids);
    }

    void added(ActionSummary action) {
        ids.add(action.id());
        actions = actions.map(before -> {
            List<ActionSummary> all = new ArrayList<>(before);
            all.add(action);
            return List.copyOf(all);
        });
    }

    /** After a failure nobody knows what is there: the next one looks again. */
    void forgetActions() {
        actions = Optional.empty();
    }
}
