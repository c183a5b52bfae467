package io.github.buddymaven.secret;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.buddymaven.secret.UnescapedText.Notation;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Masks known secrets in text that others wrote: a server's message, an exception's. It finds them as they are,
 * percent-encoded, escaped for JSON or XML, and within Base64, also by each of their longer lines; not if they are escaped
 * twice. A secret shorter than six characters may be any word, so that a mask would tell it: see
 * {@link #containsShortSecret}.
 */
public final class Redactor {
    /** Stands for a message that contains a secret which is too short to be masked. */
    public static final String NOT_SHOWN =
            "The server's message is not shown, because it contains a secret of fewer than six characters. Choose a longer one to read it.";

    private static final int MIN_SECRET = 6;

    /** A shorter line of a private key gives little away, and is in any text. */
    private static final int MIN_LINE = 8;

    /** A long secret is looked for in parts, since it may come back cut off. A line of a key has as many characters. */
    private static final int MAX_PART = 64;

    /** Shorter pieces of Base64 are in any text, and hide nothing. */
    private static final int MIN_BASE64 = 6;

    /** The same for a message that is not masked but left out. */
    private static final int MIN_BASE64_TO_LEAVE_OUT = 3;

    private static final int MAX_SHOWN = 16 * 1024;

    /** More than one part of a secret takes, even if each of its characters is escaped. */
    private static final int MARGIN = 4 * 1024;

    private static final Notation[] NOTATIONS = Notation.values();

    /** Secrets and parts of them as texts may hold them, in clear and within Base64. */
    private record Forms(Set<String> clear, Set<String> base64) {
        Forms() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>());
        }
    }

    private final Forms secrets = new Forms();
    private final Forms shortSecrets = new Forms();
    private final Forms token = new Forms();

    private Redactor() {}

    /** Creates one that knows these secrets. */
    public static Redactor of(Collection<Secret> secrets) {
        Redactor redactor = new Redactor();
        for (Secret secret : secrets) {
            redactor.add(secret, redactor.secrets);
        }
        return redactor;
    }

    /** Creates one that knows a token, and other secrets. */
    public static Redactor of(Secret token, Collection<Secret> others) {
        Redactor redactor = of(others);
        redactor.add(token, redactor.secrets);
        redactor.add(token, redactor.token);
        return redactor;
    }

    private void add(Secret secret, Forms forms) {
        String value = secret.reveal().strip();
        if (value.length() >= MIN_SECRET) {
            for (String part : parts(value)) {
                addForms(part, MIN_BASE64, forms);
            }
        } else if (!value.isEmpty()) {
            addForms(value, MIN_BASE64_TO_LEAVE_OUT, shortSecrets);
        }
    }

    /** Masks the secrets of six characters or more; of a very long text, returns the beginning. */
    public String redact(String text) {
        String shown = text.substring(0, Math.min(text.length(), MAX_SHOWN));
        String searched = text.substring(0, Math.min(text.length(), MAX_SHOWN + MARGIN));
        return masked(shown, find(secrets, searched)) + (shown.length() < text.length() ? "…" : "");
    }

    /** Returns whether a text of any length contains a secret of six characters or more. */
    public boolean containsSecret(String text) {
        return isAnyIn(text, secrets);
    }

    /** Returns whether a text contains the token; one of fewer than six characters is not looked for. */
    public boolean containsToken(String text) {
        return isAnyIn(text, token);
    }

    /** Returns whether a text contains a secret that is too short to be masked, so that it must not be shown at all. */
    public boolean containsShortSecret(String text) {
        return isAnyIn(text, shortSecrets);
    }

    /** Returns a copy for {@code mvn -e}: the same type, stack and causes, with the messages redacted. */
    public Throwable redact(Throwable original) {
        return RedactedThrowable.of(original, this);
    }

    /** Returns a copy with another message: the same type and stack, and no causes. */
    public static Throwable withMessage(String message, Throwable original) {
        return RedactedThrowable.withMessage(message, original);
    }

    private static Set<String> parts(String secret) {
        Set<String> parts = new LinkedHashSet<>();
        addParts(secret, parts);
        for (String line : secret.split("\n", -1)) {
            if (line.strip().length() >= MIN_LINE) {
                addParts(line.strip(), parts);
            }
        }
        return parts;
    }

    /** The last part is as long as the others, and overlaps the one before it. */
    private static void addParts(String text, Set<String> parts) {
        for (int at = 0; at < text.length(); at += MAX_PART) {
            int start = Math.max(0, Math.min(at, text.length() - MAX_PART));
            int end = Math.min(start + MAX_PART, text.length());
            parts.add(text.substring(
                    isWithinPair(text, start) ? start - 1 : start, isWithinPair(text, end) ? end + 1 : end));
        }
    }

    private static boolean isWithinPair(String text, int at) {
        return at < text.length() && Character.isLowSurrogate(text.charAt(at));
    }

    private static void addForms(String part, int shortestBase64, Forms forms) {
        for (Charset charset : List.of(UTF_8, ISO_8859_1)) {
            byte[] bytes = part.getBytes(charset);
            addClear(new String(bytes, ISO_8859_1), forms);
            for (int offset = 0; offset < 3; offset++) {
                String base64 = base64(bytes, offset);
                if (base64.length() >= shortestBase64) {
                    forms.base64().add(base64);
                }
            }
        }
        addClear(part, forms);
    }

    private static void addClear(String text, Forms forms) {
        forms.clear().add(new UnescapedText(text, Notation.NONE).toString());
    }

    /**
     * Returns what Base64 makes of these bytes after {@code offset} others. Three bytes make four characters; those at either end
     * depend on the neighbours and are left out.
     */
    private static String base64(byte[] bytes, int offset) {
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        int start = offset == 0 ? 0 : offset + 1;
        int end = shifted.length * 8 / 6;
        return end <= start ? "" : Base64.getEncoder().encodeToString(shifted).substring(start, end);
    }

    /** Looks at one stretch after another, so that a large text takes little memory. */
    private static boolean isAnyIn(String text, Forms forms) {
        for (int start = 0; start < text.length(); start += MAX_SHOWN) {
            int end = Math.min(text.length(), start + MAX_SHOWN + MARGIN);
            if (!find(forms, text.substring(start, end)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static BitSet find(Forms forms, String text) {
        BitSet found = new BitSet(text.length());
        for (Notation notation : NOTATIONS) {
            if (notation.mayBeIn(text)) {
                UnescapedText unescaped = new UnescapedText(text, notation);
                String clear = unescaped.toString();
                for (String secret : forms.clear()) {
                    mark(secret, false, clear, unescaped, found);
                }
                String oneAlphabet = clear.replace('-', '+').replace('_', '/');
                for (String secret : forms.base64()) {
                    mark(secret, true, oneAlphabet, unescaped, found);
                }
            }
        }
        return found;
    }

    /** Marks each find; within Base64 also what is around it, such as a user name or the rest of the secret. */
    private static void mark(String secret, boolean isBase64, String text, UnescapedText unescaped, BitSet found) {
        for (int at = text.indexOf(secret); at >= 0; ) {
            int start = at;
            int end = at + secret.length();
            if (isBase64) {
                while (start > 0 && isBase64(text.charAt(start - 1))) {
                    start--;
                }
                while (end < text.length() && (isBase64(text.charAt(end)) || text.charAt(end) == '=')) {
                    end++;
                }
            }
            found.set(unescaped.origin(start), unescaped.origin(end));
            at = text.indexOf(secret, isBase64 ? end : at + 1);
        }
    }

    private static boolean isBase64(char character) {
        return (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z')
                || (character >= '0' && character <= '9')
                || character == '+'
                || character == '/';
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
