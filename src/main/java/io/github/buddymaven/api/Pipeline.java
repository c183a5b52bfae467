package io.github.buddymaven.api;

import java.net.URI;

/**
 * The pipeline whose action is meant, and where it is.
 *
 * @param project the project that it is in
 * @param id its number
 */
public record Pipeline(Project project, int id) implements PipelineRef {
    /** Where its actions are listed and added. */
    public URI actions() {
        return URI.create(uri() + "/actions");
    }

    /** Where one of its actions is. */
    public URI action(long actionId) {
        return URI.create(actions() + "/" + actionId);
    }

    URI uri() {
        return URI.create(project.pipelines() + "/" + id);
    }

    @Override
    public String address() {
        return uri().toString();
    }

    /** As a person would name it: workspace, project, number. */
    @Override
    public String toString() {
        return project + "/" + id;
    }
}
