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
        String before = existing.map(wanted::changeOf).map(Value::shown).orElse("");
        String after = existing.map(wanted::newTo).orElse(wanted).shown();
        boolean looksTheSame = before.isEmpty() && after.isEmpty();
        String all = existing.map(Value::shown).orElse("");
        return field.parameter() + ": " + shownOrNone(clean.apply(looksTheSame ? all : before)) + " -> "
                + shownOrNone(looksTheSame ? wanted.shown() : after);
    }

    private static String shownOrNone(String text) {
        return text.isEmpty() ? NONE : Element.shown(text);
    }

    @Override
    public String toString() {
        return shown(text -> text);
    }
}
