package io.github.buddymaven.secret;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of a secret is looked for by itself. A private key comes back line by line, with other line ends, or cut off; and
 * one expression for all of it would be too deep for Java's search.
 */
final class Pieces {
    /** A line of a key has as many; far fewer than would overflow a stack. */
    private static final int LONGEST = 64;

    /** A line with fewer characters gives little away, and would be found in any text. */
    private static final int SHORTEST_LINE = 8;

    private static final Pattern LINE_END = Pattern.compile("[\\r\\n]+");

    private Pieces() {}

    /** The pieces, which together hold all of the secret that is worth hiding. */
    static Set<String> of(Secret secret) {
        Set<String> pieces = new LinkedHashSet<>();
        boolean hasShortLines = false;
        for (String line : LINE_END.split(secret.reveal(), -1)) {
            String words = line.strip();
            if (words.length() >= SHORTEST_LINE) {
                pieces.addAll(windows(words));
            } else {
                hasShortLines |= !words.isEmpty();
            }
        }
        if (pieces.isEmpty() || hasShortLines) {
            pieces.addAll(windows(secret.reveal()));
        }
        return pieces;
    }

    /** The text in parts of a bearable length; the last one is no shorter, and shares what it needs for that. */
    private static List<String> windows(String text) {
        int length = text.codePointCount(0, text.length());
        List<String> windows = new ArrayList<>();
        for (int start = 0; start < length; start += LONGEST) {
            int from = text.offsetByCodePoints(0, Math.max(0, Math.min(start, length - LONGEST)));
            windows.add(text.substring(from, text.offsetByCodePoints(from, Math.min(LONGEST, length))));
        }
        return windows;
    }
}
