package io.github.buddymaven.report;

import io.github.buddymaven.api.PipelineRef;
import io.github.buddymaven.api.RemoteRun;
import io.github.buddymaven.reconcile.IfExists;
import io.github.buddymaven.validation.Parameter;

/**
 * What a goal tries to do, in the words of its failures.
 *
 * @param failure says that it did not succeed
 * @param right the right that the token needs for it, besides that to read
 * @param doubt says what may have happened although the goal failed
 * @param otherwise says what is sure if that cannot have happened
 * @param withoutReading what the user may do if the token must not read; empty if there is nothing
 */
public record Attempt(String failure, String right, String doubt, String otherwise, String withoutReading) {
    // Source: buddy.works/docs/api, "Scopes", before and after August 2026.
    private static final String CHANGE = "to change pipelines (PIPELINE_WRITE, before August 2026 EXECUTION_MANAGE)";
    private static final String DELETE =
            "to delete actions (PIPELINE_MANAGE or PIPELINE_RUN, before August 2026 EXECUTION_MANAGE or EXECUTION_RUN)";
    private static final String NO_CHANGE = "Nothing was changed.";
    private static final String RUN = "to run pipelines (PIPELINE_RUN, before August 2026 EXECUTION_RUN)";

    /** Returns the attempt to create or update an action. */
    public static Attempt toReconcile(String action, PipelineRef pipeline, IfExists ifExists) {
        return new Attempt(
                "Could not create or update action '" + Parameter.display(action) + "' in pipeline " + pipeline,
                CHANGE,
                "The action may have been created or changed, or may still be. Run the build again later: it looks at pipeline "
                        + pipeline + " first.",
                NO_CHANGE,
                ifExists == IfExists.CREATE
                        ? "Or name the action after which this one goes by its number, with <afterActionId>."
                        : "Or set <ifExists>create</ifExists> to create the action without reading.");
    }

    /** Returns the attempt to compare an action with the POM. */
    public static Attempt toCheck(String action, PipelineRef pipeline) {
        return toRead("Could not check whether action '" + Parameter.display(action) + "' in pipeline " + pipeline
                + " is as the POM describes it");
    }

    /** Returns the attempt to delete an action. */
    public static Attempt toDelete(String action, PipelineRef pipeline) {
        return new Attempt(
                "Could not delete action '" + Parameter.display(action) + "' in pipeline " + pipeline,
                DELETE,
                "The action may have been deleted, or may still be. Run the build again later: it looks at pipeline "
                        + pipeline + " first.",
                NO_CHANGE,
                "");
    }

    /** Returns the attempt to run a pipeline. */
    public static Attempt toRun(PipelineRef pipeline) {
        return new Attempt(
                "Could not run pipeline " + pipeline,
                RUN,
                "The run may have started, or may still start. Look at pipeline " + pipeline
                        + " in Buddy before you run it again.",
                NO_CHANGE,
                "");
    }

    /** Returns the attempt to wait for the end of a run. */
    public static Attempt toWait(RemoteRun run, PipelineRef pipeline) {
        return new Attempt(
                RunReport.goesOn(run, pipeline) + ", but this build could not wait for its end", "", "", "", "");
    }

    /** Returns the attempt to export an action. */
    public static Attempt toExport(String action, PipelineRef pipeline) {
        return toRead("Could not export action '" + Parameter.display(action) + "' of pipeline " + pipeline);
    }

    /** Returns the attempt to list the actions of a pipeline. */
    public static Attempt toList(PipelineRef pipeline) {
        return toRead("Could not list the actions of pipeline " + pipeline);
    }

    private static Attempt toRead(String failure) {
        return new Attempt(failure, "", "", NO_CHANGE, "");
    }
}
