package io.github.buddymaven.action;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.secret.Secret;
import io.github.buddymaven.validation.Problems;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The variables of a run. They keep the rules for those of an action, and have nothing but a key, and a value or a secret.
 *
 * @param json the variables in Buddy's JSON
 * @param secretReferences their secrets that are in settings.xml
 */
public record RunVariables(ArrayNode json, List<SecretReference> secretReferences) {
    private static final Set<String> ELEMENTS =
            Set.of(VariableValidator.KEY, VariableValidator.VALUE, VariableValidator.SERVER_ID);

    /** Reports all problems, and returns the variables without their secrets. */
    public static RunVariables validate(List<ObjectNode> variables, Problems problems) {
        for (int index = 0; index < variables.size(); index++) {
            Problems here = problems.in("Variable " + (index + 1) + " of <variables>");
            for (String element : (Iterable<String>) variables.get(index)::fieldNames) {
                if (!ELEMENTS.contains(element)) {
                    here.add("<" + element
                            + "> is for a variable of an action, and one of a run has only <key> and <value>"
                            + " or <serverId>. Remove it, or move the variables of the action to the <configuration> of"
                            + " the <execution> of create-push-action.");
                }
            }
        }
        VariableValidator validator = new VariableValidator(variables, problems);
        return new RunVariables(validator.validate(), validator.references());
    }

    /** Returns the same variables with their secrets, by the ids of their servers. */
    public ArrayNode withSecrets(Map<String, Secret> byServerId) {
        ArrayNode all = json.deepCopy();
        secretReferences.forEach(reference -> reference.resolve(all, byServerId));
        return all;
    }
}
