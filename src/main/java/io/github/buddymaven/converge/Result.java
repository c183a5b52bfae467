package io.github.buddymaven.converge;

import io.github.buddymaven.action.Difference;
import io.github.buddymaven.action.Field;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.RemoteAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was done.
 *
 * @param outcome what became of the action
 * @param action which action
 * @param remote the action as Buddy has it now; empty where nobody asked
 * @param differences what was changed
 * @param secretsSent the fields with secrets that were sent again, since they cannot be compared
 */
public record Result(
        Outcome outcome,
        ActionSummary action,
        Optional<RemoteAction> remote,
        List<Difference> differences,
        Set<Field> secretsSent) {
    static Result of(Outcome outcome, RemoteAction remote) {
        return new Result(outcome, remote.summary(), Optional.of(remote), List.of(), Set.of());
    }

    /** The same for who wants it again in this build: by then nothing is left to do. */
    Result again() {
        Outcome now = outcome == Outcome.SKIPPED ? Outcome.SKIPPED : Outcome.UNCHANGED;
        return new Result(now, action, remote, List.of(), Set.of());
    }

    /** Whether the next synchronisation with git will undo what was changed. */
    public boolean willBeUndone() {
        boolean changed = outcome == Outcome.CREATED || outcome == Outcome.UPDATED;
        return changed && remote.filter(RemoteAction::isDefinedInGit).isPresent();
    }
}
