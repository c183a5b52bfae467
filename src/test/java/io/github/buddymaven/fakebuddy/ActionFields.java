package io.github.buddymaven.fakebuddy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** The fields of a DOCKER_PUSH action with their JSON types, as Buddy's docs of 2022, 2024 and 2026 list them. */
final class ActionFields {

    /** From Buddy's docs; the samples send the first one always. */
    static final List<String> TRIGGER_TIMES = List.of(
            "ON_EVERY_EXECUTION",
            "ON_SUCCESS",
            "ON_FAILURE",
            "ON_BACK_TO_SUCCESS",
            "ON_WARNING",
            "ON_WAIT_FOR_APPROVE",
            "ON_TERMINATE");

    private static final Map<String, Kind> KINDS = new HashMap<>();

    static {
        document("a string", JsonNode::isTextual, "name", "type", "trigger_time", "docker_image_tag", "repository");
        document("a string", JsonNode::isTextual, "login", "password", "region", "registry", "docker_registry");
        document("a string", JsonNode::isTextual, "docker_build_action_name", "artifact", "run_next");
        document("an integer", JsonNode::isInt, "docker_build_action_id", "after_action_id");
        document("an integer", JsonNode::isInt, "timeout", "retry_interval", "retry_count");
        document("a boolean", JsonNode::isBoolean, "run_only_on_first_failure", "disabled", "ignore_errors");
        document("an object with one of hash_id, identifier", ActionFields::isIntegration, "integration");
        document("a list of strings", listOf(JsonNode::isTextual), "loop");
        document("a list of objects", listOf(JsonNode::isObject), "trigger_conditions", "variables");
    }

    private ActionFields() {}

    static boolean isDocumented(String field) {
        return KINDS.containsKey(field);
    }

    /** What to say about a value of the wrong type; nothing for a right one and for an unknown field. */
    static Optional<String> complaint(String field, JsonNode value) {
        return Optional.ofNullable(KINDS.get(field))
                .filter(kind -> !kind.fits().test(value))
                .map(kind -> "Field " + field + " must be " + kind.name() + ".");
    }

    private static void document(String kind, Predicate<JsonNode> fits, String... fields) {
        Arrays.stream(fields).forEach(field -> KINDS.put(field, new Kind(kind, fits)));
    }

    private static boolean isIntegration(JsonNode value) {
        return value instanceof ObjectNode object
                && object.size() == 1
                && (object.path("hash_id").isTextual()
                        || object.path("identifier").isTextual());
    }

    private static Predicate<JsonNode> listOf(Predicate<JsonNode> element) {
        return value -> value.isArray()
                && StreamSupport.stream(value.spliterator(), false).allMatch(element);
    }

    private record Kind(String name, Predicate<JsonNode> fits) {}
}
