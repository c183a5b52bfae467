package io.github.buddymaven.http;

import io.github.buddymaven.http.HttpFailure.Kind;
import java.util.EnumSet;
import java.util.Set;

/**
 * Tries again what may be tried again: a request that provably did not reach the server, and a lost answer to a request
 * that may as well be sent twice.
 */
public final class Persistent implements Connector {
    private static final int ATTEMPTS = 3;

    /** What may be over a second later; a certificate is no better then. */
    private static final Set<Kind> PASSING = EnumSet.of(
            Kind.UNKNOWN_HOST,
            Kind.CONNECTION_REFUSED,
            Kind.CONNECT_TIMEOUT,
            Kind.EXCHANGE_TIMEOUT,
            Kind.CONNECTION_LOST,
            Kind.TLS_TIMEOUT,
            Kind.PROXY_UNREACHABLE);

    private final Connector connector;
    private final Pause pause;

    public Persistent(Connector connector, Pause pause) {
        this.connector = connector;
        this.pause = pause;
    }

    @Override
    public Response send(Request request) throws HttpFailure {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                Response response = connector.send(request);
                if (!request.isRepeatable() || !isOfAGateway(response)) {
                    return response;
                }
            } catch (HttpFailure failure) {
                if (!mayBeRepeated(request, failure)) {
                    throw failure;
                }
            }
            pauseBefore(attempt, request);
        }
        return connector.send(request);
    }

    private static boolean mayBeRepeated(Request request, HttpFailure failure) {
        return PASSING.contains(failure.kind()) && (request.isRepeatable() || !failure.sent());
    }

    private static boolean isOfAGateway(Response response) {
        return response.status() >= 502 && response.status() <= 504;
    }

    private void pauseBefore(int furtherAttempt, Request request) throws HttpFailure {
        try {
            pause.before(furtherAttempt);
        } catch (InterruptedException e) {
            throw HttpFailure.interrupted(request, e);
        }
    }

    @Override
    public void close() {
        connector.close();
    }
}
