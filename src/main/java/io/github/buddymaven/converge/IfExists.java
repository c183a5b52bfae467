package io.github.buddymaven.converge;

import io.github.buddymaven.check.Element;
import io.github.buddymaven.check.NearMiss;
import io.github.buddymaven.check.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What to do where the pipeline has an action of this name already. */
public enum IfExists {
    UPDATE,
    SKIP,
    FAIL,
    CREATE;

    private static final List<String> ALLOWED = List.of("update", "skip", "fail", "create");

    /** The choice, where the element holds one; reports it where not. */
    public static Optional<IfExists> check(Element element, Problems problems) {
        String written = element.value().orElse("");
        if (ALLOWED.contains(written)) {
            return Optional.of(valueOf(written.toUpperCase(Locale.ROOT)));
        }
        String meant = NearMiss.of(written, ALLOWED)
                .map(near -> ", did you mean " + near + "?")
                .orElse(".");
        problems.add(element + " is not known" + meant + " Allowed are " + String.join(", ", ALLOWED) + ".");
        return Optional.empty();
    }
}
