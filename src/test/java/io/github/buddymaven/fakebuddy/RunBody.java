package io.github.buddymaven.fakebuddy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.fakebuddy.Answer.Refusal;
import io.github.buddymaven.fakebuddy.Fields.Kind;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The body that starts a run, checked against Buddy's documentation.
 *
 * @param fields the documented fields
 */
record RunBody(ObjectNode fields, List<String> unknownFields) {

    private static final Fields FIELDS = new Fields(List.of(
            new Kind("a string", JsonNode::isTextual, "comment delay_until environment"),
            new Kind("a boolean", JsonNode::isBoolean, "refresh clear_cache"),
            new Kind("one of LOW, NORMAL, HIGH", json -> json.asText().matches("LOW|NORMAL|HIGH"), "priority"),
            new Kind("an object with a revision", objectWith("revision"), "to_revision from_revision"),
            new Kind("an object with a name", objectWith("name"), "branch tag pull_request"),
            new Kind("a list of integers", Fields.listOf(JsonNode::isInt), "actions_to_run"),
            new Kind("a list of keys and values", Fields.listOf(objectWith("key")), "variables")));

    static RunBody of(RecordedRequest request) {
        ObjectNode json = Fields.sent(request);
        List<String> complaints = FIELDS.complaints(json).toList();
        if (!complaints.isEmpty()) {
            throw new Refusal(400, complaints);
        }
        if (Stream.of("branch", "tag", "pull_request").filter(json::has).count() > 1) {
            throw new Refusal(400, "Only one of branch, tag, pull_request is allowed.");
        }
        List<String> unknown = FIELDS.removeUnknown(json);
        return new RunBody(json, unknown);
    }

    private static Predicate<JsonNode> objectWith(String text) {
        return json -> json.isObject() && json.path(text).isTextual();
    }
}
