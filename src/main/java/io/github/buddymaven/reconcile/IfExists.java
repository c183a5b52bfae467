package io.github.buddymaven.reconcile;

import io.github.buddymaven.validation.Parameter;
import io.github.buddymaven.validation.ParameterChecks;
import io.github.buddymaven.validation.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What to do if the pipeline already has an action of the name. */
public enum IfExists {
    UPDATE,
    SKIP,
    FAIL,
    CREATE;

    private static final List<String> WORDS = List.of("update", "skip", "fail", "create");

    /** Returns the choice, in upper or lower case; reports an unknown one. */
    public static Optional<IfExists> validate(Parameter parameter, Problems problems) {
        Optional<String> word = ParameterChecks.choice(parameter, WORDS, problems.strict());
        return word.isEmpty()
                ? Optional.empty()
                : Optional.of(valueOf(word.get().toUpperCase(Locale.ROOT)));
    }
}
