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

    final void put(String parameter, @Nullable List<@Nullable String> list) {
        if (list != null) {
            texts.put(
                    parameter,
                    list.stream().map(text -> text == null ? "" : text).toList()); // Maven's word for empty
        }
    }

    /** Maven calls this for an element with a text in place of elements; which of them are missing is reported like all else. */
    public void set(@Nullable String text) {
        // what the POM says is read from there
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
