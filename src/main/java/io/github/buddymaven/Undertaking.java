package io.github.buddymaven;

import io.github.buddymaven.api.PipelineRef;
import io.github.buddymaven.check.Element;
import io.github.buddymaven.converge.IfExists;

/**
 * What a goal is about to do, in the words of its failures.
 *
 * @param failed that it could not be done
 * @param evasion what else may be done where the token may not read; empty where nothing
 */
record Undertaking(String failed, String evasion) {
    static Undertaking converging(String action, PipelineRef pipeline, IfExists ifExists) {
        return new Undertaking(
                "The action '" + Element.shown(action) + "' could not be brought into pipeline " + pipeline,
                ifExists == IfExists.CREATE
                        ? ", or name the action behind which this one goes by its number, <afterActionId>"
                        : ", or set <ifExists>create</ifExists> to add the action without looking");
    }

    static Undertaking exporting(String action, PipelineRef pipeline) {
        return new Undertaking(
                "The action '" + Element.shown(action) + "' of pipeline " + pipeline + " could not be exported", "");
    }

    static Undertaking listing(PipelineRef pipeline) {
        return new Undertaking("The actions of pipeline " + pipeline + " could not be listed", "");
    }
}
