package io.github.buddymaven.action;

import static io.github.buddymaven.action.Field.DOCKER_BUILD_ACTION_ID;
import static io.github.buddymaven.action.Field.DOCKER_BUILD_ACTION_NAME;
import static io.github.buddymaven.action.Field.DOCKER_IMAGE_TAG;
import static io.github.buddymaven.action.Field.INTEGRATION;
import static io.github.buddymaven.action.Field.NAME;
import static io.github.buddymaven.action.Field.REGION;
import static io.github.buddymaven.action.Field.REGISTRY;
import static io.github.buddymaven.action.Field.REPOSITORY;
import static io.github.buddymaven.action.Field.TRIGGER_TIME;

import io.github.buddymaven.check.Element;
import io.github.buddymaven.check.NearMiss;
import io.github.buddymaven.check.Problems;
import io.github.buddymaven.check.Texts;
import io.github.buddymaven.check.WholeNumber;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The way of a draft to an action: every rule is tried, so that all broken ones are reported together. */
final class PushActionRules {
    private final PushActionDraft draft;
    private final Problems problems;

    PushActionRules(PushActionDraft draft, Problems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    Optional<PushAction> check() {
        String remedy = "write the name that the action has in Buddy, <name>NAME</name> or -Dbuddy.name=NAME.";
        boolean named = Texts.required(draft.element(NAME), remedy, problems);
        triggerTime();
        new ImageRules(draft, problems).check();
        OptionalInt buildActionId = buildActionId();
        new RegistryRules(draft, problems).check();
        return named ? draft.text(NAME).map(name -> new PushAction(name, fields(buildActionId))) : Optional.empty();
    }

    private void triggerTime() {
        Element triggerTime = draft.element(TRIGGER_TIME);
        if (!Texts.printable(triggerTime, problems)) {
            return;
        }
        triggerTime.value().filter(value -> !TriggerTime.VALUES.contains(value)).ifPresent(value -> {
            String meant = NearMiss.of(value, TriggerTime.VALUES)
                    .map(near -> ", did you mean " + near + "?")
                    .orElse(".");
            problems.addRelaxable(triggerTime + " is not known" + meant + " Allowed are "
                    + String.join(", ", TriggerTime.VALUES) + ".");
        });
    }

    private OptionalInt buildActionId() {
        String remedy = "write the id of the action that built the image, 0 for the previous action of the pipeline.";
        return WholeNumber.read(draft.element(DOCKER_BUILD_ACTION_ID), 0, remedy, problems);
    }

    private Map<Field, Value> fields(OptionalInt buildActionId) {
        Map<Field, Value> fields = new EnumMap<>(Field.class);
        for (Field field : new Field[] {
            NAME, TRIGGER_TIME, DOCKER_IMAGE_TAG, REPOSITORY, REGION, REGISTRY, DOCKER_BUILD_ACTION_NAME
        }) {
            draft.text(field).ifPresent(text -> fields.put(field, new Value.Text(text)));
        }
        buildActionId.ifPresent(id -> fields.put(DOCKER_BUILD_ACTION_ID, new Value.Whole(id)));
        draft.hashId().value().ifPresent(id -> fields.put(INTEGRATION, integration(Value.Integration.HASH_ID, id)));
        draft.identifier()
                .value()
                .ifPresent(id -> fields.put(INTEGRATION, integration(Value.Integration.IDENTIFIER, id)));
        return fields;
    }

    private static Value integration(String key, String id) {
        return new Value.Integration(Map.of(key, id));
    }
}
