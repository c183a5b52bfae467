package io.github.buddymaven.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What was answered: any status, redirects and refusals included. */
public final class Response {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * An answer as it came.
     *
     * @param headers by lower-case name
     * @param body is kept as it is, and nobody changes it: a copy may be large
     */
    public Response(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** Whether something between here and the server answered in its place. */
    public boolean isOfAGateway() {
        return status >= 502 && status <= 504;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public byte[] body() {
        return body;
    }

    /** The status alone: a server may repeat a password in its body. */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
