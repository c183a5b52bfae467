package io.github.buddymaven.action;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One of several in a field: a trigger condition, a variable.
 *
 * @param fields its values by their keys in Buddy's JSON, in the order in which they are sent
 */
public record Item(Map<String, Value> fields) {
    public Item {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public Optional<Value> get(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    /** The same with some values of another one, under the keys that this one does not have. */
    Item completedBy(Item other, Collection<String> keys) {
        Map<String, Value> all = new LinkedHashMap<>(fields);
        for (String key : keys) {
            other.get(key).ifPresent(value -> all.putIfAbsent(key, value));
        }
        return new Item(all);
    }

    /** What a person reads under this key, be it a text or a number; empty where there is nothing. */
    public String text(String key) {
        return get(key).map(Value::shown).orElse("");
    }
}
