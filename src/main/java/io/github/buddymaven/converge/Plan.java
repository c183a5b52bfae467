package io.github.buddymaven.converge;

import io.github.buddymaven.action.Difference;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.RemoteAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What has to be done, for the pipeline to be as the POM wants it. */
public sealed interface Plan {
    /**
     * To add the action.
     *
     * @param before the ids of all actions that are there already; empty where nobody looked
     */
    record Create(Optional<Set<Long>> before) implements Plan {}

    /**
     * To change what differs, which may be nothing.
     *
     * @param existing the action
     * @param differences what differs
     */
    record Update(RemoteAction existing, List<Difference> differences) implements Plan {}

    /**
     * To leave the action as it is.
     *
     * @param existing the action
     */
    record Skip(ActionSummary existing) implements Plan {}
}
