package io.github.buddymaven.validation;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Suggests what a mistyped value was meant to be. */
public final class Suggestion {
    private Suggestion() {}

    /** Returns the closest candidate if one is close: a letter or two, upper and lower case, a hyphen for an underscore. */
    public static Optional<String> of(String written, Collection<String> candidates) {
        String plain = plain(written);
        return candidates.stream()
                .filter(candidate -> distance(plain, plain(candidate)) <= tolerance(candidate))
                .min(Comparator.<String>comparingInt(candidate -> distance(plain, plain(candidate)))
                        .thenComparingInt(candidate -> distance(unspaced(plain), unspaced(plain(candidate)))));
    }

    /** Returns the sentence "Did you mean …?" with a blank before it, or nothing if no candidate is close. */
    public static String didYouMean(String written, Collection<String> candidates) {
        return of(written, candidates)
                .map(close -> " Did you mean " + Parameter.display(close) + "?")
                .orElse("");
    }

    /** A missing blank is a smaller mistake than another letter. */
    private static String unspaced(String plain) {
        return plain.replace("_", "");
    }

    private static int tolerance(String candidate) {
        return Math.max(1, candidate.length() / 4);
    }

    private static String plain(String value) {
        return value.trim().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    }

    /** Computes the Levenshtein distance, one row at a time. */
    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
