package io.github.buddymaven.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.secret.Secret;
import java.util.Map;

/**
 * A secret of a variable that is in settings.xml, and where it goes.
 *
 * @param serverId the {@code <server>} whose password it is
 * @param description the element that names the server, and of which variable, for messages
 * @param variable the index of the variable
 * @param key the key in the variable that gets the secret
 */
public record SecretReference(String serverId, String description, int variable, String key) {
    /** Puts the secret in its place, if it is there. */
    void resolve(JsonNode variables, Map<String, Secret> byServerId) {
        Secret secret = byServerId.get(serverId);
        if (secret != null && variables.path(variable) instanceof ObjectNode object) {
            object.set(key, SecretNode.of(asSent(secret, object)));
        }
    }

    /** Maven trims what is in settings.xml, and a private key without the line break at its end is none. */
    private Secret asSent(Secret secret, ObjectNode object) {
        boolean isPrivateKey = key.equals(VariableValidator.VALUE)
                && object.path(VariableValidator.TYPE).asText().equalsIgnoreCase(VariableValidator.SSH_KEY);
        return isPrivateKey && !secret.reveal().endsWith("\n") ? Secret.of(secret.reveal() + "\n") : secret;
    }
}
