package io.github.buddymaven.converge;

import io.github.buddymaven.api.BuddyApi;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.PipelineName;
import io.github.buddymaven.api.PipelineRef;
import io.github.buddymaven.api.PipelineSummary;
import io.github.buddymaven.api.Project;
import io.github.buddymaven.api.Refusal;
import io.github.buddymaven.api.UnusableAnswer;
import io.github.buddymaven.http.TransportException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Finds the pipelines that POMs name; the pipelines of a project are listed once a build. */
public final class PipelineNames {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Map<Project, List<PipelineSummary>> listed = new HashMap<>();

    /** The pipeline with its number. */
    public Pipeline find(PipelineRef wanted, BuddyApi api)
            throws Refusal, UnusableAnswer, TransportException, NoSingleMatch, InterruptedException {
        if (wanted instanceof Pipeline pipeline) {
            return pipeline;
        }
        PipelineName named = (PipelineName) wanted;
        List<NoSingleMatch.Candidate> candidates = pipelines(named.project(), api).stream()
                .map(pipeline -> new NoSingleMatch.Candidate(pipeline.id(), pipeline.name()))
                .toList();
        return new Pipeline(
                named.project(),
                Math.toIntExact(NoSingleMatch.find("pipeline", "pipelineName", named.name(), candidates)));
    }

    private List<PipelineSummary> pipelines(Project project, BuddyApi api)
            throws Refusal, UnusableAnswer, TransportException, InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!listed.containsKey(project)) {
                listed.put(project, api.pipelines(project));
            }
            return listed.get(project);
        } finally {
            lock.unlock();
        }
    }
}
