package io.github.buddymaven.http;

import io.github.buddymaven.secret.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What is sent.
 *
 * @param method such as {@code POST}
 * @param address where to
 * @param bearer the token, which becomes the {@code Authorization} header where the request is written, not before
 * @param headers the other headers
 * @param body the content; empty where there is none
 */
public record Request(String method, URI address, Secret bearer, Map<String, String> headers, Optional<Content> body) {
    public Request {
        headers = Map.copyOf(headers);
    }

    /** Whether it changes nothing on the other side. */
    public boolean reads() {
        return method.equals("GET");
    }

    /** Whether sending it twice has the effect of sending it once. */
    public boolean isRepeatable() {
        return !method.equals("POST");
    }

    /** Method and address alone: the body may hold a password. */
    @Override
    public String toString() {
        return method + " " + address;
    }
}
