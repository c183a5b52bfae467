package io.github.buddymaven.fakebuddy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.buddymaven.fakebuddy.Answer.Refusal;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A decoded path.
 *
 * @param pattern the path with stars for names
 * @param names what the stars stand for
 */
record Path(String pattern, List<String> names) {

    /**
     * Splits a path first and decodes afterwards, exactly once: a slash inside a project's name stays inside, and a
     * client that encodes twice or not at all is found out.
     */
    static Path of(RecordedRequest request, String basePath) {
        if (!request.rawPath().startsWith(basePath + "/")) {
            throw new Refusal(404, "Not found.");
        }
        String path = request.rawPath().substring(basePath.length() + 1);
        List<String> parts =
                Arrays.stream(path.split("/", -1)).map(Path::decode).toList();
        List<String> pattern = new ArrayList<>(parts);
        List<String> names = new ArrayList<>();
        for (int index = 1; index < parts.size(); index += 2) {
            names.add(pattern.set(index, "*"));
        }
        return new Path(String.join("/", pattern), List.copyOf(names));
    }

    String workspace() {
        return names.get(0);
    }

    String project() {
        return names.get(1);
    }

    String pipeline() {
        return names.get(2);
    }

    /** Returns the id of the action or the run. */
    String element() {
        return names.get(3);
    }

    private static String decode(String part) {
        String decoded = URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
        boolean malformed = decoded.contains("\uFFFD") && !part.contains("%EF%BF%BD");
        if (malformed || part.chars().anyMatch(c -> c > 127)) {
            throw new Refusal(400, "Malformed path.");
        }
        return decoded;
    }
}
