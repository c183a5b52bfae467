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
    /** Returns whether the pipeline differs from the POM. */
    default boolean isChange() {
        return this instanceof Create || !changes().isEmpty();
    }

    /** What is known of the actions of the pipeline. */
    enum Listing {
        /** They were listed, and there is none of this name. */
        COMPLETE,
        /** There is no list at its address. */
        IMPOSSIBLE,
        /** The user wants another action without a look at the others. */
        UNWANTED
    }

    /**
     * Create the action.
     *
     * @param desired the action as it would be sent
     * @param listing what is known of the other actions
     */
    record Create(PushAction desired, Listing listing) implements Plan {
        @Override
        public String word() {
            return "would create";
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

    /** Do nothing, because an earlier module of this build would create the action. */
    record CreatedByOtherModule() implements Plan {
        @Override
        public String word() {
            return "unchanged";
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
            return "would skip";
        }

        @Override
        public Optional<ActionSummary> action() {
            return Optional.of(existing);
        }
    }
}
