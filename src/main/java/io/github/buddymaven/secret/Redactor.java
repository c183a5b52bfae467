package io.github.buddymaven.secret;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes known secrets out of text that others wrote: a server's refusal, an exception's message. */
public final class Redactor {
    /** Nobody reads on, and the search ends soon, whatever a server sends. */
    private static final int LONGEST = 16 * 1024;

    /** So much further is looked, for a secret that begins before the end and does not end there. */
    private static final int MARGIN = 4 * 1024;

    private record Patterns(List<Pattern> spelled, List<Pattern> base64) {}

    private final List<String> pieces;
    private final List<String> hearts;
    private @Nullable Patterns patterns;

    private Redactor(Collection<Secret> secrets) {
        Set<String> all = new LinkedHashSet<>();
        for (Secret secret : secrets) {
            all.addAll(Pieces.of(secret));
        }
        List<String> base64 = new ArrayList<>();
        for (String piece : all) {
            base64.addAll(Disguises.hearts(piece));
        }
        this.pieces = List.copyOf(all);
        this.hearts = List.copyOf(base64);
    }

    public static Redactor of(Collection<Secret> secrets) {
        return new Redactor(secrets);
    }

    /** The text without the secrets; of a very long one, the beginning. */
    public String redact(String text) {
        String looked = text.substring(0, Math.min(text.length(), LONGEST + MARGIN));
        String shown = text.substring(0, Math.min(text.length(), LONGEST));
        return masked(shown, secretPlaces(looked)) + (shown.length() < text.length() ? "…" : "");
    }

    /** Whether a text of any length has a secret in it. */
    public boolean finds(String text) {
        return !secretPlaces(text).isEmpty();
    }

    /** The same exception for a reader of {@code mvn -e}: its kind, stack and causes, with the messages redacted. */
    public Throwable redact(Throwable original) {
        return RedactedThrowable.of(original, this);
    }

    /** All secrets are looked for in the text as it came: one may be a part of another. */
    private BitSet secretPlaces(String text) {
        BitSet places = new BitSet(text.length());
        if (!mayHoldOne(text)) {
            return places;
        }
        for (Pattern secret : patterns().spelled()) {
            for (Matcher found = secret.matcher(text); found.find(); ) {
                places.set(found.start(), found.end());
            }
        }
        for (Pattern heart : patterns().base64()) {
            int after = 0;
            for (Matcher found = heart.matcher(text); found.find(); ) {
                if (found.start() >= after) {
                    after = endOfBase64(text, found.end());
                    places.set(startOfBase64(text, found.start()), after);
                }
            }
        }
        return places;
    }

    /** Most texts do not, and to tell so is much quicker than the search, for which a cold JVM has a lot to set up. */
    private boolean mayHoldOne(String text) {
        String oneAlphabet = text.replace('-', '+').replace('_', '/');
        for (String piece : pieces) {
            if (text.contains(piece) || Disguises.mayBeIn(text, piece)) {
                return true;
            }
        }
        for (String heart : hearts) {
            if (oneAlphabet.contains(heart)) {
                return true;
            }
        }
        return false;
    }

    private synchronized Patterns patterns() {
        Patterns ready = patterns;
        if (ready == null) {
            ready = new Patterns(
                    pieces.stream().map(Disguises::spelled).toList(),
                    hearts.stream().map(Disguises::ofHeart).toList());
            patterns = ready;
        }
        return ready;
    }

    private static int startOfBase64(String text, int from) {
        int start = from;
        while (start > 0 && isBase64(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int endOfBase64(String text, int from) {
        int end = from;
        while (end < text.length() && (isBase64(text.charAt(end)) || text.charAt(end) == '=')) {
            end++;
        }
        while (text.regionMatches(true, end, "%3D", 0, 3)) {
            end += 3;
        }
        return end;
    }

    private static boolean isBase64(char character) {
        return (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z')
                || (character >= '0' && character <= '9')
                || "+/-_".indexOf(character) >= 0;
    }

    private static String masked(String text, BitSet places) {
        StringBuilder clean = new StringBuilder();
        int from = 0;
        for (int start = places.nextSetBit(0); start >= 0 && start < text.length(); start = places.nextSetBit(from)) {
            clean.append(text, from, start).append(Secret.MASK);
            from = Math.min(places.nextClearBit(start), text.length());
        }
        return clean.append(text.substring(from)).toString();
    }
}
