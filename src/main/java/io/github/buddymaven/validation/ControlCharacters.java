package io.github.buddymaven.validation;

/** Characters that make one line of a log look like two, or like something else than it is. */
public final class ControlCharacters {
    private ControlCharacters() {}

    /** Returns whether a character is a control character, a line or paragraph separator, or half of a surrogate pair. */
    public static boolean isControl(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }

    /** Returns whether a text contains a control character. */
    public static boolean isIn(String text) {
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            if (isControl(text.codePointAt(at))) {
                return true;
            }
        }
        return false;
    }

    /** Returns a text with control characters and invisible marks, such as those for right-to-left, as escapes. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            escape(text.codePointAt(at), escaped);
        }
        return escaped.toString();
    }

    /** Returns whether a character is a control character or an invisible mark. */
    public static boolean isUnsafeToPrint(int codePoint) {
        return isControl(codePoint) || Character.getType(codePoint) == Character.FORMAT;
    }

    private static void escape(int codePoint, StringBuilder escaped) {
        switch (codePoint) {
            case '\n' -> escaped.append("\\n");
            case '\r' -> escaped.append("\\r");
            case '\t' -> escaped.append("\\t");
            default -> {
                if (isUnsafeToPrint(codePoint)) {
                    for (char unit : Character.toChars(codePoint)) {
                        escaped.append(String.format("\\u%04x", (int) unit));
                    }
                } else {
                    escaped.appendCodePoint(codePoint);
                }
            }
        }
    }
}
