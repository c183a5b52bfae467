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
 * @param body the body; empty if there is none
 */
public record Request(
        String method, URI uri, Secret bearerToken, Map<String, String> headers, Optional<RequestBody> body) {
    private static final Duration LONGEST_DECISION = Duration.ofSeconds(10);

    public Request {
        headers = Map.copyOf(headers);
    }

    /** Returns whether the request changes nothing. */
    public boolean isRead() {
        return method.equals("GET");
    }

    /** Returns whether it may be sent again although the server may have got it. */
    boolean isRetryable() {
        return isRead();
    }

    /**
     * Returns whether it may be sent again after this time, if the server did nothing. What creates something was decided on
     * what the server had then, and that may be out of date.
     */
    boolean isStillRightAfter(Duration time) {
        return !method.equals("POST") || time.compareTo(LONGEST_DECISION) <= 0;
    }

    /** Returns method and address only, since the body may contain a password. */
    @Override
    public String toString() {
        return method + " " + uri;
    }
}
