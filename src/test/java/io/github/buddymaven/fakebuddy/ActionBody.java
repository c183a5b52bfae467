package io.github.buddymaven.fakebuddy;

import static io.github.buddymaven.fakebuddy.Fields.listOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.fakebuddy.Answer.Refusal;
import io.github.buddymaven.fakebuddy.Fields.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The body of a create or an edit of a DOCKER_PUSH action, checked against the fields that Buddy's documentation of
 * 2022, 2024 and 2026 lists. All complaints are made together.
 *
 * @param fields the fields to store
 * @param after the action after which a new one goes; a place, not a field of the action
 * @param unknownFields fields that are not documented; whether Buddy refuses them is unknown, so they are dropped
 */
record ActionBody(ObjectNode fields, OptionalInt after, List<String> unknownFields) {

    private static final Fields FIELDS = new Fields(List.of(
            new Kind("a string", JsonNode::isTextual, """
                    name type trigger_time docker_image_tag repository login password region registry docker_registry
                    docker_build_action_name artifact run_next"""),
            new Kind("an integer", JsonNode::isInt, """
                    docker_build_action_id after_action_id timeout retry_interval retry_count"""),
            new Kind("a boolean", JsonNode::isBoolean, "run_only_on_first_failure disabled ignore_errors"),
            new Kind("an object with one of hash_id, identifier", ActionBody::isIntegration, "integration"),
            new Kind("a list of strings", listOf(JsonNode::isTextual), "loop"),
            new Kind("a list of objects", listOf(JsonNode::isObject), "trigger_conditions variables")));

    private static final List<String> TRIGGER_TIMES = List.of(
            "ON_EVERY_EXECUTION",
            "ON_SUCCESS",
            "ON_FAILURE",
            "ON_BACK_TO_SUCCESS",
            "ON_WARNING",
            "ON_WAIT_FOR_APPROVE",
            "ON_TERMINATE");

    static ActionBody ofCreate(RecordedRequest request) {
        ActionBody body = read(request, "DOCKER_PUSH", "Unknown type of action.");
        if (!body.fields().has("trigger_time")) {
            body.fields().put("trigger_time", TRIGGER_TIMES.get(0));
        }
        return body;
    }

    static ActionBody ofEdit(RecordedRequest request, String type) {
        return read(request, type, "The type of an action cannot be changed.");
    }

    private static ActionBody read(RecordedRequest request, String type, String otherType) {
        ObjectNode json = Fields.sent(request);
        List<String> complaints = complaints(json);
        if (json.path("type").isTextual() && !json.path("type").asText().equals(type)) {
            complaints.add(otherType);
        }
        if (!complaints.isEmpty()) {
            throw new Refusal(400, complaints);
        }
        List<String> unknown = FIELDS.removeUnknown(json);
        JsonNode after = json.path("after_action_id");
        json.remove("after_action_id");
        return new ActionBody(json, after.isInt() ? OptionalInt.of(after.intValue()) : OptionalInt.empty(), unknown);
    }

    private static List<String> complaints(ObjectNode json) {
        List<String> complaints = new ArrayList<>();
        // the documentation of 2026 requires both in an edit also
        for (String required : List.of("name", "type")) {
            if (!json.has(required)) {
                complaints.add("Field " + required + " is required.");
            }
        }
        FIELDS.complaints(json).forEach(complaints::add);
        JsonNode triggerTime = json.path("trigger_time");
        if (triggerTime.isTextual() && !TRIGGER_TIMES.contains(triggerTime.asText())) {
            complaints.add("Unknown trigger_time: " + triggerTime.asText() + ".");
        }
        return complaints;
    }

    private static boolean isIntegration(JsonNode value) {
        return value.isObject()
                && value.size() == 1
                && (value.path("hash_id").isTextual()
                        || value.path("identifier").isTextual());
    }
}
