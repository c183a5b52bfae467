package io.github.buddymaven.action;

import java.util.regex.Pattern;

/** Buddy's variables, {@code $NAME} or <code>${NAME}</code>, whose value nobody knows before the pipeline runs. */
final class BuddyVariable {
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:" + NAME + "|\\{" + NAME + "\\})");

    private BuddyVariable() {}

    /** Whether the text holds a variable somewhere. */
    static boolean in(String text) {
        return VARIABLE.matcher(text).find();
    }
}
