package io.github.buddymaven.reconcile;

import io.github.buddymaven.action.FieldChange;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.RemoteAction;
import java.util.List;
import java.util.Optional;

/** What a run has done, or a dry run would do: everything that a report needs. */
public interface Outcome {
    /** Returns the word that users and their scripts know: {@code created}, {@code would update}. */
    String word();

    /** Returns the action; empty if it is not there yet. */
    default Optional<ActionSummary> action() {
        return Optional.empty();
    }

    /** Returns the action as Buddy has it; empty if it was not read. */
    default Optional<RemoteAction> remote() {
        return Optional.empty();
    }

    /** Returns what differs or differed. */
    default List<FieldChange> changes() {
        return List.of();
    }

    /** Returns whether the next synchronisation with git will undo this, because the pipeline is defined there. */
    default boolean willBeUndone() {
        return false;
    }
}
