package io.github.buddymaven.http;

/** Sends requests. */
public interface Transport extends AutoCloseable {
    /**
     * Sends one request and returns the whole response.
     *
     * @return the response, whatever its status
     * @throws TransportException if there is no complete response in time
     */
    Response send(Request request) throws TransportException;

    /** Closes all connections. */
    @Override
    void close();
}
