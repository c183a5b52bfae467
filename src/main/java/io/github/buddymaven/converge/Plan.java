package io.github.buddymaven.converge;

import io.github.buddymaven.action.Difference;
import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.RemoteAction;
import java.util.List;

/** What has to be done, for the pipeline to be as the POM wants it. */
public sealed interface Plan {
    /**
     * To add the action.
     *
     * @param action as it would be sent
     * @param looked whether somebody has looked that none of this name is there
     */
    record Create(PushAction action, boolean looked) implements Plan {}

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
