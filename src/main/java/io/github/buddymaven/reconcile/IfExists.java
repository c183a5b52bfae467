package io.github.buddymaven.reconcile;

import io.github.buddymaven.validation.Parameter;
import io.github.buddymaven.validation.Problems;
import io.github.buddymaven.validation.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What to do if the pipeline already has an action of the name. */
public enum IfExists {
    UPDATE,
    SKIP,
    FAIL,
    CREATE;

    private static final List<String> ALLOWED = List.of("update", "skip", "fail", "create");

    /** Returns the choice, in upper or lower case; reports it if there is no such one. */
    public static Optional<IfExists> validate(Parameter parameter, Problems problems) {
        String text = parameter.text().trim();
        for (IfExists choice : values()) {
            if (choice.name().equalsIgnoreCase(text)) {
                return Optional.of(choice);
            }
        }
        problems.add(parameter + " is not known." + Suggestion.didYouMean(text, ALLOWED) + " Write one of "
                + String.join(", ", ALLOWED) + ".");
        return Optional.empty();
    }

    /** Returns the word that users write. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
