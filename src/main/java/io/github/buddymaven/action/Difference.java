package io.github.buddymaven.action;

import io.github.buddymaven.check.Element;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A field that is not as the POM wants it.
 *
 * @param field which
 * @param existing what the action has; empty where it has nothing
 * @param wanted what the POM says
 */
public record Difference(Field field, Optional<Value> existing, Value wanted) {
    private static final String NONE = "(none)";

    /**
     * One line for a person: {@code dockerImageTag: 1.0 -> 1.1}, secrets masked; of a list, what differs alone.
     *
     * @param clean takes known secrets out of what the action has, where nobody may have taken them for secrets
     */
    public String shown(UnaryOperator<String> clean) {
        Value news = existing.map(wanted::newTo).orElse(wanted);
        return field.parameter() + ": "
                + existing.map(wanted::changeOf)
                        .map(value -> clean.apply(value.shown()))
                        .map(Difference::shownOrNone)
                        .orElse(NONE)
                + " -> " + shownOrNone(news.shown());
    }

    private static String shownOrNone(String text) {
        return text.isEmpty() ? NONE : Element.shown(text);
    }

    @Override
    public String toString() {
        return shown(text -> text);
    }
}
