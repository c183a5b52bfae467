package io.github.buddymaven.reconcile;

import io.github.buddymaven.action.ActionDiff;
import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.FieldChange;
import io.github.buddymaven.action.PushAction;
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
 * @param remote the action as Buddy has it now; empty if it was not read
 * @param changes what was changed
 * @param resent the fields that were sent because they cannot be compared
 * @param keptByBuddy the fields of which Buddy keeps another value than was sent
 * @param duplicates what was created once too often, and deleted again
 * @param isWithoutList whether the action was created although there is no list to look into
 */
public record Result(
        Kind kind,
        ActionSummary summary,
        Optional<RemoteAction> remote,
        List<FieldChange> changes,
        Set<Field> resent,
        List<FieldChange> keptByBuddy,
        List<Duplicate> duplicates,
        boolean isWithoutList)
        implements Outcome {
    /** What became of an action. */
    public enum Kind {
        CREATED,
        UPDATED,
        UNCHANGED,
        SKIPPED
    }

    private Result(Kind kind, ActionSummary summary, Optional<RemoteAction> remote) {
        this(kind, summary, remote, List.of(), Set.of(), List.of(), List.of(), false);
    }

    static Result skipped(ActionSummary existing) {
        return new Result(Kind.SKIPPED, existing, Optional.empty());
    }

    static Result unchanged(RemoteAction existing) {
        return new Result(Kind.UNCHANGED, existing.summary(), Optional.of(existing));
    }

    static Result created(ActionSummary action, Optional<RemoteAction> remote, PushAction desired) {
        List<FieldChange> kept = remote.isPresent()
                ? ActionDiff.keptByBuddy(desired, remote.get().fields())
                : List.of();
        return new Result(Kind.CREATED, action, remote, List.of(), Set.of(), kept, List.of(), false);
    }

    static Result updated(RemoteAction updated, Plan.Update plan) {
        return new Result(
                plan.changes().isEmpty() ? Kind.UNCHANGED : Kind.UPDATED,
                updated.summary(),
                Optional.of(updated),
                plan.changes(),
                plan.diff().uncomparable(),
                ActionDiff.keptByBuddy(plan.desired(), updated.fields()),
                List.of(),
                false);
    }

    Result withDuplicates(List<Duplicate> deleted) {
        return new Result(kind, summary, remote, changes, resent, keptByBuddy, deleted, isWithoutList);
    }

    Result withoutList() {
        return new Result(kind, summary, remote, changes, resent, keptByBuddy, duplicates, true);
    }

    /** Returns the result for another module that wants the same: nothing is left to do. */
    Result again() {
        return new Result(kind == Kind.SKIPPED ? Kind.SKIPPED : Kind.UNCHANGED, summary, remote);
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
        return changed && remote.isPresent() && remote.get().isDefinedInGit();
    }
}
