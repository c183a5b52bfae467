package io.github.buddymaven.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.http.RateLimit;
import io.github.buddymaven.http.Response;
import io.github.buddymaven.secret.Redactor;
import io.github.buddymaven.validation.ParameterChecks;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A response, read the way Buddy writes it, whatever a server in between may have put in its place. */
final class BuddyResponse {
    /** Some servers write numbers as texts. */
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private final Response response;
    private final boolean read;
    private final Redactor redactor;
    private final JsonNode json;

    /**
     * Reads a response.
     *
     * @param read whether the request was to change nothing
     * @param redactor removes secrets from all text before a person sees it, or before it is cut
     */
    BuddyResponse(Response response, boolean read, Redactor redactor) {
        this.response = response;
        this.read = read;
        this.redactor = redactor;
        this.json = parse(response.body());
    }

    /** Returns the body if it is an object, whatever type the response claims to have; if not, a missing node. */
    private static JsonNode parse(byte[] body) {
        try {
            return Json.read(body) instanceof ObjectNode object ? object : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    boolean isRead() {
        return read;
    }

    int status() {
        return response.status();
    }

    boolean isSuccess() {
        return status() >= 200 && status() < 300;
    }

    boolean isClientError() {
        return status() >= 400 && status() < 500 && !isTimeout();
    }

    /** Returns whether the server or a gateway timed out; the request may still be carried out. */
    boolean isTimeout() {
        return status() == 408 || status() == 504;
    }

    boolean isRateLimit() {
        return RateLimit.isReached(response);
    }

    Optional<Instant> rateLimitEnd() {
        return RateLimit.end(response, Instant.now());
    }

    /** Returns where a redirect points; empty if the address contains a secret, since with a mask it would lead nowhere. */
    Optional<String> location() {
        return response.header("Location")
                .filter(address -> redactor.redact(address).equals(address))
                .map(address -> ServerText.oneLine(address, redactor));
    }

    /** Returns what the body says to a person. */
    ServerText serverText() {
        return new ServerText(response, json, redactor);
    }

    boolean isJson() {
        return json.isObject();
    }

    /** Returns the action if the body is one: an object with a number as its id. */
    Optional<RemoteAction> action() {
        Optional<ActionSummary> summary = summary(json);
        return summary.isEmpty()
                ? Optional.empty()
                : Optional.of(new RemoteAction(summary.get(), (ObjectNode) json, redactor));
    }

    /** Returns the actions if the body is a list of them. */
    Optional<List<ActionSummary>> actions() {
        return list("actions", this::summary);
    }

    /** Returns the pipelines if the body is a list of them. */
    Optional<List<Pipeline.Summary>> pipelines() {
        return list("pipelines", BuddyResponse::pipeline);
    }

    /** Returns the run if the body is one: an object with a number as its id. */
    Optional<RemoteRun> run() {
        return run(json);
    }

    /** Returns the runs if the body is a list of them. */
    Optional<List<RemoteRun>> runs() {
        return list("executions", this::run);
    }

    private Optional<RemoteRun> run(JsonNode node) {
        return node instanceof ObjectNode object
                ? id(object).map(id -> new RemoteRun(id, object, redactor))
                : Optional.empty();
    }

    /** Returns how many pages a list has; empty if the body does not say. Source: buddy.works/docs/api, "List projects". */
    OptionalInt totalPages() {
        return ParameterChecks.parse(json.path("total_page_count").asText(""));
    }

    /** An element that cannot be read may be the one that is looked for, so the list counts as unreadable then. */
    private <T> Optional<List<T>> list(String key, Function<JsonNode, Optional<T>> parse) {
        JsonNode list = json.path(key);
        if (!list.isArray() && !list.isNull()) {
            return Optional.empty();
        }
        List<T> all = new ArrayList<>(list.size());
        for (JsonNode element : list) {
            Optional<T> parsed = parse.apply(element);
            if (parsed.isEmpty()) {
                return Optional.empty();
            }
            all.add(parsed.get());
        }
        return Optional.of(all);
    }

    private static Optional<Pipeline.Summary> pipeline(JsonNode object) {
        return id(object)
                .filter(id -> id == id.intValue())
                .map(id ->
                        new Pipeline.Summary(id.intValue(), object.path("name").asText("")));
    }

    private static Optional<Long> id(JsonNode object) {
        JsonNode id = object.path("id");
        boolean number =
                id.isTextual() ? ID.matcher(id.textValue()).matches() : id.isIntegralNumber() && id.canConvertToLong();
        return number ? Optional.of(id.asLong()) : Optional.empty();
    }

    private Optional<ActionSummary> summary(JsonNode object) {
        Optional<Long> id = id(object);
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new ActionSummary(
                        id.get(),
                        object.path("name").asText(""),
                        object.path("type").asText(""),
                        text(object, "last_execution_status"),
                        text(object, "url"),
                        text(object, "html_url"),
                        redactor));
    }

    private static Optional<String> text(JsonNode object, String key) {
        return Optional.ofNullable(object.path(key).textValue());
    }
}
