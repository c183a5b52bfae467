package io.github.buddymaven.action;

import static io.github.buddymaven.action.Field.AFTER_ACTION_ID;
import static io.github.buddymaven.action.Field.DOCKER_BUILD_ACTION_ID;
import static io.github.buddymaven.action.Field.DOCKER_BUILD_ACTION_NAME;
import static io.github.buddymaven.action.Field.DOCKER_REGISTRY;
import static io.github.buddymaven.action.Field.INTEGRATION;
import static io.github.buddymaven.action.Field.LOGIN;
import static io.github.buddymaven.action.Field.LOOP;
import static io.github.buddymaven.action.Field.PASSWORD;
import static io.github.buddymaven.action.Field.REGISTRY;
import static io.github.buddymaven.action.Field.RUN_ONLY_ON_FIRST_FAILURE;
import static io.github.buddymaven.action.Field.TRIGGER_CONDITIONS;
import static io.github.buddymaven.action.Field.TRIGGER_TIME;
import static io.github.buddymaven.action.Field.VARIABLES;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a POM would have to say, for an action to be like one that is there already. */
final class ExportedDraft {
    /** A place counts when the action is created; a login stands in settings.xml. */
    private static final Set<Field> NOT_IN_THE_POM = EnumSet.of(AFTER_ACTION_ID, LOGIN, PASSWORD);

    private final Map<Field, Value> fields;
    private final PushActionDraft draft = new PushActionDraft();

    private ExportedDraft(Map<Field, Value> fields) {
        this.fields = fields;
    }

    static PushActionDraft of(Map<Field, Value> fields, Optional<String> registryServerId) {
        ExportedDraft exported = new ExportedDraft(fields);
        exported.texts();
        exported.integration();
        exported.registryServer(registryServerId);
        exported.lists();
        return exported.draft;
    }

    private void texts() {
        for (Map.Entry<Field, Value> field : fields.entrySet()) {
            Value value = field.getValue();
            if (value instanceof Value.Scalar && !value.shown().isEmpty() && belongsInThePom(field.getKey())) {
                draft.text(field.getKey(), value.shown());
            }
        }
    }

    private boolean belongsInThePom(Field field) {
        if (field == DOCKER_BUILD_ACTION_NAME) {
            return !fields.containsKey(DOCKER_BUILD_ACTION_ID);
        }
        if (field == RUN_ONLY_ON_FIRST_FAILURE) {
            return new Value.Text(TriggerTime.ON_FAILURE).equals(fields.get(TRIGGER_TIME));
        }
        return !NOT_IN_THE_POM.contains(field);
    }

    private void integration() {
        if (fields.get(INTEGRATION) instanceof Value.Integration integration) {
            String identifier = integration.names().get(Value.Integration.IDENTIFIER);
            draft.integration(
                    identifier == null ? integration.names().get(Value.Integration.HASH_ID) : null, identifier);
        }
    }

    private void registryServer(Optional<String> serverId) {
        if (!draft.hasIntegration() && isPrivate()) {
            draft.registryServerId(serverId.or(() -> draft.text(REGISTRY)).orElse("registry"));
        }
    }

    /** A registry is private where Buddy logs in to it, or says so, or where it is none of those that need an integration. */
    private boolean isPrivate() {
        boolean login = fields.containsKey(PASSWORD)
                || Optional.ofNullable(fields.get(LOGIN))
                        .filter(user -> !user.shown().isEmpty())
                        .isPresent();
        Optional<DockerRegistry> kind = draft.text(DOCKER_REGISTRY).flatMap(DockerRegistry::of);
        boolean host = draft.text(REGISTRY)
                .filter(text -> !RegistryRules.isGcr(text) && !RegistryRules.isArtifactRegistry(text))
                .isPresent();
        return login
                || kind.map(known -> known.needs(RegistryPart.REGISTRY_SERVER_ID))
                        .orElse(host);
    }

    private void lists() {
        if (fields.get(LOOP) instanceof Value.Several loop) {
            draft.loop(loop.values().stream().map(Value::shown).toList());
        }
        if (fields.get(TRIGGER_CONDITIONS) instanceof TriggerConditions conditions) {
            draft.items(
                    TRIGGER_CONDITIONS,
                    conditions.conditions().stream()
                            .map(ExportedDraft::condition)
                            .toList());
        }
        if (fields.get(VARIABLES) instanceof Variables variables) {
            draft.items(
                    VARIABLES,
                    variables.variables().stream().map(ExportedDraft::variable).toList());
        }
    }

    private static DraftItem condition(Item item) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (String element : ConditionElements.ALL) {
            item.get(Spelling.key(element)).ifPresent(value -> texts.put(element, texts(value)));
        }
        if (texts.containsKey(ConditionElements.VARIABLE_KEY)) {
            texts.putIfAbsent(ConditionElements.VARIABLE_VALUE, List.of("")); // Buddy leaves out what is empty
        }
        if (texts.containsKey(ConditionElements.TIMEZONE)) {
            texts.remove(ConditionElements.ZONE_ID);
        }
        return new DraftItem(texts);
    }

    private static List<String> texts(Value value) {
        return value instanceof Value.Several several
                ? several.values().stream().map(Value::shown).toList()
                : List.of(value.shown());
    }

    private static DraftItem variable(Item item) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        String name = item.text(Variables.KEY);
        texts.put(Variables.KEY, List.of(name));
        if (item.get(Variables.VALUE).isPresent()
                || VariableRules.needsValue(key -> item.get(Spelling.key(key)).isPresent())) {
            boolean secret = Variables.secretKeys(item).contains(Variables.VALUE);
            texts.put(
                    secret ? VariableRules.serverElement(Variables.VALUE) : Variables.VALUE,
                    List.of(secret ? name : item.text(Variables.VALUE)));
        }
        for (String element : VariableRules.PLAIN) {
            String field = Spelling.key(element);
            item.get(field)
                    .filter(value -> !Variables.isByDefault(field, value))
                    .ifPresent(value -> texts.put(element, List.of(value.shown())));
        }
        for (String secret : VariableRules.NEVER_HERE) {
            item.get(secret)
                    .ifPresent(value -> texts.put(VariableRules.serverElement(secret), List.of(name + "-" + secret)));
        }
        return new DraftItem(texts);
    }
}
