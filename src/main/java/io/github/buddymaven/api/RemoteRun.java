package io.github.buddymaven.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.action.SecretNode;
import io.github.buddymaven.secret.Redactor;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A run of a pipeline as Buddy has it.
 *
 * <p>Source: buddy.works/docs/api, "Executions". Buddy may have other statuses than it documents.
 */
public final class RemoteRun {
    static final Set<String> OVER = Set.of("SUCCESSFUL", "FAILED", "TERMINATED", "SKIPPED", "NOT_EXECUTED");

    private final long id;
    private final ObjectNode fields;
    private final Redactor redactor;

    /** @param redactor removes the secrets of this build from what a person may see */
    RemoteRun(long id, ObjectNode json, Redactor redactor) {
        this.id = id;
        this.fields = SecretNode.hide(json);
        this.redactor = redactor;
    }

    public long id() {
        return id;
    }

    /** Returns its status, without secrets of this build. */
    public String status() {
        return text(fields, "status").orElse("");
    }

    /** Returns whether it has ended, in whatever way. */
    public boolean isOver() {
        boolean hasEnd = !fields.path("finish_date").asText("").isBlank(); // in whatever form
        return OVER.contains(status()) || hasEnd;
    }

    public boolean isSuccessful() {
        return status().equals("SUCCESSFUL");
    }

    /** Returns whether it only goes on after a person has done something in Buddy. */
    public boolean isWaitingForPerson() {
        return !isOver() && status().startsWith("WAITING_");
    }

    /** Returns whether its comment contains a text. */
    public boolean hasInComment(String text) {
        return fields.path("comment").asText("").contains(text);
    }

    /** Returns its address for a browser, or else in the API; empty if Buddy says neither. */
    public Optional<String> htmlUrl() {
        return address(fields, "html_url").or(() -> address(fields, "url"));
    }

    /** Returns how long it took; empty if it is not over, or if Buddy does not say. */
    public Optional<Duration> duration() {
        return duration(date(fields, "start_date"), date(fields, "finish_date"));
    }

    /** Returns its actions in their order, those to come also. */
    public List<ActionExecution> actions() {
        List<ActionExecution> actions = new ArrayList<>();
        for (JsonNode execution : fields.path("action_executions")) {
            JsonNode action = execution.path("action");
            actions.add(new ActionExecution(
                    action.path("id").asLong(),
                    text(action, "name").orElse(""),
                    text(execution, "status").orElse(""),
                    date(execution, "start_date"),
                    date(execution, "finish_date"),
                    address(execution, "html_url").or(() -> address(action, "html_url"))));
        }
        return actions;
    }

    /** Returns the whole run as Buddy's JSON, without secrets. */
    public JsonNode json() {
        return RedactedJson.of(fields, redactor);
    }

    private Optional<String> text(JsonNode object, String key) {
        return Optional.ofNullable(object.path(key).textValue()).map(redactor::redact);
    }

    private Optional<String> address(JsonNode object, String key) {
        return RedactedJson.address(object.path(key).asText(""), redactor);
    }

    private static Optional<Instant> date(JsonNode object, String key) {
        try {
            return Optional.of(OffsetDateTime.parse(object.path(key).asText("")).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Clocks of servers may differ. */
    static Optional<Duration> duration(Optional<Instant> start, Optional<Instant> end) {
        return start.flatMap(from -> end.map(to -> Duration.between(from, to))).filter(time -> !time.isNegative());
    }
}
