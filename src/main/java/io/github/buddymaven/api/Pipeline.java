package io.github.buddymaven.api;

import java.net.URI;

/**
 * A pipeline of Buddy, and where it is.
 *
 * @param project its project
 * @param id its number
 */
public record Pipeline(Project project, int id) implements PipelineRef {
    /**
     * What the list of pipelines tells of one.
     *
     * @param id its number
     * @param name its name, which need not be unique
     */
    public record Summary(int id, String name) {}

    URI uri() {
        return URI.create(project.pipelinesUri() + "/" + id);
    }

    /** Returns where its actions are listed and created. */
    public URI actionsUri() {
        return URI.create(uri() + "/actions");
    }

    /** Returns where one of its actions is. */
    public URI actionUri(long actionId) {
        return URI.create(uri() + "/actions/" + actionId);
    }

    /** Returns where its runs are listed and started. */
    URI runsUri() {
        return URI.create(uri() + "/executions");
    }

    @Override
    public String address() {
        return uri().toString();
    }

    /** Returns the pipeline as a person would name it: workspace, project, number. */
    @Override
    public String toString() {
        return project + "/" + id;
    }
}
