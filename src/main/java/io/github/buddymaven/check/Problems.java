package io.github.buddymaven.check;

import java.util.ArrayList;
import java.util.List;

/**
 * The broken rules of one configuration. Rules that Buddy may have relaxed since they were written become warnings
 * where the user says so with {@code lenient}.
 */
public final class Problems {
    private final boolean lenient;
    private final List<String> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private boolean relaxable;

    public Problems(boolean lenient) {
        this.lenient = lenient;
    }

    /** A rule that always holds. */
    public void add(String problem) {
        errors.add(problem);
    }

    /** A rule that holds unless the user knows better; tells whether the user says so. */
    public boolean addRelaxable(String problem) {
        if (lenient) {
            warnings.add(problem);
        } else {
            errors.add(problem);
            relaxable = true;
        }
        return lenient;
    }

    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * Ends the check.
     *
     * @throws InvalidConfiguration with all broken rules, where there are any
     */
    public void refuse() throws InvalidConfiguration {
        if (!errors.isEmpty()) {
            throw new InvalidConfiguration(errors, relaxable);
        }
    }
}
