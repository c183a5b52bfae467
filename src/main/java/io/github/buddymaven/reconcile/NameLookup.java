package io.github.buddymaven.reconcile;

import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.BuddyClient;
import io.github.buddymaven.api.BuddyException;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.PipelineRef;
import io.github.buddymaven.api.Project;
import io.github.buddymaven.api.RemoteAction;
import io.github.buddymaven.validation.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Finds what POMs name: pipelines and actions. The pipelines of a project are listed once a build. */
public final class NameLookup {
    /** What can be looked up. */
    public enum Kind {
        PIPELINE,
        ACTION,
        PUSH_ACTION
    }

    /**
     * Something with a name in Buddy.
     *
     * @param id its number
     * @param name its name
     */
    public record Candidate(long id, String name) {}

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Map<Project, List<Pipeline.Summary>> pipelines = new HashMap<>();

    /** Returns a pipeline with its number. */
    public Pipeline pipeline(PipelineRef reference, BuddyClient client) throws BuddyException, InterruptedException {
        if (reference instanceof Pipeline pipeline) {
            return pipeline;
        }
        PipelineRef.ByName named = (PipelineRef.ByName) reference;
        List<Candidate> candidates = new ArrayList<>();
        for (Pipeline.Summary pipeline : pipelines(named.project(), client)) {
            candidates.add(new Candidate(pipeline.id(), pipeline.name()));
        }
        long id = only(Kind.PIPELINE, Parameter.named("pipelineName", named.name()), candidates);
        return new Pipeline(named.project(), Math.toIntExact(id));
    }

    private List<Pipeline.Summary> pipelines(Project project, BuddyClient client)
            throws BuddyException, InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!pipelines.containsKey(project)) {
                pipelines.put(project, client.listPipelines(project));
            }
            return pipelines.get(project);
        } finally {
            lock.unlock();
        }
    }

    /** Returns the id of the only action of a name. */
    static long action(Parameter name, List<ActionSummary> actions) throws NameLookupException {
        return only(Kind.ACTION, name, candidates(actions));
    }

    /** Gets the only push action of a name. */
    public static RemoteAction pushAction(String name, Pipeline pipeline, BuddyClient client) throws BuddyException {
        List<ActionSummary> all = client.listActions(pipeline);
        List<ActionSummary> named = named(name, all);
        List<ActionSummary> pushActions = pushActions(named);
        if (pushActions.isEmpty() && !named.isEmpty()) {
            throw ConflictException.with(ConflictException.Kind.OTHER_TYPE, named);
        }
        if (pushActions.size() > 1) {
            throw ConflictException.with(ConflictException.Kind.SEVERAL, pushActions);
        }
        long id = only(Kind.PUSH_ACTION, Parameter.named("name", name), candidates(pushActions(all)));
        return client.getAction(pipeline, id);
    }

    static List<ActionSummary> named(String name, List<ActionSummary> actions) {
        List<ActionSummary> named = new ArrayList<>();
        for (ActionSummary action : actions) {
            if (action.name().equals(name)) {
                named.add(action);
            }
        }
        return named;
    }

    static List<ActionSummary> pushActions(List<ActionSummary> actions) {
        List<ActionSummary> pushActions = new ArrayList<>();
        for (ActionSummary action : actions) {
            if (action.type().equals(PushAction.TYPE)) {
                pushActions.add(action);
            }
        }
        return pushActions;
    }

    static List<Candidate> candidates(List<ActionSummary> actions) {
        List<Candidate> candidates = new ArrayList<>();
        for (ActionSummary action : actions) {
            candidates.add(new Candidate(action.id(), action.name()));
        }
        return candidates;
    }

    private static long only(Kind kind, Parameter name, List<Candidate> candidates) throws NameLookupException {
        NameLookupException failure = new NameLookupException(kind, name, candidates);
        if (failure.matches().size() != 1) {
            throw failure;
        }
        return failure.matches().get(0).id();
    }
}
