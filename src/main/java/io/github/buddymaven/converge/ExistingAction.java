package io.github.buddymaven.converge;

import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.BuddyApi;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.Refusal;
import io.github.buddymaven.api.RemoteAction;
import io.github.buddymaven.api.UnusableAnswer;
import io.github.buddymaven.http.TransportException;
import java.util.List;

/** A push action that is there already, by its name. */
public final class ExistingAction {
    private ExistingAction() {}

    /** The one push action of this name, whole. */
    public static RemoteAction find(String name, Pipeline pipeline, BuddyApi api)
            throws Refusal, UnusableAnswer, TransportException, Conflict, NoSingleMatch {
        List<ActionSummary> all = api.list(pipeline);
        List<ActionSummary> same =
                all.stream().filter(action -> action.name().equals(name)).toList();
        List<ActionSummary> pushes = ofPushType(same);
        if (pushes.isEmpty() && !same.isEmpty()) {
            throw new Conflict(Conflict.Kind.OTHER_TYPE, same);
        }
        if (pushes.size() > 1) {
            throw new Conflict(Conflict.Kind.SEVERAL, pushes);
        }
        List<NoSingleMatch.Candidate> candidates = ofPushType(all).stream()
                .map(action -> new NoSingleMatch.Candidate(action.id(), action.name()))
                .toList();
        return api.get(pipeline, NoSingleMatch.find("push action", "name", name, candidates));
    }

    private static List<ActionSummary> ofPushType(List<ActionSummary> actions) {
        return actions.stream()
                .filter(action -> action.type().equals(PushAction.TYPE))
                .toList();
    }
}
