package io.github.buddymaven.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.check.Unprintable;
import io.github.buddymaven.http.RateLimit;
import io.github.buddymaven.http.Response;
import io.github.buddymaven.secret.Redactor;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What came back, read the way Buddy writes it, whatever stands between may have put in its place. */
final class Answer {
    private static final Pattern BLANKS = Pattern.compile(" {2,}");
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");
    private static final int MOST_MESSAGES = 20;
    private static final int MOST_LOOKED_AT = 100;
    private static final int LONGEST_MESSAGE = 500;

    private final Response response;
    private final boolean toARead;
    private final Redactor redactor;

    /**
     * What came back.
     *
     * @param toARead whether nothing was to be changed
     * @param redactor goes over all text of the answer before a person sees it, or it is cut
     */
    Answer(Response response, boolean toARead, Redactor redactor) {
        this.response = response;
        this.toARead = toARead;
        this.redactor = redactor;
    }

    boolean isToARead() {
        return toARead;
    }

    int status() {
        return response.status();
    }

    boolean isOfAGateway() {
        return response.isFromGateway();
    }

    boolean isSuccess() {
        return status() >= 200 && status() < 300;
    }

    boolean isRateLimit() {
        return RateLimit.isReached(response);
    }

    Optional<Instant> limitEnd() {
        return RateLimit.end(response, Instant.now());
    }

    Optional<String> location() {
        return response.header("Location").map(this::oneLine);
    }

    /** The action, where the answer holds one: an object with a number as its id. */
    Optional<RemoteAction> action() {
        return json().flatMap(json -> summary(json).map(summary -> new RemoteAction(summary, json, redactor)));
    }

    /** The actions, where the answer is a list of them. */
    Optional<List<ActionSummary>> actions() {
        return list("actions", this::summary);
    }

    /** The pipelines, where the answer is a list of them. */
    Optional<List<PipelineSummary>> pipelines() {
        return list("pipelines", Answer::pipeline);
    }

    private <T> Optional<List<T>> list(String key, Function<JsonNode, Optional<T>> element) {
        List<T> all = new ArrayList<>();
        try {
            boolean list = Json.elements(response.body(), key, json -> {
                Optional<T> read = element.apply(json);
                read.ifPresent(all::add);
                return read.isPresent(); // what cannot be read may be what somebody looks for
            });
            return list ? Optional.of(all) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<PipelineSummary> pipeline(JsonNode json) {
        return id(json).filter(id -> id == id.intValue())
                .map(id -> new PipelineSummary(
                        Math.toIntExact(id), json.path("name").asText("")));
    }

    /** The number of something in Buddy; some servers write numbers as texts. */
    private static Optional<Long> id(JsonNode json) {
        JsonNode id = json.path("id");
        boolean number =
                id.isTextual() ? ID.matcher(id.textValue()).matches() : id.isIntegralNumber() && id.canConvertToLong();
        return number ? Optional.of(id.asLong()) : Optional.empty();
    }

    private Optional<ActionSummary> summary(JsonNode json) {
        return id(json).map(id -> new ActionSummary(
                id,
                json.path("name").asText(""),
                json.path("type").asText(""),
                text(json, "last_execution_status"),
                text(json, "url"),
                text(json, "html_url"),
                this::oneLine));
    }

    private static Optional<String> text(JsonNode json, String key) {
        return Optional.ofNullable(json.path(key).textValue());
    }

    /** The JSON, whatever type the answer claims to have. */
    private Optional<ObjectNode> json() {
        try {
            return Json.read(response.body()) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    boolean isJson() {
        return Json.isObject(response.body());
    }

    /** A page for people, as proxies and web servers answer. */
    boolean isHtml() {
        String type = response.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.contains("html") || text().stripLeading().startsWith("<");
    }

    /** What the answer is, in a few words: for an answer that should be JSON and is not. */
    String looksLike() {
        if (text().isBlank()) {
            return "an empty answer";
        }
        if (isHtml()) {
            return "a web page";
        }
        return isJson() ? "other JSON" : "no readable JSON";
    }

    /**
     * What the other side says of a refusal: all {@code message}s of Buddy's {@code errors}, a single {@code error}, or
     * plain text. Source: buddy.works/docs/api, "Errors"; the latter two have been seen.
     */
    List<String> messages() {
        List<String> messages = json().map(Answer::messages).orElseGet(this::plainText);
        return messages.stream()
                .limit(MOST_LOOKED_AT)
                .map(this::oneLine)
                .filter(message -> !message.isEmpty())
                .distinct()
                .limit(MOST_MESSAGES)
                .toList();
    }

    private static List<String> messages(JsonNode json) {
        List<String> messages = new ArrayList<>();
        for (JsonNode error : json.path("errors")) {
            messages.add(
                    error.isTextual()
                            ? error.textValue()
                            : error.path("message").asText(""));
        }
        messages.add(json.path("error").asText(""));
        messages.add(json.path("message").asText(""));
        return messages;
    }

    private List<String> plainText() {
        return isHtml() ? List.of() : List.of(text());
    }

    private String text() {
        return new String(response.body(), UTF_8);
    }

    private String oneLine(String words) {
        String clean = redactor.redact(words);
        int end = clean.offsetByCodePoints(0, Math.min(LONGEST_MESSAGE, clean.codePointCount(0, clean.length())));
        StringBuilder line = new StringBuilder();
        for (int at = 0; at < end; at = clean.offsetByCodePoints(at, 1)) {
            int codePoint = clean.codePointAt(at);
            line.appendCodePoint(Unprintable.is(codePoint) ? ' ' : codePoint);
        }
        return BLANKS.matcher(line.toString().strip()).replaceAll(" ");
    }
}
