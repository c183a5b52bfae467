package io.github.buddymaven.reconcile;

import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.FieldChange;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.RemoteAction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What was done.
 *
 * @param kind what became of the action
 * @param summary the action
 * @param remote the action as Buddy has it now; empty if nobody asked
 * @param changes what was changed
 * @param resent the fields that were sent because they cannot be compared
 */
public record Result(
        Kind kind, ActionSummary summary, Optional<RemoteAction> remote, List<FieldChange> changes, Set<Field> resent)
        implements Outcome {
    /** What became of an action. */
    public enum Kind {
        CREATED,
        UPDATED,
        UNCHANGED,
        SKIPPED
    }

    static Result skipped(ActionSummary existing) {
        return new Result(Kind.SKIPPED, existing, Optional.empty(), List.of(), Set.of());
    }

    static Result unchanged(RemoteAction existing) {
        return new Result(Kind.UNCHANGED, existing.summary(), Optional.of(existing), List.of(), Set.of());
    }

    /** Returns the result for another module that wants the same: nothing is left to do. */
    Result again() {
        Kind now = kind == Kind.SKIPPED ? Kind.SKIPPED : Kind.UNCHANGED;
        return new Result(now, summary, remote, List.of(), Set.of());
    }

    @Override
    public String word() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<ActionSummary> action() {
        return Optional.of(summary);
    }

    @Override
    public boolean willBeUndone() {
        boolean changed = kind == Kind.CREATED || kind == Kind.UPDATED;
        return changed && remote.filter(RemoteAction::isDefinedInGit).isPresent();
    }
}
