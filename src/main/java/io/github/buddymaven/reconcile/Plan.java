package io.github.buddymaven.reconcile;

import io.github.buddymaven.action.ActionDiff;
import io.github.buddymaven.action.FieldChange;
import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.RemoteAction;
import java.util.List;
import java.util.Optional;

/** What has to be done for the pipeline to be as the POM wants it. */
public sealed interface Plan extends Outcome {
    /** Returns whether the pipeline is not as the POM wants it. */
    default boolean isChange() {
        return this instanceof Create || !changes().isEmpty();
    }

    /**
     * Create the action.
     *
     * @param desired the action as it would be sent
     * @param listed whether a list has shown that there is none of this name
     */
    record Create(PushAction desired, boolean listed) implements Plan {
        @Override
        public String word() {
            return "would create";
        }

        @Override
        public Optional<ActionSummary> action() {
            return Optional.empty();
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

    /**
     * Update what differs, which may be nothing.
     *
     * @param desired the action that the POM wants
     * @param existing the action that Buddy has
     * @param diff what differs
     */
    record Update(PushAction desired, RemoteAction existing, ActionDiff diff) implements Plan {
        @Override
        public String word() {
            return changes().isEmpty() ? "unchanged" : "would update";
        }

        @Override
        public Optional<ActionSummary> action() {
            return Optional.of(existing.summary());
        }

        @Override
        public Optional<RemoteAction> remote() {
            return Optional.of(existing);
        }

        @Override
        public List<FieldChange> changes() {
            return diff.changes();
        }

        @Override
        public boolean willBeUndone() {
            return !changes().isEmpty() && existing.isDefinedInGit();
        }
    }

    /**
     * Leave the action as it is.
     *
     * @param existing the action that Buddy has
     */
    record Skip(ActionSummary existing) implements Plan {
        @Override
        public String word() {
            return "skipped";
        }

        @Override
        public Optional<ActionSummary> action() {
            return Optional.of(existing);
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
}
