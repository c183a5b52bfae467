package io.github.buddymaven.fakebuddy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.fakebuddy.Answer.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The documented fields of a request's body, by their JSON types. */
record Fields(List<Kind> kinds) {

    /** Returns the body of a request, which must be one JSON object. */
    static ObjectNode sent(RecordedRequest request) {
        String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.replaceFirst(";.*", "").strip().equals("application/json")) {
            throw new Refusal(400, "Content-Type must be application/json.");
        }
        try {
            if (Json.parse(request.bytes()) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException malformed) {
            // refused below
        }
        throw new Refusal(400, "Malformed JSON.");
    }

    static Predicate<JsonNode> listOf(Predicate<JsonNode> element) {
        return value -> value.isArray()
                && StreamSupport.stream(value.spliterator(), false).allMatch(element);
    }

    /** Complains of each field of a wrong type. */
    Stream<String> complaints(ObjectNode json) {
        return json.properties().stream().flatMap(field -> kinds.stream()
                .filter(kind -> kind.has(field.getKey()) && !kind.fits().test(field.getValue()))
                .map(kind -> "Field " + field.getKey() + " must be " + kind.name() + "."));
    }

    /** Removes the fields that are not documented; whether Buddy refuses them is unknown. */
    List<String> removeUnknown(ObjectNode json) {
        List<String> unknown = json.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> kinds.stream().noneMatch(kind -> kind.has(name)))
                .toList();
        json.remove(unknown);
        return unknown;
    }

    /**
     * A JSON type and the fields that have it.
     *
     * @param fields their names, between white space
     */
    record Kind(String name, Predicate<JsonNode> fits, String fields) {

        boolean has(String field) {
            return List.of(fields.split("\\s+", -1)).contains(field);
        }
    }
}
