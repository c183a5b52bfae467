package io.github.buddymaven.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.Value;
import java.util.Map;

/** An action as Buddy has it, whole. */
public final class RemoteAction {
    private final ActionSummary summary;
    private final ObjectNode json;

    RemoteAction(ActionSummary summary, ObjectNode json) {
        this.summary = summary;
        this.json = json;
    }

    public ActionSummary summary() {
        return summary;
    }

    /** The fields that the plugin knows, as far as they hold something. */
    public Map<Field, Value> fields() {
        return ActionFields.of(json);
    }

    /** Whether its pipeline is defined in git, whose next synchronisation undoes what the API changed. */
    public boolean isDefinedInGit() {
        String ref = json.path("pipeline").path("git_config_ref").asText("");
        String source = json.path("pipeline").path("definition_source").asText("");
        return ref.equals("FIXED") || ref.equals("DYNAMIC") || source.equals("REMOTE");
    }

    ObjectNode json() {
        return json;
    }
}
