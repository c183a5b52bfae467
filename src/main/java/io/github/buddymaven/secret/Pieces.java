package io.github.buddymaven.secret;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a secret is looked for by itself. A private key comes back line by line, with other line ends, or cut off; and
 * one expression for all of it would be too deep for Java's search.
 */
final class Pieces {
    /** A line of a key has as many; far fewer than would overflow a stack. */
    private static final int LONGEST = 64;

    /** A line with fewer characters gives little away, and would be found in any text. */
    private static final int SHORTEST_LINE = 8;

    private Pieces() {}

    /** The pieces, which together hold all of the secret that is worth hiding. */
    static Set<String> of(Secret secret) {
        List<String> lines = secret.reveal()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        Set<String> pieces = new LinkedHashSet<>();
        lines.stream().filter(line -> !isShort(line)).forEach(line -> pieces.addAll(windows(line)));
        if (pieces.isEmpty() || lines.stream().anyMatch(Pieces::isShort)) {
            pieces.addAll(windows(secret.reveal()));
        }
        return pieces;
    }

    private static boolean isShort(String line) {
        return line.length() < SHORTEST_LINE;
    }

    /** The text in parts of a bearable length; the last one is no shorter, and shares what it needs for that. */
    private static List<String> windows(String text) {
        int[] characters = text.codePoints().toArray();
        List<String> windows = new ArrayList<>();
        for (int start = 0; start < characters.length; start += LONGEST) {
            int from = Math.max(0, Math.min(start, characters.length - LONGEST));
            windows.add(new String(characters, from, Math.min(LONGEST, characters.length)));
        }
        return windows;
    }
}
