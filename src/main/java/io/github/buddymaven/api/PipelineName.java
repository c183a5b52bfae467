package io.github.buddymaven.api;

import io.github.buddymaven.check.Element;

/**
 * A pipeline by its name.
 *
 * @param project the project that it is in
 * @param name its name, which need not be unique there
 */
public record PipelineName(Project project, String name) implements PipelineRef {
    @Override
    public String address() {
        return project.pipelines() + "/{number of '" + Element.shown(name) + "'}";
    }

    /** As a person would name it: workspace, project, name. */
    @Override
    public String toString() {
        return project + "/'" + Element.shown(name) + "'";
    }
}
