package io.github.buddymaven.report;

import io.github.buddymaven.api.PipelineRef;
import io.github.buddymaven.reconcile.Deletion;
import io.github.buddymaven.validation.Parameter;
import java.util.ArrayList;
import java.util.List;

/** What a person reads of an action that was to be deleted. */
public final class DeletionReport {
    private DeletionReport() {}

    /** Returns the outcome, and the address that the action had. */
    public static List<String> lines(Deletion deletion, String name, PipelineRef pipeline) {
        String in = "'" + Parameter.display(name) + "'"
                + deletion.action()
                        .map(action -> " (id " + action.displayId() + ")")
                        .orElse("") + " in pipeline " + pipeline;
        List<String> lines = new ArrayList<>();
        if (deletion.isDone()) {
            lines.add("Action " + in + ": " + deletion.word());
        } else if (deletion.action().isPresent()) {
            lines.add("Dry run: would delete action " + in);
        } else {
            lines.add("Dry run: action " + in + ": absent");
        }
        deletion.action().flatMap(action -> action.htmlUrl().or(action::url)).ifPresent(lines::add);
        return lines;
    }
}
