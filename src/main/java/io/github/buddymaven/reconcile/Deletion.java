package io.github.buddymaven.reconcile;

import io.github.buddymaven.action.FieldChange;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.RemoteAction;
import java.util.List;
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

    @Override
    public Optional<RemoteAction> remote() {
        return Optional.empty();
    }

    @Override
    public List<FieldChange> changes() {
        return List.of();
    }

    @Override
    public boolean willBeUndone() {
        return false;
    }
}
