package io.github.buddymaven.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.secret.Secret;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A valid push action as the POM wants it: a JSON object with the fields that the POM configures, and no others. Never
 * changes; the tree must not be changed either.
 */
public final class PushAction {
    /** The type of the action in Buddy's API. */
    public static final String TYPE = "DOCKER_PUSH";

    /** Buddy wants a trigger time in each new action. */
    private static final String DEFAULT_TRIGGER_TIME = "ON_EVERY_EXECUTION";

    private final ObjectNode fields;
    private final Optional<String> registryServerId;
    private final Optional<String> afterActionName;
    private final List<SecretReference> secretReferences;

    PushAction(
            ObjectNode fields,
            Optional<String> registryServerId,
            Optional<String> afterActionName,
            Collection<SecretReference> secretReferences) {
        this.fields = fields;
        this.registryServerId = registryServerId;
        this.afterActionName = afterActionName;
        this.secretReferences = List.copyOf(secretReferences);
    }

    public String name() {
        return fields.path(Field.NAME.key()).asText();
    }

    /** Returns a configured field; a missing node if the POM does not have it. */
    public JsonNode get(Field field) {
        return fields.path(field.key());
    }

    /** Returns the server of settings.xml with the login of the registry. */
    public Optional<String> registryServerId() {
        return registryServerId;
    }

    /** Returns the name of the action after which this one goes, if its id is not known yet. */
    public Optional<String> afterActionName() {
        return afterActionName;
    }

    /** Returns the secrets of its variables that are in settings.xml. */
    public List<SecretReference> secretReferences() {
        return secretReferences;
    }

    /** Returns the same action with the login of its registry. */
    public PushAction withLogin(String user, Secret password) {
        ObjectNode all = fields.deepCopy();
        all.put(Field.LOGIN.key(), user);
        all.set(Field.PASSWORD.key(), SecretNode.of(password));
        return new PushAction(all, registryServerId, afterActionName, secretReferences);
    }

    /** Returns the same action with the secrets of its variables, by the ids of their servers. */
    public PushAction withSecrets(Map<String, Secret> byServerId) {
        ObjectNode all = fields.deepCopy();
        for (SecretReference reference : secretReferences) {
            reference.resolve(all.path(Field.VARIABLES.key()), byServerId);
        }
        return new PushAction(all, registryServerId, afterActionName, secretReferences);
    }

    /** Returns the same action, to be placed after the one with this id when it is created. */
    public PushAction after(long actionId) {
        ObjectNode all = fields.deepCopy();
        all.put(Field.AFTER_ACTION_ID.key(), actionId);
        return new PushAction(all, registryServerId, Optional.empty(), secretReferences);
    }

    /** Returns the body of the request that creates the action. */
    public ObjectNode createPayload() {
        ObjectNode payload = nameAndType();
        payload.put(Field.TRIGGER_TIME.key(), DEFAULT_TRIGGER_TIME);
        for (Field field : Field.values()) {
            if (fields.has(field.key())) {
                payload.set(field.key(), get(field));
            }
        }
        return payload;
    }

    /**
     * Returns the body of the request that updates an action: what differs, what belongs to it, and what cannot be compared.
     *
     * @param actual the action as Buddy has it
     */
    public ObjectNode updatePayload(ActionDiff diff, ObjectNode actual) {
        ObjectNode payload = nameAndType();
        for (Field field : Field.values()) {
            if (diff.isSent(field) && !get(field).isMissingNode()) {
                payload.set(field.key(), ActionDiff.overlay(field, get(field), actual.path(field.key())));
            }
        }
        return payload;
    }

    private ObjectNode nameAndType() {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        return payload.put(Field.NAME.key(), name()).put("type", TYPE);
    }

    /** Returns whether another action has the same content, secrets included; the order of variables does not matter. */
    public boolean hasSameContentAs(PushAction other) {
        return afterActionName.equals(other.afterActionName)
                && payloadWithoutVariables().equals(other.payloadWithoutVariables())
                && variables().equals(other.variables());
    }

    private ObjectNode payloadWithoutVariables() {
        ObjectNode payload = createPayload();
        payload.remove(Field.VARIABLES.key());
        return payload;
    }

    private Set<JsonNode> variables() {
        Set<JsonNode> variables = new HashSet<>();
        get(Field.VARIABLES).forEach(variables::add);
        return variables;
    }

    @Override
    public String toString() {
        return name();
    }
}
