package io.github.buddymaven.validation;

/** Blanks of every kind, also those that do not break a line, which people copy from web pages and Java's own methods leave. */
public final class Blanks {
    private Blanks() {}

    /** Returns whether a text contains one. */
    public static boolean isIn(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (isBlank(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /** Returns a text without those at its ends. */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Returns a text without those at its ends, and with one space in place of each run of others. */
    public static String collapse(String text) {
        String stripped = strip(text);
        StringBuilder collapsed = new StringBuilder(stripped.length());
        for (int at = 0; at < stripped.length(); at++) {
            char character = stripped.charAt(at);
            if (!isBlank(character)) {
                collapsed.append(character);
            } else if (!isBlank(stripped.charAt(at - 1))) {
                collapsed.append(' ');
            }
        }
        return collapsed.toString();
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
