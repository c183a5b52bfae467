package io.github.buddymaven.fakebuddy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it arrived.
 *
 * @param target path and query exactly as sent, nothing decoded
 * @param headers looked up in any case; the JDK's server does not keep the case of the names
 */
public record RecordedRequest(String method, String target, Map<String, List<String>> headers, Body body) {

    public RecordedRequest {
        Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> anyCase.put(name, List.copyOf(values)));
        headers = Collections.unmodifiableMap(anyCase);
    }

    static RecordedRequest read(HttpExchange http) throws IOException {
        return new RecordedRequest(
                http.getRequestMethod(),
                http.getRequestURI().toString(),
                http.getRequestHeaders(),
                Body.of(http.getRequestBody().readAllBytes()));
    }

    /** The header's value, several of them joined as HTTP joins them. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> String.join(", ", values));
    }

    /** The target up to its query. */
    public String rawPath() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The target behind its question mark, empty where there is none. */
    public String rawQuery() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    public String text() {
        return body.text();
    }

    public JsonNode json() {
        return body.json();
    }
}
