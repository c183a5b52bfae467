package io.github.buddymaven.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.action.FieldChange;
import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.action.SecretNode;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.Json;
import io.github.buddymaven.api.RemoteAction;
import io.github.buddymaven.reconcile.Deletion;
import io.github.buddymaven.reconcile.Outcome;
import java.util.List;

/** Writes the result of a goal as JSON, for scripts, without secrets. */
public final class ResultJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ResultJson() {}

    /** Returns the outcome: the word for it, what differs, and the action. */
    public static String of(Outcome outcome, PushAction desired) {
        ObjectNode json = NODES.objectNode().put("outcome", outcome.word());
        ArrayNode changes = json.putArray("differences");
        for (FieldChange change : outcome.changes()) {
            JsonNode actual = outcome.remote().orElseThrow().redact(SecretNode.mask(change.actual()));
            ObjectNode object = changes.addObject().put("field", change.field().key());
            object.set("old", change.actual().isMissingNode() ? NODES.nullNode() : actual);
            object.set("new", SecretNode.mask(change.desired()));
        }
        json.set("action", action(outcome, desired));
        return Json.readable(json);
    }

    /** Returns the outcome of a deletion, and the action that it was about. */
    public static String of(Deletion deletion) {
        ObjectNode json = NODES.objectNode().put("outcome", deletion.word());
        json.set("action", deletion.action().<JsonNode>map(ResultJson::brief).orElse(NODES.nullNode()));
        return Json.readable(json);
    }

    /** Returns the outcome of a goal that failed. */
    public static String ofFailure(String message) {
        return Json.readable(NODES.objectNode().put("outcome", "failed").put("message", message));
    }

    /** Returns the actions of a pipeline, each as brief as Buddy's list has it. */
    public static String ofActions(List<ActionSummary> actions) {
        ArrayNode list = NODES.arrayNode();
        actions.forEach(action -> list.add(brief(action)));
        return Json.readable(NODES.objectNode().set("actions", list));
    }

    private static JsonNode action(Outcome outcome, PushAction desired) {
        if (outcome.remote().isPresent()) {
            RemoteAction remote = outcome.remote().get();
            return remote.redact(SecretNode.remove(remote.fields(), desired));
        }
        return outcome.action().isPresent() ? brief(outcome.action().get()) : NODES.nullNode();
    }

    private static ObjectNode brief(ActionSummary action) {
        ObjectNode json = NODES.objectNode();
        action.shownId().ifPresent(id -> json.put("id", action.id()));
        json.put("name", action.displayName()).put("type", action.displayType());
        action.lastStatus().ifPresent(status -> json.put("last_execution_status", status));
        action.url().ifPresent(url -> json.put("url", url));
        action.htmlUrl().ifPresent(url -> json.put("html_url", url));
        return json;
    }
}
