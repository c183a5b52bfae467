package io.github.buddymaven.fakebuddy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An answer before a fault spoils it.
 *
 * @param contentType empty for none
 */
public record Answer(int status, String contentType, String body) {

    static Answer json(int status, String json) {
        // without a charset, as Buddy's documentation and its errors have it
        return new Answer(status, "application/json", json);
    }

    static Answer ok(ObjectNode json) {
        return json(200, json.toString());
    }

    static Answer noContent() {
        return new Answer(204, "", "");
    }

    public Answer withStatus(int other) {
        return new Answer(other, contentType, body);
    }

    /** Returns the body, which must be a JSON object. */
    public ObjectNode json() {
        return Json.object(body);
    }

    /** Ends the processing of a request anywhere, in Buddy's documented form: messages, no codes, no names of fields. */
    static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Answer answer;

        Refusal(int status, String message) {
            this(status, List.of(message));
        }

        Refusal(int status, List<String> messages) {
            super(String.join(" ", messages));
            ObjectNode json = Json.object();
            ArrayNode errors = json.putArray("errors");
            messages.forEach(message -> errors.addObject().put("message", message));
            answer = json(status, json.toString());
        }

        Answer answer() {
            return answer;
        }
    }
}
