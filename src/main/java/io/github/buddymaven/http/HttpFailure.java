package io.github.buddymaven.http;

/** There is no complete answer. Says what went wrong and whether the request may have arrived. */
public final class HttpFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** What went wrong, as far as the remedies differ. */
    public enum Kind {
        /** No address is known for the host. */
        UNKNOWN_HOST,
        /** The host, or something on the way to it, turned the connection away. */
        CONNECTION_REFUSED,
        /** No connection within the time for one. */
        CONNECT_TIMEOUT,
        /** No complete answer within the time for the whole exchange. */
        EXCHANGE_TIMEOUT,
        /** The connection broke. */
        CONNECTION_LOST,
        /** The certificate is of an authority that this JVM does not trust. */
        TLS_UNTRUSTED,
        /** The certificate is not valid today. */
        TLS_EXPIRED,
        /** The certificate is for another host. */
        TLS_WRONG_HOST,
        /** What answers does not speak TLS. */
        TLS_NOT_SPOKEN,
        /** The JVM's own TLS settings, such as its trust store, cannot be used. */
        TLS_SETTINGS,
        /** A connection, and then no answer to the TLS handshake within the time for a connection. */
        TLS_TIMEOUT,
        /** TLS failed in another way. */
        TLS_OTHER,
        /** No connection to the proxy. */
        PROXY_UNREACHABLE,
        /** The proxy wants a login, or another one. */
        PROXY_LOGIN,
        /** The proxy did not let the request through, or could not reach the server. */
        PROXY_REFUSED,
        /** The answer is larger than any of Buddy's. */
        ANSWER_TOO_LARGE,
        /** What came back is not HTTP. */
        ANSWER_MALFORMED,
        /** The build was interrupted. */
        INTERRUPTED
    }

    private final Kind kind;
    private final boolean sent;
    private final boolean reads;
    private final Throwable cause;

    HttpFailure(Kind kind, Request request, boolean sent, Throwable cause) {
        this(kind, request.reads(), sent, cause);
    }

    private HttpFailure(Kind kind, boolean reads, boolean sent, Throwable cause) {
        super(kind + (sent ? " after the request was sent" : " before the request was sent"), cause);
        this.kind = kind;
        this.sent = sent;
        this.reads = reads;
        this.cause = cause;
    }

    /** Whether the request may have changed something on the other side. */
    public boolean mayHaveChanged() {
        return sent && !reads;
    }

    /** What the network or the JVM said; may repeat a secret. */
    @Override
    public synchronized Throwable getCause() {
        return cause;
    }

    /** The build was interrupted while it waited to send. */
    public static HttpFailure interrupted(Request request, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new HttpFailure(Kind.INTERRUPTED, request.reads(), false, cause);
    }

    /** The same failure, of a request that an earlier attempt may have brought to the server. */
    public HttpFailure afterAnAttempt() {
        return new HttpFailure(kind, reads, true, cause);
    }

    public Kind kind() {
        return kind;
    }

    /** Whether the server may have got the request; false only where it provably did not. */
    public boolean sent() {
        return sent;
    }
}
