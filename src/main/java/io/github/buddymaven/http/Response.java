package io.github.buddymaven.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An HTTP response with any status; redirects are not followed. */
public final class Response {
    /** The most bytes that are read of a body. */
    public static final int LARGEST_BODY = 8 * 1024 * 1024;

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * Creates a response.
     *
     * @param headers by lower-case name
     * @param body is not copied, since it may be large, and must not be changed afterwards
     */
    public Response(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /** Returns the status, such as 404. */
    public int status() {
        return status;
    }

    /** Returns whether a gateway answered in place of the server, so that the server may have got the request. */
    public boolean isFromGateway() {
        return status >= 502 && status <= 504;
    }

    /** Returns the value of a header; the first one if there are several. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Returns the body, empty if there is none; must not be changed. */
    public byte[] body() {
        return body;
    }

    /** Returns the status only, since a server may repeat a password in the body. */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
