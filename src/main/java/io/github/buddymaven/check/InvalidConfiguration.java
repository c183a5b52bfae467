package io.github.buddymaven.check;

import java.util.List;

/** The configuration breaks rules; its message lists them all, each with what to change. */
public final class InvalidConfiguration extends Exception {
    private static final long serialVersionUID = 1L;

    private static final String LENIENT =
            "\nShould Buddy accept this by now, <lenient>true</lenient> turns the rules about values into warnings.";

    InvalidConfiguration(List<String> problems, boolean relaxable) {
        super(text(problems) + (relaxable ? LENIENT : ""));
    }

    private static String text(List<String> problems) {
        if (problems.size() == 1) {
            return "The configuration has a problem, and nothing was sent: " + problems.get(0);
        }
        return "The configuration has " + problems.size() + " problems, and nothing was sent:\n  - "
                + String.join("\n  - ", problems);
    }
}
