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
    Optional<ActionSummary> action();

    /** Returns the action as Buddy has it; empty if nobody asked. */
    Optional<RemoteAction> remote();

    /** Returns what differs or differed. */
    List<FieldChange> changes();

    /** Returns whether the next synchronisation with git will undo this, because the pipeline is defined there. */
    boolean willBeUndone();
}
