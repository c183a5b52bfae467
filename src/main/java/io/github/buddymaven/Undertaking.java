package io.github.buddymaven;

import io.github.buddymaven.api.PipelineRef;
import io.github.buddymaven.check.Element;

/**
 * What a goal is about to do, in the words of its failures.
 *
 * @param failed that it could not be done
 * @param right the right that the token needs for it
 * @param evasion what else may be done where the token may not read; empty where nothing
 */
record Undertaking(String failed, String right, String evasion) {
    static Undertaking converging(String action, PipelineRef pipeline) {
        return new Undertaking(
                "The action '" + Element.shown(action) + "' could not be brought into pipeline " + pipeline,
                "change pipelines",
                ", or set <ifExists>create</ifExists> to add the action without looking");
    }

    static Undertaking exporting(String action, PipelineRef pipeline) {
        return new Undertaking(
                "The action '" + Element.shown(action) + "' of pipeline " + pipeline + " could not be exported",
                "read pipelines",
                "");
    }

    static Undertaking listing(PipelineRef pipeline) {
        return new Undertaking("The actions of pipeline " + pipeline + " could not be listed", "read pipelines", "");
    }
}
