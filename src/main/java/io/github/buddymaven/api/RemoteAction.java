package io.github.buddymaven.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.Value;
import io.github.buddymaven.action.Variables;
import io.github.buddymaven.secret.Redactor;
import java.util.Map;
import java.util.Set;

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

    /**
     * All that Buddy said of it but for secrets: neither those that it or the POM marks as such, nor what this build has sent.
     *
     * @param ofVariables the keys of variables' fields that the POM takes for secrets, by the keys of the variables
     */
    JsonNode withoutSecrets(Map<String, Set<String>> ofVariables) {
        ObjectNode clean = json.deepCopy();
        clean.remove(Field.PASSWORD.key());
        for (JsonNode variable : clean.path(Field.VARIABLES.key())) {
            if (variable instanceof ObjectNode object) {
                object.remove(ActionFields.secretKeys(object));
                object.remove(
                        ofVariables.getOrDefault(object.path(Variables.KEY).asText(), Set.of()));
            }
        }
        return redacted(clean);
    }

    /** Whether a text of it, however long, has a secret of this build. */
    public boolean holdsSecret(String text) {
        return redactor.finds(text);
    }

    /** A text about it, without secrets that this build has sent. */
    public String clean(String text) {
        return redactor.redact(text);
    }

    /** A part of it, without secrets that this build has sent; a key or a number may be one too. */
    JsonNode redacted(JsonNode value) {
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(field -> object.set(clean(field.getKey()), redacted(field.getValue())));
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> array.add(redacted(element)));
            return array;
        }
        String clean = clean(value.asText());
        return clean.equals(value.asText()) ? value : TextNode.valueOf(clean);
    }
}
