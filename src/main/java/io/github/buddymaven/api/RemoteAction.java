package io.github.buddymaven.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.action.SecretNode;
import io.github.buddymaven.secret.Redactor;

/** An action as Buddy has it, with all that Buddy says of it. */
public final class RemoteAction {
    private final ActionSummary summary;
    private final ObjectNode fields;
    private final Redactor redactor;

    /** @param redactor removes the secrets of this build from what a person may see */
    RemoteAction(ActionSummary summary, ObjectNode json, Redactor redactor) {
        this.summary = summary;
        this.fields = SecretNode.hide(json);
        this.redactor = redactor;
    }

    public ActionSummary summary() {
        return summary;
    }

    /** Returns the whole action as Buddy's JSON, its secrets hidden; the tree must not be changed. */
    public ObjectNode fields() {
        return fields;
    }

    /** Returns whether its pipeline is defined in git, whose next synchronisation undoes what the API changed. */
    public boolean isDefinedInGit() {
        String ref = fields.path("pipeline").path("git_config_ref").asText("");
        String source = fields.path("pipeline").path("definition_source").asText("");
        return ref.equals("FIXED") || ref.equals("DYNAMIC") || source.equals("REMOTE");
    }

    /** Returns whether a text of any length contains a secret of this build. */
    public boolean containsSecret(String text) {
        return redactor.containsSecret(text);
    }

    /** Returns a text about the action without secrets of this build. */
    public String redact(String text) {
        return redactor.redact(text);
    }

    /**
     * Returns a part of the action without secrets of this build; a key or a number may be one, too. With a mask in it, an id
     * or an address would be wrong, so that it is left out.
     */
    public JsonNode redact(JsonNode value) {
        return RedactedJson.of(value, redactor);
    }
}
