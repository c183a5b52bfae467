package io.github.buddymaven.action;

import static io.github.buddymaven.action.Field.AFTER_ACTION_ID;
import static io.github.buddymaven.action.Field.ARTIFACT;
import static io.github.buddymaven.action.Field.DISABLED;
import static io.github.buddymaven.action.Field.DOCKER_BUILD_ACTION_ID;
import static io.github.buddymaven.action.Field.DOCKER_BUILD_ACTION_NAME;
import static io.github.buddymaven.action.Field.DOCKER_IMAGE_TAG;
import static io.github.buddymaven.action.Field.DOCKER_REGISTRY;
import static io.github.buddymaven.action.Field.IGNORE_ERRORS;
import static io.github.buddymaven.action.Field.INTEGRATION;
import static io.github.buddymaven.action.Field.LOOP;
import static io.github.buddymaven.action.Field.NAME;
import static io.github.buddymaven.action.Field.REGION;
import static io.github.buddymaven.action.Field.REGISTRY;
import static io.github.buddymaven.action.Field.REPOSITORY;
import static io.github.buddymaven.action.Field.RETRY_COUNT;
import static io.github.buddymaven.action.Field.RETRY_INTERVAL;
import static io.github.buddymaven.action.Field.RUN_NEXT;
import static io.github.buddymaven.action.Field.RUN_ONLY_ON_FIRST_FAILURE;
import static io.github.buddymaven.action.Field.TIMEOUT;
import static io.github.buddymaven.action.Field.TRIGGER_CONDITIONS;
import static io.github.buddymaven.action.Field.TRIGGER_TIME;
import static io.github.buddymaven.action.Field.VARIABLES;

import io.github.buddymaven.check.Flag;
import io.github.buddymaven.check.Problems;
import io.github.buddymaven.check.Texts;
import io.github.buddymaven.check.WholeNumber;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way of a draft to an action: every rule is tried, so that all broken ones are reported together. */
final class PushActionRules {
    private static final Field[] TEXTS = {
        NAME,
        TRIGGER_TIME,
        DOCKER_IMAGE_TAG,
        REPOSITORY,
        REGION,
        REGISTRY,
        DOCKER_BUILD_ACTION_NAME,
        DOCKER_REGISTRY,
        ARTIFACT,
        RUN_NEXT
    };
    private static final Field[] FLAGS = {RUN_ONLY_ON_FIRST_FAILURE, DISABLED, IGNORE_ERRORS};

    private final PushActionDraft draft;
    private final Problems problems;
    private final Map<Field, Value> fields = new EnumMap<>(Field.class);

    PushActionRules(PushActionDraft draft, Problems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    Optional<PushAction> check() {
        String remedy = "write the name that the action has in Buddy, <name>NAME</name> or -Dbuddy.name=NAME.";
        boolean named = Texts.required(draft.element(NAME), remedy, problems);
        new RunRules(draft, problems).check();
        new ImageRules(draft, problems).check();
        new RegistryRules(draft, problems).check();
        read();
        return named
                ? draft.text(NAME)
                        .map(name -> new PushAction(
                                name, fields, draft.afterActionName().value()))
                : Optional.empty();
    }

    private void read() {
        for (Field field : TEXTS) {
            draft.text(field).ifPresent(text -> fields.put(field, new Value.Text(text)));
        }
        for (Field field : FLAGS) {
            Flag.read(draft.element(field), problems).ifPresent(set -> fields.put(field, new Value.Flag(set)));
        }
        whole(
                DOCKER_BUILD_ACTION_ID,
                0,
                "write the id of the action that built the image, 0 for the previous action of the pipeline.");
        whole(AFTER_ACTION_ID, 1, "write the id of the action behind which this one goes.");
        whole(TIMEOUT, 0, "write the seconds that the action may run in Buddy.");
        whole(RETRY_COUNT, 0, "write how often Buddy tries again.");
        whole(RETRY_INTERVAL, 0, "write the seconds that Buddy waits before it tries again.");
        draft.hashId().value().ifPresent(id -> fields.put(INTEGRATION, integration(Value.Integration.HASH_ID, id)));
        draft.identifier()
                .value()
                .ifPresent(id -> fields.put(INTEGRATION, integration(Value.Integration.IDENTIFIER, id)));
        lists();
    }

    private void lists() {
        if (!draft.loop().isEmpty()) {
            List<Value> loop = draft.loop().stream().<Value>map(Value.Text::new).toList();
            fields.put(LOOP, new Value.Several(loop));
        }
        if (!draft.items(TRIGGER_CONDITIONS).isEmpty()) {
            fields.put(
                    TRIGGER_CONDITIONS, new TriggerConditionRules(draft.items(TRIGGER_CONDITIONS), problems).check());
        }
        if (!draft.items(VARIABLES).isEmpty()) {
            fields.put(VARIABLES, new VariableRules(draft.items(VARIABLES), problems).check());
        }
    }

    private void whole(Field field, int least, String remedy) {
        WholeNumber.read(draft.element(field), least, remedy, problems)
                .ifPresent(number -> fields.put(field, new Value.Whole(number)));
    }

    private static Value integration(String key, String id) {
        return new Value.Integration(Map.of(key, id));
    }
}
