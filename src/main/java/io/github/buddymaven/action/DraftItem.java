package io.github.buddymaven.action;

import io.github.buddymaven.check.Element;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A trigger condition or a variable as a POM spells it.
 *
 * @param texts its elements by their names in the POM; an element with one text has a list of one
 */
public record DraftItem(Map<String, List<String>> texts) {
    public DraftItem {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    public Set<String> parameters() {
        return texts.keySet();
    }

    public boolean has(String parameter) {
        return texts.containsKey(parameter);
    }

    /** The same without some of its elements. */
    DraftItem without(Predicate<String> parameter) {
        Map<String, List<String>> rest = new LinkedHashMap<>(texts);
        rest.keySet().removeIf(parameter);
        return new DraftItem(rest);
    }

    /** The element with its text; without one where the POM does not have it. */
    public Element element(String parameter) {
        return new Element(
                parameter, Optional.ofNullable(texts.get(parameter)).map(list -> list.isEmpty() ? "" : list.get(0)));
    }

    /** All texts of an element that is a list. */
    public List<String> list(String parameter) {
        return texts.getOrDefault(parameter, List.of());
    }
}
