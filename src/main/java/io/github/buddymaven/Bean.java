package io.github.buddymaven;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element within a list of the configuration: its texts, by the names that they have in the POM. */
abstract class Bean {
    private final Map<String, List<String>> texts = new LinkedHashMap<>();

    final void put(String parameter, @Nullable String text) {
        if (text != null) {
            texts.put(parameter, List.of(text));
        }
    }

    final void put(String parameter, @Nullable List<String> list) {
        if (list != null) {
            texts.put(parameter, List.copyOf(list));
        }
    }

    final Map<String, List<String>> texts() {
        return texts;
    }

    /** What {@code mvn -X} prints: which elements there are, and not what they hold. */
    @Override
    public String toString() {
        return texts.keySet().toString();
    }
}
