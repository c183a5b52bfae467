package io.github.buddymaven.validation;

import java.util.List;

/** The configuration is invalid; the message lists all problems, each with what to change. */
public final class InvalidConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final String LENIENT =
            "\nIf Buddy accepts these values, set <lenient>true</lenient> to turn these errors into warnings.";

    InvalidConfigurationException(List<String> problems, List<String> notes, boolean relaxable) {
        super(text(problems) + text(notes, "\n") + (relaxable ? LENIENT : ""));
    }

    private static String text(List<String> notes, String before) {
        return notes.isEmpty() ? "" : before + String.join(before, notes);
    }

    private static String text(List<String> problems) {
        if (problems.size() == 1) {
            return "The configuration has a problem, and nothing was sent: " + problems.get(0);
        }
        return "The configuration has " + problems.size() + " problems, and nothing was sent:\n  - "
                + String.join("\n  - ", problems);
    }
}
