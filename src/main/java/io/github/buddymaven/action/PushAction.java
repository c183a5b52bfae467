package io.github.buddymaven.action;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

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

    /** The same action with the credentials of a private registry. */
    public PushAction with(RegistryLogin login) {
        Map<Field, Value> all = new EnumMap<>(fields);
        all.put(Field.LOGIN, new Value.Text(login.user()));
        all.put(Field.PASSWORD, new Value.Password(login.password()));
        return new PushAction(name, all);
    }
}
