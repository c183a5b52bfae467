package io.github.buddymaven.action;

import java.util.regex.Pattern;

/** Buddy's variables, {@code $NAME} or <code>${NAME}</code>, whose value nobody knows before the pipeline runs. */
public final class BuddyVariable {
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:" + NAME + "|\\{" + NAME + "\\})");
    private static final Pattern BRACED = Pattern.compile("\\$\\{" + NAME + "\\}");

    private BuddyVariable() {}

    /** Whether the text holds a variable somewhere. */
    public static boolean in(String text) {
        return VARIABLE.matcher(text).find();
    }

    /** Whether the text is one variable in braces, as Maven writes its own properties. */
    public static boolean braced(String text) {
        return BRACED.matcher(text).matches();
    }
}
