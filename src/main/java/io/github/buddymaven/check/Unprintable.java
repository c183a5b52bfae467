package io.github.buddymaven.check;

/** Characters that make one line of a log look like two, or like something else than it is. */
public final class Unprintable {
    private Unprintable() {}

    /** A control character, a line or paragraph separator, half of a surrogate pair. */
    public static boolean is(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }

    public static boolean in(String text) {
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            if (is(text.codePointAt(at))) {
                return true;
            }
        }
        return false;
    }
}
