package io.github.buddymaven.http;

/** Sends a request and brings the answer; nothing is repeated, redirected or interpreted on the way. */
public interface Connector extends AutoCloseable {
    /**
     * One exchange, ended after the time that was set for it.
     *
     * @return the answer, whatever its status
     * @throws HttpFailure where there is no complete answer
     */
    Response send(Request request) throws HttpFailure;

    /** Ends all connections. */
    @Override
    void close();
}
