package io.github.buddymaven.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.action.RunVariables;
import io.github.buddymaven.secret.Secret;
import java.util.Map;

/**
 * What to run, validated.
 *
 * @param fields all but the variables, in Buddy's JSON
 * @param variables the variables of the run
 */
public record RunRequest(ObjectNode fields, RunVariables variables) {
    static final String COMMENT = "comment";

    /** Returns the body of the request, with the secrets that are known. */
    public ObjectNode payload(Map<String, Secret> secrets) {
        ObjectNode payload = fields.deepCopy();
        ArrayNode all = variables.withSecrets(secrets);
        if (!all.isEmpty()) {
            payload.set("variables", all);
        }
        return payload;
    }
}
