package io.github.buddymaven.reconcile;

import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.BuddyException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pipeline, or the build itself, is in a state that only a person can resolve. */
public final class ConflictException extends BuddyException {
    private static final long serialVersionUID = 1L;

    /** What is in the way. */
    public enum Kind {
        /** There is an action of this name, and the POM says to fail then. */
        EXISTS,
        /** Several actions have this name. */
        SEVERAL,
        /** The action of this name has another type. */
        OTHER_TYPE,
        /** A response got lost, and one of these may be the action that was to be created. */
        IN_DOUBT,
        /** There is an action whose name is easily taken for this one. */
        SIMILAR_NAME,
        /** Buddy stored another name or type than was sent, and the action was deleted again. */
        RENAMED,
        /** The same, and the action could not be deleted. */
        RENAMED_AND_LEFT,
        /** Another module of this build wants the same name with other content. */
        OTHER_MODULE
    }

    private final Kind kind;
    private final transient List<ActionSummary> actions;
    private final String otherModule;

    private ConflictException(Kind kind, List<ActionSummary> actions, String otherModule, @Nullable Throwable cause) {
        super(kind.name(), cause);
        this.kind = kind;
        this.actions = List.copyOf(actions);
        this.otherModule = otherModule;
    }

    static ConflictException with(Kind kind, List<ActionSummary> actions) {
        return new ConflictException(kind, actions, "", null);
    }

    /** Two actions are there, and one of them could not be deleted again. */
    static ConflictException several(List<ActionSummary> actions, BuddyException cause) {
        return new ConflictException(Kind.SEVERAL, actions, "", cause);
    }

    static ConflictException inDoubt(List<ActionSummary> actions, @Nullable Throwable lostResponse) {
        return new ConflictException(Kind.IN_DOUBT, actions, "", lostResponse);
    }

    static ConflictException renamed(ActionSummary stored, boolean deleted) {
        return with(deleted ? Kind.RENAMED : Kind.RENAMED_AND_LEFT, List.of(stored));
    }

    static ConflictException withModule(String otherModule) {
        return new ConflictException(Kind.OTHER_MODULE, List.of(), otherModule, null);
    }

    @Override
    public boolean mayHaveChanged() {
        return kind == Kind.IN_DOUBT;
    }

    @Override
    public boolean isUserError() {
        return kind != Kind.IN_DOUBT;
    }

    public Kind kind() {
        return kind;
    }

    /** Returns the actions that are in the way. */
    public List<ActionSummary> actions() {
        return actions;
    }

    /** Returns the module that wants the same name. */
    public String otherModule() {
        return otherModule;
    }
}
