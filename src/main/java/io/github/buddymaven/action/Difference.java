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
    /**
     * One line for a person: {@code dockerImageTag: 1.0 -> 1.1}, secrets masked.
     *
     * @param clean takes known secrets out of what the action has, where nobody may have taken them for secrets
     */
    public String shown(UnaryOperator<String> clean) {
        return field.parameter() + ": "
                + existing.map(value -> Element.shown(clean.apply(value.shown())))
                        .orElse("(none)") + " -> "
                + Element.shown(wanted.shown());
    }

    @Override
    public String toString() {
        return shown(text -> text);
    }
}
