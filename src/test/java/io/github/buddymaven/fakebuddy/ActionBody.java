package io.github.buddymaven.fakebuddy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The body of a create or an edit, checked: all complaints are made together, as Buddy's docs show it.
 *
 * @param fields what is to be stored
 * @param afterActionId where a new action goes; a place, not a field of the action
 * @param unknownFields what was sent beyond the docs; whether Buddy refuses it is unknown, so it is dropped
 */
record ActionBody(ObjectNode fields, OptionalInt afterActionId, List<String> unknownFields) {

    /** The only type whose fields this stand-in knows; actions of other types can be seeded. */
    private static final String CREATED_TYPE = "DOCKER_PUSH";

    static ActionBody ofCreate(RecordedRequest request) {
        ActionBody body = read(request, CREATED_TYPE, "Unknown type of action.");
        if (!body.fields().has("trigger_time")) {
            body.fields().put("trigger_time", "ON_EVERY_EXECUTION");
        }
        return body;
    }

    static ActionBody ofEdit(RecordedRequest request, String type) {
        return read(request, type, "The type of an action cannot be changed.");
    }

    private static ActionBody read(RecordedRequest request, String type, String otherType) {
        checkContentType(request);
        ObjectNode json = Json.object(request.body().bytes()).orElseThrow(() -> new Refusal(400, "Malformed JSON."));
        List<String> complaints = complaints(json);
        if (json.path("type").isTextual() && !json.path("type").asText().equals(type)) {
            complaints.add(otherType);
        }
        if (!complaints.isEmpty()) {
            throw new Refusal(400, complaints);
        }
        return sorted(json);
    }

    private static void checkContentType(RecordedRequest request) {
        String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.replaceFirst(";.*", "").strip().equals("application/json")) {
            throw new Refusal(400, "Content-Type must be application/json.");
        }
    }

    private static List<String> complaints(ObjectNode json) {
        List<String> complaints = new ArrayList<>();
        // the docs of 2026 require both in an edit, too
        for (String required : List.of("name", "type")) {
            if (!json.has(required)) {
                complaints.add("Field " + required + " is required.");
            }
        }
        json.properties().stream()
                .map(field -> ActionFields.complaint(field.getKey(), field.getValue()))
                .flatMap(Optional::stream)
                .forEach(complaints::add);
        String triggerTime = json.path("trigger_time").asText();
        if (json.path("trigger_time").isTextual() && !ActionFields.TRIGGER_TIMES.contains(triggerTime)) {
            complaints.add("Unknown trigger_time: " + triggerTime + ".");
        }
        return complaints;
    }

    private static ActionBody sorted(ObjectNode json) {
        ObjectNode fields = json.deepCopy();
        OptionalInt after = json.has("after_action_id")
                ? OptionalInt.of(json.path("after_action_id").intValue())
                : OptionalInt.empty();
        fields.remove("after_action_id");
        List<String> unknown = json.properties().stream()
                .map(field -> field.getKey())
                .filter(name -> !ActionFields.isDocumented(name))
                .toList();
        fields.remove(unknown);
        return new ActionBody(fields, after, unknown);
    }
}
