package io.github.buddymaven.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.buddymaven.http.Response;
import io.github.buddymaven.secret.Redactor;
import io.github.buddymaven.validation.ControlCharacters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a response says to a person: why a server refused, or what came back instead of Buddy's JSON. */
final class ServerText {
    private static final int MAX_MESSAGES = 20;
    private static final int MAX_LOOKED_AT = 100;
    private static final int MAX_MESSAGE_LENGTH = 500;

    /** Blanks, and what {@link ControlCharacters#isControl} finds. */
    private static final Pattern GAP = Pattern.compile("[\\x20\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]+");

    private final Response response;
    private final JsonNode json;
    private final Redactor redactor;

    /**
     * Reads the text of a response.
     *
     * @param json the body, a missing node if it is no JSON
     */
    ServerText(Response response, JsonNode json, Redactor redactor) {
        this.response = response;
        this.json = json;
        this.redactor = redactor;
    }

    /** Returns whether the body is a web page, as proxies and web servers answer. */
    boolean isHtml() {
        String type = response.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.contains("html") || body().stripLeading().startsWith("<");
    }

    /** Describes a body that should have been JSON, in a few words. */
    String description() {
        if (body().isBlank()) {
            return "an empty body";
        }
        if (isHtml()) {
            return "a web page";
        }
        return json.isObject() ? "other JSON" : "no valid JSON";
    }

    /**
     * Returns what the server says of a refusal: all {@code message}s of Buddy's {@code errors}, a single {@code error}, or
     * plain text. Source: buddy.works/docs/api, "Errors"; the latter two have been seen.
     */
    List<String> messages() {
        return messagesAsSent().stream()
                .map(this::withoutShortSecrets)
                .filter(line -> !line.isEmpty())
                .distinct()
                .limit(MAX_MESSAGES)
                .toList();
    }

    /** Returns whether one of the messages contains these words, in upper or lower case. */
    boolean says(String words) {
        return String.join(" ", messagesAsSent()).toLowerCase(Locale.ROOT).contains(words);
    }

    private List<String> messagesAsSent() {
        if (json.isObject()) {
            return messages(json);
        }
        return isHtml() ? List.of() : List.of(body());
    }

    /** A mask in place of a secret that may be any word would tell it. */
    private String withoutShortSecrets(String message) {
        return redactor.containsShortSecret(message) ? Redactor.NOT_SHOWN : oneLine(message, redactor);
    }

    private static List<String> messages(JsonNode body) {
        List<String> messages = new ArrayList<>();
        for (JsonNode error : body.path("errors")) {
            if (messages.size() < MAX_LOOKED_AT) {
                messages.add(
                        error.isTextual()
                                ? error.textValue()
                                : error.path("message").asText(""));
            }
        }
        messages.add(body.path("error").asText(""));
        messages.add(body.path("message").asText(""));
        return messages;
    }

    private String body() {
        return new String(response.body(), UTF_8);
    }

    /** Returns a text as one short line without secrets, that is safe to print. */
    static String oneLine(String text, Redactor redactor) {
        String clean = redactor.redact(text);
        int end = clean.offsetByCodePoints(0, Math.min(MAX_MESSAGE_LENGTH, clean.codePointCount(0, clean.length())));
        String line = GAP.matcher(clean.substring(0, end)).replaceAll(" ");
        return ControlCharacters.escape(line.strip());
    }
}
