package io.github.buddymaven.action;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A "Push Docker Image" action that keeps all rules: the fields that the POM configures, and no others. */
public final class PushAction {
    /** The type of the action in Buddy's API. */
    public static final String TYPE = "DOCKER_PUSH";

    private final String name;
    private final Map<Field, Value> fields;

    PushAction(String name, Map<Field, Value> fields) {
        this.name = name;
        this.fields = Collections.unmodifiableMap(new EnumMap<>(fields));
    }

    public String name() {
        return name;
    }

    /** The configured fields in the order of {@link Field}, the name included. */
    public Map<Field, Value> fields() {
        return fields;
    }

    /** The fields with which the action is created: the configured ones, and the trigger time that Buddy wants always. */
    public Map<Field, Value> complete() {
        Map<Field, Value> all = new EnumMap<>(fields);
        all.putIfAbsent(Field.TRIGGER_TIME, new Value.Text(TriggerTime.DEFAULT));
        return Collections.unmodifiableMap(all);
    }

    /** The same action with the credentials of a private registry, where it has one. */
    public PushAction with(Optional<RegistryLogin> registry) {
        return registry.map(login -> {
                    Map<Field, Value> all = new EnumMap<>(fields);
                    all.put(Field.LOGIN, new Value.Text(login.user()));
                    all.put(Field.PASSWORD, new Value.Password(login.password()));
                    return new PushAction(name, all);
                })
                .orElse(this);
    }

    /**
     * What would have to change, for an action to be this one. Fields that are not configured are left alone; a password
     * is no difference, since nobody can tell.
     *
     * @param existing the fields that the action has
     */
    public List<Difference> differencesTo(Map<Field, Value> existing) {
        return fields.entrySet().stream()
                .filter(wanted -> !(wanted.getValue() instanceof Value.Password))
                .map(wanted -> new Difference(
                        wanted.getKey(), Optional.ofNullable(existing.get(wanted.getKey())), wanted.getValue()))
                .filter(difference -> !difference
                        .existing()
                        .map(difference.wanted()::isKeptBy)
                        .orElse(false))
                .toList();
    }

    /** The fields that an edit sends, besides name and type: those that differ, and the password. */
    public Map<Field, Value> changes(List<Difference> differences) {
        Map<Field, Value> changes = new EnumMap<>(Field.class);
        differences.forEach(difference -> changes.put(difference.field(), difference.wanted()));
        if (fields.containsKey(Field.PASSWORD)) {
            changes.put(Field.PASSWORD, fields.get(Field.PASSWORD));
        }
        return Collections.unmodifiableMap(changes);
    }

    @Override
    public String toString() {
        return name;
    }
}
