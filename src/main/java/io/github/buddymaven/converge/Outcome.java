package io.github.buddymaven.converge;

import java.util.Locale;

/** What became of the action. */
public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    SKIPPED;

    /** The word that users and their scripts know. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
