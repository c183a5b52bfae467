package io.github.buddymaven.api;

import java.util.List;

/**
 * The actions of a pipeline.
 *
 * @param actions those that were read, in their order
 * @param isComplete whether there are no others; false if the server may have further pages, which were not needed
 */
public record ActionList(List<ActionSummary> actions, boolean isComplete) {
    public ActionList {
        actions = List.copyOf(actions);
    }

    /** Returns whether an action is on it. */
    public boolean contains(long id) {
        for (ActionSummary action : actions) {
            if (action.id() == id) {
                return true;
            }
        }
        return false;
    }
}
