package io.github.buddymaven.fakebuddy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An answer as the stand-in means it; a fault may still garble it on its way.
 *
 * @param contentType empty for none
 */
public record Answer(int status, String contentType, Body body) {

    static Answer json(int status, String json) {
        // the docs show no charset, and errors have been seen with exactly this
        return new Answer(status, "application/json", Body.of(json));
    }

    static Answer json(int status, ObjectNode json) {
        return json(status, json.toString());
    }

    static Answer noContent() {
        return new Answer(204, "", Body.EMPTY);
    }

    /** Buddy's documented form of a refusal: messages only, no codes and no names of fields. */
    static Answer errors(int status, List<String> messages) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode errors = json.putArray("errors");
        messages.forEach(message -> errors.addObject().put("message", message));
        return json(status, json);
    }
}
