package io.github.buddymaven.action;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A "Push Docker Image" action that keeps all rules: the fields that the POM configures, and no others. */
public final class PushAction {
    /** The type of the action in Buddy's API. */
    public static final String TYPE = "DOCKER_PUSH";

    private final String name;
    private final Map<Field, Value> fields;
    private final Optional<String> afterActionName;

    PushAction(String name, Map<Field, Value> fields, Optional<String> afterActionName) {
        this.name = name;
        this.fields = Collections.unmodifiableMap(new EnumMap<>(fields));
        this.afterActionName = afterActionName;
    }

    public String name() {
        return name;
    }

    /** The configured fields in the order of {@link Field}, the name included. */
    public Map<Field, Value> fields() {
        return fields;
    }

    /** The name of the action behind which this one goes, where only its name is known. */
    public Optional<String> afterActionName() {
        return afterActionName;
    }

    /** The servers of settings.xml that hold secrets of its variables, each with the element that names it. */
    public Map<String, String> serversOfVariables() {
        return fields.get(Field.VARIABLES) instanceof Variables variables ? variables.servers() : Map.of();
    }

    /** The keys of its variables' fields that are secrets, by the keys of the variables. */
    public Map<String, Set<String>> secretsOfVariables() {
        return fields.get(Field.VARIABLES) instanceof Variables variables ? variables.secrets() : Map.of();
    }

    /** The fields with which the action is created: the configured ones, and the trigger time that Buddy wants always. */
    public Map<Field, Value> complete() {
        Map<Field, Value> all = new EnumMap<>(fields);
        all.putIfAbsent(Field.TRIGGER_TIME, new Value.Text(TriggerTime.DEFAULT));
        return Collections.unmodifiableMap(all);
    }

    /** The same action with the secrets that were looked up for it. */
    public PushAction with(ActionSecrets secrets) {
        Map<Field, Value> all = new EnumMap<>(fields);
        secrets.registry().ifPresent(login -> {
            all.put(Field.LOGIN, new Value.Text(login.user()));
            all.put(Field.PASSWORD, new Value.Password(login.password()));
        });
        if (all.get(Field.VARIABLES) instanceof Variables variables) {
            all.put(Field.VARIABLES, variables.with(secrets.byServer()));
        }
        return new PushAction(name, all, afterActionName);
    }

    /** The same action, placed behind the one with this id when it is created. */
    public PushAction behind(long actionId) {
        Map<Field, Value> all = new EnumMap<>(fields);
        all.put(Field.AFTER_ACTION_ID, new Value.Whole(actionId));
        return new PushAction(name, all, Optional.empty());
    }

    /**
     * What would have to change, for an action to be this one. Fields that are not configured are left alone; a secret is no
     * difference, since nobody can tell, and neither is the place, which counts when the action is created.
     *
     * @param existing the fields that the action has
     */
    public List<Difference> differencesTo(Map<Field, Value> existing) {
        return fields.entrySet().stream()
                .filter(wanted -> wanted.getKey() != Field.AFTER_ACTION_ID)
                .map(wanted -> new Difference(
                        wanted.getKey(),
                        Optional.ofNullable(existing.get(wanted.getKey())).map(wanted.getValue()::hiding),
                        wanted.getValue()))
                .filter(difference -> !isKept(difference))
                .toList();
    }

    private static boolean isKept(Difference field) {
        boolean none = field.field() == Field.DOCKER_BUILD_ACTION_ID // where 0 is a value: the previous action
                && field.existing().map(Value::shown).orElse("").isEmpty();
        return !none && field.wanted().isKeptBy(field.existing());
    }

    /**
     * The fields that an edit sends, besides name and type: those that differ, what goes with them, and the secrets.
     *
     * @param existing the fields that the action has: a list is sent with what they say beyond the POM
     */
    public Map<Field, Value> changes(List<Difference> differences, Map<Field, Value> existing) {
        Map<Field, Value> changes = new EnumMap<>(Field.class);
        differences.forEach(difference -> changes.put(difference.field(), difference.wanted()));
        if (changes.containsKey(Field.TRIGGER_TIME) && fields.containsKey(Field.RUN_ONLY_ON_FIRST_FAILURE)) {
            changes.put(Field.RUN_ONLY_ON_FIRST_FAILURE, fields.get(Field.RUN_ONLY_ON_FIRST_FAILURE));
        }
        if (changes.containsKey(Field.RUN_ONLY_ON_FIRST_FAILURE) && fields.containsKey(Field.TRIGGER_TIME)) {
            changes.put(Field.TRIGGER_TIME, fields.get(Field.TRIGGER_TIME));
        }
        fields.forEach((field, value) -> {
            if (value.isSecret()) {
                changes.put(field, value);
            }
        });
        changes.replaceAll(
                (field, value) -> existing.containsKey(field) ? value.completedBy(existing.get(field)) : value);
        return Collections.unmodifiableMap(changes);
    }

    @Override
    public String toString() {
        return name;
    }
}
