package io.github.buddymaven.action;

import static io.github.buddymaven.action.Field.DOCKER_BUILD_ACTION_ID;
import static io.github.buddymaven.action.Field.DOCKER_REGISTRY;
import static io.github.buddymaven.action.Field.INTEGRATION;
import static io.github.buddymaven.action.Field.LOGIN;
import static io.github.buddymaven.action.Field.PASSWORD;
import static io.github.buddymaven.action.Field.REGISTRY;
import static io.github.buddymaven.action.Field.REGISTRY_SERVER_ID;
import static io.github.buddymaven.action.Field.TRIGGER_TIME;
import static io.github.buddymaven.action.Field.VARIABLES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Turns an action that Buddy has into what a POM would have to say, for the action to be unchanged. */
public final class ActionExport {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode action;
    private final ObjectNode parameters = NODES.objectNode();

    private ActionExport(ObjectNode action) {
        this.action = action;
    }

    /**
     * Returns the configuration for an action.
     *
     * @param action the action as Buddy has it, with its secrets hidden: {@link SecretNode#hide}
     * @param registryServerId the id to write for the login of a private registry; the registry's host if it is empty
     */
    public static PushActionConfig configOf(ObjectNode action, Optional<String> registryServerId) {
        ActionExport export = new ActionExport(action);
        for (Field field : Field.values()) {
            export.add(field, registryServerId);
        }
        return new PushActionConfig(export.parameters);
    }

    private void add(Field field, Optional<String> registryServerId) {
        JsonNode value = action.path(field.key());
        switch (field) {
            case REGISTRY_SERVER_ID -> addRegistryServer(registryServerId);
            case LOGIN, PASSWORD -> addLoginVariable(field, value);
            case INTEGRATION -> addIntegration(value);
            default -> {
                if (belongsInPom(field)) {
                    addByType(field, value);
                }
            }
        }
    }

    private void addByType(Field field, JsonNode value) {
        switch (field.type()) {
            case LIST -> addTexts(field.parameter(), value, parameters);
            case ITEMS -> addItems(field, value);
            default -> addText(field.parameter(), value, parameters);
        }
    }

    private boolean belongsInPom(Field field) {
        return switch (field) {
            case AFTER_ACTION_ID, AFTER_ACTION_NAME -> false; // a place only counts when the action is created
            case DOCKER_BUILD_ACTION_NAME -> ActionDiff.isEmpty(action.path(DOCKER_BUILD_ACTION_ID.key()));
            case RUN_ONLY_ON_FIRST_FAILURE ->
                action.path(TRIGGER_TIME.key()).asText().equals(PushActionValidator.ON_FAILURE);
            default -> true;
        };
    }

    private static void addText(String name, JsonNode value, ObjectNode to) {
        if (value.isValueNode() && !SecretNode.is(value) && !ActionDiff.isEmpty(value)) {
            to.put(name, BuddyVariable.withoutBraces(value.asText()));
        }
    }

    private static void addTexts(String name, JsonNode values, ObjectNode to) {
        ArrayNode texts = NODES.arrayNode();
        for (JsonNode value : values) {
            if (!value.isNull()) {
                texts.add(BuddyVariable.withoutBraces(value.asText()));
            }
        }
        if (!texts.isEmpty()) {
            to.set(name, texts);
        }
    }

    private void addIntegration(JsonNode value) {
        String identifier = value.path("identifier").asText("");
        String hash =
                value.isValueNode() ? value.asText("") : value.path("hash_id").asText("");
        if (!identifier.isEmpty()) {
            parameters.putObject(INTEGRATION.parameter()).put(PushActionConfig.IDENTIFIER, identifier);
        } else if (!hash.isEmpty() && !value.isNull()) {
            parameters.put(INTEGRATION.parameter(), hash);
        }
    }

    private void addLoginVariable(Field field, JsonNode value) {
        if (hasLoginVariables()) {
            addText(field.parameter(), value, parameters);
        }
    }

    private boolean hasLoginVariables() {
        return BuddyVariable.isAllOf(action.path(LOGIN.key()).asText())
                && BuddyVariable.isAllOf(action.path(PASSWORD.key()).asText());
    }

    private void addRegistryServer(Optional<String> id) {
        JsonNode integration = action.path(INTEGRATION.key());
        boolean integrated = !integration.path("identifier").asText("").isEmpty()
                || !integration.path("hash_id").asText("").isEmpty()
                || (integration.isValueNode() && !ActionDiff.isEmpty(integration));
        if (!integrated && !hasLoginVariables() && isPrivate()) {
            String host = action.path(REGISTRY.key()).asText("");
            parameters.put(REGISTRY_SERVER_ID.parameter(), id.orElse(host.isEmpty() ? "registry" : host));
        }
    }

    /** A registry is private if Buddy logs in to it, or says so, or if it is none that needs an integration. */
    private boolean isPrivate() {
        boolean hasLogin =
                !ActionDiff.isEmpty(action.path(LOGIN.key())) || !ActionDiff.isEmpty(action.path(PASSWORD.key()));
        Optional<RegistryType> type =
                RegistryType.of(action.path(DOCKER_REGISTRY.key()).asText(""));
        String host = action.path(REGISTRY.key()).asText("");
        boolean ofGoogle = RegistryType.isGcr(host) || RegistryType.isArtifactRegistry(host);
        return hasLogin || (type.isPresent() ? type.get().needs(REGISTRY_SERVER_ID) : !host.isEmpty() && !ofGoogle);
    }

    private void addItems(Field field, JsonNode items) {
        ArrayNode exported = NODES.arrayNode();
        for (JsonNode item : items) {
            if (item instanceof ObjectNode object) {
                exported.add(field == VARIABLES ? variable(object) : condition(object));
            }
        }
        if (!exported.isEmpty()) {
            parameters.set(field.parameter(), exported);
        }
    }

    private static ObjectNode condition(ObjectNode condition) {
        ObjectNode exported = NODES.objectNode();
        for (String element : TriggerConditionType.ELEMENTS) {
            JsonNode value = condition.path(Field.keyOf(element));
            if (TriggerConditionType.LISTS.contains(element)) {
                addTexts(element, value, exported);
            } else {
                addText(element, value, exported);
            }
        }
        if (exported.has("triggerVariableKey") && !exported.has(TriggerConditionType.VARIABLE_VALUE)) {
            exported.put(TriggerConditionType.VARIABLE_VALUE, ""); // Buddy leaves out what is empty
        }
        if (exported.has(TriggerConditionType.TIMEZONE)) {
            exported.remove(TriggerConditionType.ZONE_ID);
        }
        return exported;
    }

    private static ObjectNode variable(ObjectNode variable) {
        ObjectNode exported = NODES.objectNode();
        String key = variable.path(VariableValidator.KEY).asText();
        exported.put(VariableValidator.KEY, key);
        addValue(variable, key, exported);
        for (String detail : VariableValidator.DETAILS) {
            JsonNode value = variable.path(Field.keyOf(detail));
            boolean encrypted = detail.equals(VariableValidator.ENCRYPTED); // follows from serverId
            if (!encrypted && !ActionDiff.isVariableDefault(Field.keyOf(detail), value)) {
                addText(detail, value, exported);
            }
        }
        for (String secret : VariableValidator.FURTHER_SECRETS) {
            if (!ActionDiff.isEmpty(variable.path(secret))) {
                exported.put(VariableValidator.serverElement(secret), key + "-" + secret);
            }
        }
        return exported;
    }

    private static void addValue(ObjectNode variable, String key, ObjectNode exported) {
        JsonNode value = variable.path(VariableValidator.VALUE);
        boolean needed = ActionDiff.isEmpty(variable.path(Field.keyOf(VariableValidator.KEY_IDENTIFIER)))
                && ActionDiff.isEmpty(variable.path(Field.keyOf(VariableValidator.INIT_PATH)));
        if (SecretNode.is(value) || (ActionDiff.isEmpty(value) && needed && SecretNode.hasSecretValue(variable))) {
            exported.put(VariableValidator.SERVER_ID, key);
        } else if (!ActionDiff.isEmpty(value) || needed) {
            exported.put(VariableValidator.VALUE, BuddyVariable.withoutBraces(value.asText("")));
        }
    }

    /** Returns the servers of settings.xml that a configuration names for the secrets of a variable. */
    public static List<String> serverElements() {
        return List.of(
                VariableValidator.serverElement(VariableValidator.VALUE),
                VariableValidator.serverElement(VariableValidator.FURTHER_SECRETS.get(0)),
                VariableValidator.serverElement(VariableValidator.FURTHER_SECRETS.get(1)));
    }
}
