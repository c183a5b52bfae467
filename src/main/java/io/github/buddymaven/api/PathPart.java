package io.github.buddymaven.api;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Percent-encoding of one part of a path: nothing in it can end the part, climb up, or start a query. */
final class PathPart {
    private static final String UNRESERVED = "-_~ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private PathPart() {}

    static String encode(String part) {
        boolean climbs = part.equals(".") || part.equals("..");
        StringBuilder encoded = new StringBuilder();
        for (byte octet : part.getBytes(UTF_8)) {
            char character = (char) (octet & 0xFF);
            if (UNRESERVED.indexOf(character) >= 0 || (character == '.' && !climbs)) {
                encoded.append(character);
            } else {
                encoded.append('%').append(String.format("%02X", octet));
            }
        }
        return encoded.toString();
    }
}
