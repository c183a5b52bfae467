package io.github.buddymaven.converge;

import io.github.buddymaven.api.ActionSummary;
import java.util.List;

/** The pipeline, or the build itself, is in a state out of which only a person can lead. */
public final class Conflict extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is in the way. */
    public enum Kind {
        /** An action of this name is there, and the POM says to fail then. */
        EXISTS,
        /** Several actions have this name. */
        SEVERAL,
        /** The action of this name has another type. */
        OTHER_TYPE,
        /** An answer was lost, and one of these may be the action that was to be added. */
        IN_DOUBT,
        /** Another module of this build wants the same name with other content. */
        OTHER_MODULE
    }

    private final Kind kind;
    private final transient List<ActionSummary> actions;
    private final String otherModule;

    /** An answer was lost, for this reason. */
    Conflict(List<ActionSummary> actions, Exception lost) {
        super(Kind.IN_DOUBT + " " + actions, lost);
        this.kind = Kind.IN_DOUBT;
        this.actions = List.copyOf(actions);
        this.otherModule = "";
    }

    Conflict(Kind kind, List<ActionSummary> actions) {
        super(kind + " " + actions);
        this.kind = kind;
        this.actions = List.copyOf(actions);
        this.otherModule = "";
    }

    Conflict(String otherModule) {
        super(Kind.OTHER_MODULE + " " + otherModule);
        this.kind = Kind.OTHER_MODULE;
        this.actions = List.of();
        this.otherModule = otherModule;
    }

    public Kind kind() {
        return kind;
    }

    /** The actions that are in the way. */
    public List<ActionSummary> actions() {
        return actions;
    }

    /** The module that wants the same name. */
    public String otherModule() {
        return otherModule;
    }
}
