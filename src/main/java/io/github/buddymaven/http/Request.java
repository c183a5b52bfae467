package io.github.buddymaven.http;

import io.github.buddymaven.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request.
 *
 * @param method such as {@code POST}
 * @param uri the whole address
 * @param bearerToken becomes the {@code Authorization} header when the request is written, not before
 * @param headers the other headers
 * @param body JSON, which must not be changed; empty if there is none
 * @param isLasting whether it is as right later; otherwise it was decided on what the server had, and that may be out of date
 */
public record Request(
        String method,
        URI uri,
        Secret bearerToken,
        Map<String, String> headers,
        Optional<byte[]> body,
        boolean isLasting) {
    private static final Duration MAX_DECISION_AGE = Duration.ofSeconds(10);

    public Request {
        headers = Map.copyOf(headers);
    }

    /** Creates a request; one that creates something was decided on what the server had. */
    public Request(String method, URI uri, Secret bearerToken, Map<String, String> headers, Optional<byte[]> body) {
        this(method, uri, bearerToken, headers, body, !method.equals("POST"));
    }

    /** Returns the same request as one that does not depend on what the server has. */
    public Request lasting() {
        return new Request(method, uri, bearerToken, headers, body, true);
    }

    /** Returns whether the request changes nothing. */
    public boolean isRead() {
        return method.equals("GET");
    }

    /** Returns whether it may be sent again after this time, if the server did nothing. */
    boolean isStillRightAfter(Duration time) {
        return isLasting || time.compareTo(MAX_DECISION_AGE) <= 0;
    }

    /** Returns method and address only, since the body may contain a password. */
    @Override
    public String toString() {
        return method + " " + uri;
    }
}
