package io.github.buddymaven.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.Value;
import io.github.buddymaven.secret.Redactor;
import java.util.Map;

/** An action as Buddy has it, whole. */
public final class RemoteAction {
    private final ActionSummary summary;
    private final ObjectNode json;

    private final Redactor redactor;

    /** @param redactor goes over whatever a person may see of it */
    RemoteAction(ActionSummary summary, ObjectNode json, Redactor redactor) {
        this.summary = summary;
        this.json = json;
        this.redactor = redactor;
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

    /** All that Buddy said of it but for secrets: neither those that it marks as such, nor what this build has sent. */
    ObjectNode withoutSecrets() {
        ObjectNode clean = json.deepCopy();
        clean.remove(Field.PASSWORD.key());
        for (JsonNode variable : clean.path(Field.VARIABLES.key())) {
            if (variable instanceof ObjectNode object) {
                object.remove(ActionFields.secretKeys(object));
            }
        }
        redact(clean);
        return clean;
    }

    /** A text about it, without secrets that this build has sent. */
    public String clean(String text) {
        return redactor.redact(text);
    }

    private void redact(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(redacted(field.getValue())));
        } else if (tree instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                array.set(index, redacted(array.get(index)));
            }
        }
    }

    /** A part of it, without secrets that this build has sent. */
    JsonNode redacted(JsonNode value) {
        redact(value);
        return value.isTextual() ? TextNode.valueOf(redactor.redact(value.textValue())) : value;
    }
}
