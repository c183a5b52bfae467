package io.github.buddymaven.fakebuddy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;

/**
 * Splits a path first and decodes afterwards, exactly once: a slash inside a project's name stays inside, and a client
 * that encodes twice or not at all is found out.
 */
final class PathParts {

    private PathParts() {}

    static List<String> of(String rawPath) {
        return Arrays.stream(rawPath.substring(1).split("/", -1))
                .map(PathParts::decode)
                .toList();
    }

    private static String decode(String part) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(part))).toString();
        } catch (CharacterCodingException | NumberFormatException e) {
            throw new Refusal(400, "Malformed path.");
        }
    }

    private static byte[] bytes(String part) throws CharacterCodingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int index = 0; index < part.length(); index++) {
            char c = part.charAt(index);
            if (c > 127) {
                throw new CharacterCodingException();
            }
            if (c == '%') {
                // the JDK's server has refused what is not two hex digits
                bytes.write(Integer.parseInt(part, index + 1, index + 3, 16));
                index += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toByteArray();
    }
}
