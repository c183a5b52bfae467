package io.github.buddymaven.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The forms in which a secret comes back: as it is, percent-encoded, escaped for JSON or HTML (mixed and repeated, as
 * nested documents have it), or as Base64, alone or behind a user name.
 */
final class Disguises {
    /** Shorter pieces of Base64 occur in any text; masking them would make it unreadable and hide nothing. */
    private static final int SHORTEST_BASE64 = 6;

    private Disguises() {}

    static Pattern of(Secret secret) {
        List<String> forms = new ArrayList<>(base64Forms(secret.reveal()));
        forms.add(spelled(secret.reveal()));
        return Pattern.compile(String.join("|", forms));
    }

    private static String spelled(String text) {
        return text.codePoints().mapToObj(Disguises::spellings).collect(joining());
    }

    private static String spellings(int codePoint) {
        String character = Character.toString(codePoint);
        List<String> ways = new ArrayList<>();
        ways.add("\\\\*" + Pattern.quote(character));
        ways.add("(?i:" + percentEncoded(character) + ")");
        ways.add("(?i:" + unicodeEscaped(character) + ")");
        ways.add("(?i:&#(?:0*" + codePoint + "|x0*" + Integer.toHexString(codePoint) + ");)");
        ways.addAll(named(codePoint));
        return "(?:" + String.join("|", ways) + ")";
    }

    private static String percentEncoded(String character) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : character.getBytes(UTF_8)) {
            encoded.append("%(?:25)*").append(String.format("%02x", octet));
        }
        return encoded.toString();
    }

    private static String unicodeEscaped(String character) {
        return character
                .chars()
                .mapToObj(unit -> String.format("\\\\+u%04x", unit))
                .collect(joining());
    }

    private static List<String> named(int codePoint) {
        return switch (codePoint) {
            case ' ' -> List.of("\\+");
            case '<' -> List.of("&lt;");
            case '>' -> List.of("&gt;");
            case '&' -> List.of("&amp;");
            case '"' -> List.of("&quot;");
            case '\'' -> List.of("&apos;");
            default -> List.of();
        };
    }

    /**
     * Base64 of any text that holds the secret: three bytes make four characters, so the secret looks one of three ways,
     * by where it starts. Of each, the characters at the rim hang on their neighbours too; a run around is masked whole.
     */
    private static List<String> base64Forms(String text) {
        List<String> forms = new ArrayList<>();
        for (int offset = 0; offset < 3; offset++) {
            String core = base64Core(text, offset);
            if (core.length() >= SHORTEST_BASE64) {
                forms.add("[A-Za-z0-9+/_-]*" + eitherAlphabet(core) + "[A-Za-z0-9+/_=-]*");
            }
        }
        return forms;
    }

    private static String base64Core(String text, int offset) {
        byte[] secret = text.getBytes(UTF_8);
        byte[] shifted = new byte[offset + secret.length];
        System.arraycopy(secret, 0, shifted, offset, secret.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int first = offset == 0 ? 0 : offset + 1;
        int whole = shifted.length * 8 / 6;
        return whole <= first ? "" : encoded.substring(first, whole);
    }

    private static String eitherAlphabet(String base64) {
        return Pattern.quote(base64).replace("+", "\\E[+-]\\Q").replace("/", "\\E[/_]\\Q");
    }
}
