package io.github.buddymaven.check;

import java.util.ArrayList;
import java.util.List;

/**
 * The broken rules of one configuration. Rules that Buddy may have relaxed since they were written become warnings
 * where the user says so with {@code lenient}.
 */
public final class Problems {
    private final boolean lenient;
    private final String place;
    private final List<String> errors;
    private final List<String> relaxable;
    private final List<String> warnings;

    public Problems(boolean lenient) {
        this(lenient, "", new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private Problems(
            boolean lenient, String place, List<String> errors, List<String> relaxable, List<String> warnings) {
        this.lenient = lenient;
        this.place = place;
        this.errors = errors;
        this.relaxable = relaxable;
        this.warnings = warnings;
    }

    /** The same problems; those that are added here say first where they are. */
    public Problems in(String where) {
        return new Problems(lenient, place + where + ": ", errors, relaxable, warnings);
    }

    /** A rule that always holds. */
    public void add(String problem) {
        errors.add(place + problem);
    }

    /** A rule that holds unless the user knows better. */
    public void addRelaxable(String problem) {
        if (lenient) {
            warnings.add(place + problem);
        } else {
            add(problem);
            relaxable.add(problem);
        }
    }

    /** Whether the user says to know better than such rules. */
    public boolean areRelaxed() {
        return lenient;
    }

    /** The broken rules that nobody relaxes. */
    public List<String> errors() {
        return List.copyOf(errors);
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
            throw new InvalidConfiguration(errors, !relaxable.isEmpty());
        }
    }
}
