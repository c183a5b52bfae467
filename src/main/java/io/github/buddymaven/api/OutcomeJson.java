package io.github.buddymaven.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.action.Difference;
import io.github.buddymaven.action.PushAction;
import java.util.List;
import java.util.Optional;

/** The outcome of a goal as JSON, for scripts; without secrets. */
public final class OutcomeJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private OutcomeJson() {}

    /**
     * Writes it.
     *
     * @param outcome the word for it
     * @param action which action; empty where there is none yet
     * @param remote the action as Buddy has it, whole; empty where nobody asked
     * @param differences what differed
     * @param wanted the action as the POM wants it
     */
    public static String write(
            String outcome,
            Optional<ActionSummary> action,
            Optional<RemoteAction> remote,
            List<Difference> differences,
            PushAction wanted) {
        ObjectNode json = NODES.objectNode().put("outcome", outcome);
        ArrayNode changes = json.putArray("differences");
        for (Difference difference : differences) {
            ObjectNode change =
                    changes.addObject().put("field", difference.field().key());
            JsonNode old = difference.existing().map(ActionJson::node).orElse(NODES.nullNode());
            change.set("old", remote.isPresent() ? remote.get().redacted(old) : old);
            change.set("new", ActionJson.node(difference.wanted()));
        }
        json.set(
                "action",
                remote.map(whole -> whole.withoutSecrets(wanted.secretsOfVariables()))
                        .or(() -> action.map(OutcomeJson::brief))
                        .orElse(null));
        return Json.readable(json);
    }

    /** The actions of a pipeline as JSON, each as brief as Buddy's list has it. */
    public static String list(List<ActionSummary> actions) {
        ArrayNode list = NODES.arrayNode();
        actions.forEach(action -> list.add(brief(action)));
        return Json.readable(NODES.objectNode().set("actions", list));
    }

    private static ObjectNode brief(ActionSummary action) {
        ObjectNode json = NODES.objectNode();
        json.put("id", action.id()).put("name", action.name()).put("type", action.type());
        action.lastStatus().ifPresent(status -> json.put("last_execution_status", status));
        action.url().ifPresent(url -> json.put("url", url));
        action.htmlUrl().ifPresent(url -> json.put("html_url", url));
        return json;
    }
}
