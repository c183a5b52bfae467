package io.github.buddymaven.validation;

import java.util.ArrayList;
import java.util.List;

/** The configuration is invalid; the message lists all problems, each with what to change. */
public final class InvalidConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final String LENIENT =
            "If Buddy accepts these values, set <lenient>true</lenient> to turn these errors into warnings.";

    InvalidConfigurationException(List<String> problems, List<String> notes, boolean relaxable) {
        super(text(problems, notes, relaxable));
    }

    private static String text(List<String> problems, List<String> notes, boolean relaxable) {
        List<String> lines = new ArrayList<>();
        lines.add(
                problems.size() == 1
                        ? "The configuration has a problem, and nothing was sent: " + problems.get(0)
                        : "The configuration has " + problems.size() + " problems, and nothing was sent:\n  - "
                                + String.join("\n  - ", problems));
        lines.addAll(notes);
        if (relaxable) {
            lines.add(LENIENT);
        }
        return String.join("\n", lines);
    }
}
