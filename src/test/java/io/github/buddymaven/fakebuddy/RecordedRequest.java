package io.github.buddymaven.fakebuddy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request as it arrived: nothing is decoded, because tests look at encodings also. */
public final class RecordedRequest {

    private final String method;
    private final String target;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final byte[] body;

    RecordedRequest(HttpExchange http) throws IOException {
        method = http.getRequestMethod();
        target = http.getRequestURI().toString();
        http.getRequestHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        body = http.getRequestBody().readAllBytes();
    }

    public String method() {
        return method;
    }

    /** Returns path and query exactly as sent. */
    public String target() {
        return target;
    }

    /** Returns the target up to its query. */
    public String rawPath() {
        return target.replaceFirst("\\?.*", "");
    }

    /** Returns all headers, found in any case; the JDK's server does not keep the case of the names. */
    public Map<String, List<String>> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /** Returns the header's value, several of them joined as HTTP joins them. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> String.join(", ", values));
    }

    public byte[] bytes() {
        return body.clone();
    }

    public String text() {
        return new String(body, UTF_8);
    }

    /** Returns the body, which must be JSON in UTF-8. */
    public JsonNode json() {
        try {
            return Json.parse(body);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + text(), e);
        }
    }

    /** Returns a parameter of the query as sent. */
    Optional<String> parameter(String name) {
        Matcher found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(target);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    @Override
    public String toString() {
        return method + " " + target;
    }
}
