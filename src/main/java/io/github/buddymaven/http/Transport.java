package io.github.buddymaven.http;

/** Sends requests. */
@FunctionalInterface
public interface Transport {
    /**
     * Sends one request and returns the whole response.
     *
     * @return the response, whatever its status
     * @throws TransportException if there is no complete response in time
     */
    Response send(Request request) throws TransportException;
}
