package io.github.buddymaven.secret;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The forms in which a secret comes back: as it is, percent-encoded, escaped for JSON or HTML (mixed and repeated, as
 * nested documents have it), or within Base64, alone or behind a user name. Every repetition is bounded, so that no
 * server can make the search take long.
 */
final class Disguises {
    /** Shorter pieces of Base64 occur in any text; masking them would make it unreadable and hide nothing. */
    private static final int SHORTEST_BASE64 = 6;

    private static final HexFormat HEX = HexFormat.of();

    private Disguises() {}

    /** Finds a piece of a secret spelled out. */
    static Pattern spelled(String piece) {
        return Pattern.compile(piece.codePoints().mapToObj(Disguises::spellings).collect(joining()));
    }

    /** Whether a text may spell a piece in another way than as it is. */
    static boolean mayBeIn(String text, String piece) {
        return text.indexOf('%') >= 0
                || text.indexOf('\\') >= 0
                || text.indexOf('&') >= 0
                || piece.chars().anyMatch(Character::isWhitespace);
    }

    /** Finds a heart in either alphabet of Base64. */
    static Pattern ofHeart(String heart) {
        return Pattern.compile(eitherAlphabet(heart));
    }

    /**
     * The heart of a piece in Base64 of any text that holds it: three bytes make four characters, so the piece looks one of
     * three ways, by where it starts; the characters at its rim hang on their neighbours too.
     */
    static Set<String> hearts(String piece) {
        Set<String> hearts = new LinkedHashSet<>();
        for (Charset charset : new Charset[] {UTF_8, ISO_8859_1}) {
            for (int offset = 0; offset < 3; offset++) {
                String heart = heart(piece.getBytes(charset), offset);
                if (heart.length() >= SHORTEST_BASE64) {
                    hearts.add(heart);
                }
            }
        }
        return hearts;
    }

    private static String spellings(int codePoint) {
        String character = Character.toString(codePoint);
        List<String> ways = new ArrayList<>();
        ways.add("\\\\{0,7}" + Pattern.quote(character));
        ways.add("(?i:" + percentEncoded(character, UTF_8) + ")");
        ways.add("(?i:" + unicodeEscaped(character) + ")");
        ways.add("(?i:&#(?:0{0,7}" + codePoint + "|x0{0,7}" + Integer.toHexString(codePoint) + ");)");
        if (codePoint > 0x7F && codePoint <= 0xFF) {
            ways.add("(?i:" + percentEncoded(character, ISO_8859_1) + ")");
        }
        ways.addAll(named(codePoint));
        return "(?:" + String.join("|", ways) + ")";
    }

    private static String percentEncoded(String character, Charset charset) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : character.getBytes(charset)) {
            encoded.append("%(?:25){0,3}").append(HEX.toHexDigits(octet));
        }
        return encoded.toString();
    }

    private static String unicodeEscaped(String character) {
        return character
                .chars()
                .mapToObj(unit -> "\\\\{1,7}u" + HEX.toHexDigits((char) unit))
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
            case '\t' -> List.of("\\\\{1,7}t", " ");
            case '\r' -> List.of("\\\\{1,7}r", " ");
            case '\n' ->
                List.of("\\\\{1,7}n", " ", "\r\n", "\\\\{1,7}r\\\\{1,7}n", "%(?:25){0,3}0[Dd]%(?:25){0,3}0[Aa]");
            default -> List.of();
        };
    }

    private static String heart(byte[] piece, int offset) {
        byte[] shifted = new byte[offset + piece.length];
        System.arraycopy(piece, 0, shifted, offset, piece.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int first = offset == 0 ? 0 : offset + 1;
        int whole = shifted.length * 8 / 6;
        return whole <= first ? "" : encoded.substring(first, whole);
    }

    private static String eitherAlphabet(String base64) {
        return Pattern.quote(base64).replace("+", "\\E[+-]\\Q").replace("/", "\\E[/_]\\Q");
    }
}
