package io.github.buddymaven.action;

import java.util.regex.Pattern;

/**
 * Variables of Buddy in texts. They are written {@code $NAME} in the POM; Buddy itself also knows them with braces, and only
 * it knows their values, when the pipeline runs.
 */
final class BuddyVariable {
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:" + NAME + "|\\{" + NAME + "\\})");

    /** Rarely needed, so that it is only compiled then: each expression takes a cold build up to a millisecond. */
    private static final String BRACED = "\\$\\{(" + NAME + ")}(?![A-Za-z0-9_])";

    private BuddyVariable() {}

    /** Returns whether a text contains a variable. */
    static boolean isIn(String text) {
        return text.indexOf('$') >= 0 && VARIABLE.matcher(text).find();
    }

    /** Returns whether a text is exactly one variable, without braces. */
    static boolean isAllOf(String text) {
        return text.startsWith("$")
                && !text.startsWith("${")
                && VARIABLE.matcher(text).matches();
    }

    /** Returns the text without its variables, each replaced by a letter. */
    static String replaceAll(String text) {
        return VARIABLE.matcher(text).replaceAll("x");
    }

    /** Returns the text with its variables without braces, as far as that means the same. */
    static String withoutBraces(String text) {
        return text.contains("${") ? text.replaceAll(BRACED, "\\$$1") : text;
    }
}
