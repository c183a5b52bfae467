package io.github.buddymaven.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.secret.Secret;
import io.github.buddymaven.validation.Parameter;
import io.github.buddymaven.validation.ParameterChecks;
import io.github.buddymaven.validation.Problems;
import io.github.buddymaven.validation.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Validates the variables of an action: each has a key of its own and one value, and a secret value is in settings.xml. No
 * message shows a secret. Source: buddy.works/docs/api, "Add an action", {@code variables}.
 */
public final class VariableValidator {
    static final String KEY = "key";
    static final String VALUE = "value";
    static final String TYPE = "type";
    static final String ENCRYPTED = "encrypted";
    static final String SSH_KEY = "SSH_KEY";
    static final String DEFAULT_TYPE = "VAR";
    static final String SERVER_ID = "serverId";
    static final String KEY_IDENTIFIER = "keyIdentifier";
    static final String INIT_PATH = "initPath";

    /** The secrets besides the value; each has its server in an element of its own. */
    static final List<String> FURTHER_SECRETS = List.of("password", "passphrase");

    /** The elements with a text that is neither key, value nor secret, in the order of Buddy's documentation. */
    static final List<String> DETAILS = List.of(
            TYPE,
            ENCRYPTED,
            "settable",
            "runOnlySettable",
            "description",
            "filePath",
            "fileChmod",
            "filePlace",
            KEY_IDENTIFIER,
            INIT_PATH,
            "defaults");

    private static final List<String> FLAGS = List.of(ENCRYPTED, "settable", "runOnlySettable");
    private static final List<String> TYPES = List.of("VAR", "FILE", SSH_KEY); // Buddy has more than it documents
    private static final List<String> PLACES = List.of("NONE", "CONTAINER");
    private static final String FILL_IN = "Fill it in, or remove it.";

    private final List<ObjectNode> variables;
    private final Problems problems;
    private final List<SecretReference> references = new ArrayList<>();

    VariableValidator(List<ObjectNode> variables, Problems problems) {
        this.variables = variables;
        this.problems = problems;
    }

    /** Reports all problems, and returns the variables in Buddy's JSON, without the secrets that are in settings.xml. */
    ArrayNode validate() {
        ArrayNode valid = JsonNodeFactory.instance.arrayNode();
        Set<String> keys = new HashSet<>();
        for (int index = 0; index < variables.size(); index++) {
            ObjectNode variable = variables.get(index);
            Problems here = problems.in("Variable " + (index + 1) + " of <variables>");
            check(variable, here);
            Parameter key = PushActionConfig.parameter(variable, KEY);
            if (key.isPresent() && !key.isBlank() && !keys.add(key.text())) {
                here.add(key + " is there twice. Remove one of the two variables, or give one another key.");
            }
            valid.add(json(variable, index));
        }
        return valid;
    }

    /** Returns the secrets that are in settings.xml, of the variables that were validated. */
    List<SecretReference> references() {
        return references;
    }

    /** Returns the element that names the server of a secret. */
    static String serverElement(String secret) {
        return secret.equals(VALUE) ? SERVER_ID : secret + "ServerId";
    }

    /** Returns whether the value of a variable in the POM counts as a secret, which must not be shown. */
    public static boolean hasSecretValue(ObjectNode variable) {
        return isEncrypted(variable) || isPrivateKey(variable);
    }

    /** In doubt it is encrypted: the flag may be mistyped. */
    private static boolean isEncrypted(ObjectNode variable) {
        Parameter encrypted = PushActionConfig.parameter(variable, ENCRYPTED);
        return encrypted.isPresent() && !encrypted.text().trim().equals("false");
    }

    private static boolean isPrivateKey(ObjectNode variable) {
        return PushActionConfig.parameter(variable, TYPE)
                .value()
                .flatMap(type -> Suggestion.of(type, List.of(SSH_KEY)))
                .isPresent();
    }

    private static void check(ObjectNode variable, Problems here) {
        if (variable.isEmpty()) { // or it has a text
            here.add("It has no elements. Write its <key> and its <value> into it.");
            return;
        }
        ParameterChecks.required(PushActionConfig.parameter(variable, KEY), "Write the name of the variable.", here);
        for (String detail : DETAILS) {
            checkDetail(PushActionConfig.parameter(variable, detail), here);
        }
        checkSecrets(variable, here);
        checkValue(variable, here);
    }

    private static void checkDetail(Parameter detail, Problems here) {
        switch (detail.name()) {
            case ENCRYPTED, "settable", "runOnlySettable" -> ParameterChecks.flag(detail, here);
            case "description", "defaults" -> ParameterChecks.multipleLines(detail, here);
            case "filePath", "fileChmod" -> ParameterChecks.singleLine(detail, here);
            case "filePlace" -> {
                if (ParameterChecks.notBlank(detail, FILL_IN, here)) {
                    ParameterChecks.choice(detail, PLACES, here);
                }
            }
            default -> ParameterChecks.filledLine(detail, FILL_IN, here); // Buddy has more types than it documents
        }
    }

    private static void checkSecrets(ObjectNode variable, Problems here) {
        Parameter value = PushActionConfig.parameter(variable, VALUE);
        if (!hasSecretValue(variable)) {
            ParameterChecks.multipleLines(value, here);
        } else if (value.isPresent()) {
            Parameter reason = PushActionConfig.parameter(variable, isEncrypted(variable) ? ENCRYPTED : TYPE);
            here.add(reason
                    + " makes <value> a secret, and anyone can read it in the POM. Move it to the <password> of a"
                    + " <server> in settings.xml, and replace <value> with <serverId>.");
        }
        for (String secret : FURTHER_SECRETS) {
            if (variable.has(secret)) {
                here.add("<" + secret
                        + "> is a secret, and anyone can read it in the POM. Move it to the <password> of a"
                        + " <server> in settings.xml, and replace <" + secret + "> with <" + serverElement(secret)
                        + ">.");
            }
            checkServer(variable, secret, here);
        }
        checkServer(variable, VALUE, here);
    }

    private static void checkServer(ObjectNode variable, String secret, Problems here) {
        Parameter server = PushActionConfig.parameter(variable, serverElement(secret));
        ParameterChecks.filledLine(server, "Name a <server> of settings.xml, or remove the element.", here);
    }

    private static void checkValue(ObjectNode variable, Problems here) {
        Parameter server = PushActionConfig.parameter(variable, SERVER_ID);
        if (server.isPresent() && variable.has(VALUE)) {
            here.add("<value> and " + server
                    + " exclude each other. Keep <serverId> for a secret, <value> for anything else.");
        }
        if (server.isPresent()
                && PushActionConfig.parameter(variable, ENCRYPTED).text().trim().equals("false")) {
            here.add(server + " is for a secret, which is always sent encrypted. Remove <encrypted>, or replace"
                    + " <serverId> with <value>.");
        }
        if (!server.isPresent() && !variable.has(VALUE) && needsValue(variable)) {
            here.addUnlessLenient(
                    hasSecretValue(variable)
                            ? "It has no value. Add <serverId>, the id of a <server> of settings.xml whose <password> it is."
                            : "It has no value. Add <value>, or <serverId> for a secret.");
        }
    }

    /** A key that Buddy has, and a file that starts as one of the repository, need no value. */
    private static boolean needsValue(ObjectNode variable) {
        return !variable.has(KEY_IDENTIFIER) && !variable.has(INIT_PATH);
    }

    private ObjectNode json(ObjectNode variable, int index) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> element : variable.properties()) {
            Parameter parameter = PushActionConfig.parameter(variable, element.getKey());
            if (!putSecret(parameter, variable, index, json)) {
                putText(parameter, json);
            }
        }
        if (variable.has(SERVER_ID)) {
            json.put(ENCRYPTED, true);
        }
        return json;
    }

    private boolean putSecret(Parameter server, ObjectNode variable, int index, ObjectNode json) {
        for (String secret : List.of(VALUE, FURTHER_SECRETS.get(0), FURTHER_SECRETS.get(1))) {
            if (server.name().equals(serverElement(secret))) {
                String of = Parameter.display(
                        PushActionConfig.parameter(variable, KEY).text());
                references.add(new SecretReference(server.text(), server + " of variable '" + of + "'", index, secret));
                json.set(secret, SecretNode.of(Secret.of(Secret.MASK)));
                return true;
            }
        }
        return false;
    }

    private static void putText(Parameter parameter, ObjectNode json) {
        String key = Field.keyOf(parameter.name());
        if (FLAGS.contains(parameter.name())) {
            json.put(key, parameter.text().trim().equals("true"));
        } else if (parameter.name().equals("filePlace")) {
            json.put(key, ParameterChecks.canonical(parameter.text(), PLACES));
        } else if (parameter.name().equals(TYPE)) {
            json.put(key, ParameterChecks.canonical(parameter.text(), TYPES));
        } else {
            json.put(key, parameter.text());
        }
    }
}
