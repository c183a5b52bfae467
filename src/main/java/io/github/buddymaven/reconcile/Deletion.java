package io.github.buddymaven.reconcile;

import io.github.buddymaven.api.ActionSummary;
import java.util.Optional;

/**
 * What became of an action that was to be deleted, or would become of it.
 *
 * @param action the action as it was; empty if there was none
 * @param isDone whether it was deleted, and not only looked for
 */
public record Deletion(Optional<ActionSummary> action, boolean isDone) implements Outcome {
    @Override
    public String word() {
        if (action.isEmpty()) {
            return "absent";
        }
        return isDone ? "deleted" : "would delete";
    }
}
