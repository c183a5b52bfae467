package io.github.buddymaven.reconcile;

import io.github.buddymaven.validation.Blanks;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A name, and others that a server, or a person, may take for the same: after normalising Unicode, trimming, and folding blanks and case. A server
 * that stores another name than was sent would get one more action with every run.
 */
final class SimilarName {
    private static final String[][] ENTITIES = {
        {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&#039;", "'"}, {"&apos;", "'"}, {"&amp;", "&"}
    };

    private final String name;
    private final String folded;

    SimilarName(String name) {
        this.name = name;
        this.folded = fold(name);
    }

    /** Returns whether another name is easily taken for this one. */
    boolean isSimilarTo(String other) {
        return !name.equals(other) && folded.equals(fold(other));
    }

    /** Returns whether a server may have stored this name as another one: changed in a usual way, or cut off. */
    boolean mayBeStoredAs(String stored) {
        String found = fold(stored);
        return folded.equals(found) || (!found.isEmpty() && folded.startsWith(found));
    }

    /** ASCII is normal already, and a cold JVM need not load the tables of Unicode. */
    private static String normalize(String text) {
        boolean ascii = true;
        for (int at = 0; at < text.length(); at++) {
            ascii &= text.charAt(at) < 0x80;
        }
        return ascii ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String fold(String name) {
        String text = name;
        for (String[] entity : ENTITIES) {
            text = text.replace(entity[0], entity[1]);
        }
        return Blanks.collapse(normalize(text)).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
