package io.github.buddymaven.report;

import io.github.buddymaven.api.PipelineRef;
import io.github.buddymaven.reconcile.IfExists;
import io.github.buddymaven.validation.Parameter;

/**
 * What a goal tries to do, in the words of its failures.
 *
 * @param failure says that it did not succeed
 * @param withoutReading what the user may do if the token must not read; empty if there is nothing
 */
public record Attempt(String failure, String withoutReading) {
    /** Returns the attempt to create or update an action. */
    public static Attempt toReconcile(String action, PipelineRef pipeline, IfExists ifExists) {
        return new Attempt(
                "Could not create or update action '" + Parameter.display(action) + "' in pipeline " + pipeline,
                ifExists == IfExists.CREATE
                        ? "Or name the action after which this one goes by its number, with <afterActionId>."
                        : "Or set <ifExists>create</ifExists> to create the action without reading.");
    }

    /** Returns the attempt to compare an action with the POM. */
    public static Attempt toCheck(String action, PipelineRef pipeline) {
        return new Attempt(
                "Could not check whether action '" + Parameter.display(action) + "' in pipeline " + pipeline
                        + " is as the POM describes it",
                "");
    }

    /** Returns the attempt to export an action. */
    public static Attempt toExport(String action, PipelineRef pipeline) {
        return new Attempt("Could not export action '" + Parameter.display(action) + "' of pipeline " + pipeline, "");
    }

    /** Returns the attempt to list the actions of a pipeline. */
    public static Attempt toList(PipelineRef pipeline) {
        return new Attempt("Could not list the actions of pipeline " + pipeline, "");
    }
}
