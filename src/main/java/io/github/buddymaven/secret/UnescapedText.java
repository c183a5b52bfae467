package io.github.buddymaven.secret;

/**
 * A text with the escapes of one notation undone and each run of white space as one blank, so that a secret is found in
 * it with {@code indexOf}, whichever characters a server chose to escape. Knows for each character where it was before.
 */
final class UnescapedText {
    /** How a text may be escaped; {@code FORM} is percent-encoded, with a plus sign for each blank. */
    enum Notation {
        NONE(""),
        PERCENT("%"),
        FORM("+"),
        JSON("\\"),
        XML("&");

        private final String mark;

        Notation(String mark) {
            this.mark = mark;
        }

        boolean mayBeIn(String text) {
            return text.contains(mark);
        }
    }

    private static final int MAX_XML_REFERENCE = "&#x0001F600;".length();

    private final String escaped;
    private final StringBuilder clear;
    private final int[] origins;
    private int at;

    UnescapedText(String escaped, Notation notation) {
        this.escaped = escaped;
        this.clear = new StringBuilder(escaped.length());
        this.origins = new int[escaped.length() + 1];
        while (at < escaped.length()) {
            int origin = at;
            append(next(notation), origin);
        }
        origins[clear.length()] = escaped.length();
    }

    /** Returns where the character at this index of the clear text was in the escaped one. */
    int origin(int index) {
        return origins[index];
    }

    /** Returns the clear text. */
    @Override
    public String toString() {
        return clear.toString();
    }

    private void append(int codePoint, int origin) {
        int end = clear.length();
        boolean isBlank = Character.isWhitespace(codePoint);
        if (isBlank && end > 0 && clear.charAt(end - 1) == ' ') {
            return;
        }
        origins[end] = origin;
        origins[Math.min(end + 1, escaped.length())] = origin; // of the other half of a pair, if there is one
        clear.appendCodePoint(isBlank ? ' ' : codePoint);
    }

    private int next(Notation notation) {
        char first = escaped.charAt(at);
        return switch (notation) {
            case NONE -> take(1, first);
            case PERCENT -> first == '%' ? percent() : take(1, first);
            case FORM -> first == '%' ? percent() : take(1, first == '+' ? ' ' : first);
            case JSON -> first == '\\' ? json() : take(1, first);
            case XML -> first == '&' ? xml() : take(1, first);
        };
    }

    private int take(int length, int codePoint) {
        at += length;
        return codePoint;
    }

    /** Reads one byte; the bytes of a character stay apart. */
    private int percent() {
        int octet = number(at + 1, at + 3, 16);
        return octet < 0 ? take(1, '%') : take(3, octet);
    }

    private int json() {
        char letter = at + 1 < escaped.length() ? escaped.charAt(at + 1) : '\\';
        int unit = letter == 'u' ? number(at + 2, at + 6, 16) : -1;
        if (unit >= 0) {
            return take(6, unit);
        }
        return switch (letter) {
            case 'b', 'f', 'n', 'r', 't' -> take(2, ' ');
            default -> take(2, letter);
        };
    }

    private int xml() {
        String start = escaped.substring(at, Math.min(at + MAX_XML_REFERENCE, escaped.length()));
        String reference = start.substring(0, start.indexOf(';') + 1);
        int codePoint =
                switch (reference) {
                    case "&lt;" -> '<';
                    case "&gt;" -> '>';
                    case "&amp;" -> '&';
                    case "&quot;" -> '"';
                    case "&apos;" -> '\'';
                    default -> numbered(reference);
                };
        return Character.isValidCodePoint(codePoint) ? take(reference.length(), codePoint) : take(1, '&');
    }

    private int numbered(String reference) {
        int end = at + reference.length() - 1;
        if (reference.startsWith("&#x") || reference.startsWith("&#X")) {
            return number(at + 3, end, 16);
        }
        return reference.startsWith("&#") ? number(at + 2, end, 10) : -1;
    }

    /** Reads digits; returns a negative number if anything else is among them. */
    private int number(int start, int end, int radix) {
        int number = start < end && end <= escaped.length() ? 0 : -1;
        for (int i = start; i < end && number >= 0; i++) {
            int digit = Character.digit(escaped.charAt(i), radix);
            number = digit < 0 ? -1 : number * radix + digit;
        }
        return number;
    }
}
