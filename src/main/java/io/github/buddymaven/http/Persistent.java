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
            Kind.ANSWER_MALFORMED,
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
        boolean attempted = false;
        for (int attempt = 1; ; attempt++) {
            try {
                Response response = connector.send(request);
                if (attempt == ATTEMPTS || !request.isRepeatable() || !response.isOfAGateway()) {
                    return response;
                }
                attempted = true;
            } catch (HttpFailure failure) {
                if (attempt == ATTEMPTS || !mayBeRepeated(request, failure)) {
                    throw attempted ? failure.afterAnAttempt() : failure;
                }
                attempted |= failure.sent();
            }
            pauseBefore(attempt, request, attempted);
        }
    }

    private static boolean mayBeRepeated(Request request, HttpFailure failure) {
        return PASSING.contains(failure.kind()) && (request.isRepeatable() || !failure.sent());
    }

    private void pauseBefore(int furtherAttempt, Request request, boolean attempted) throws HttpFailure {
        try {
            pause.before(furtherAttempt);
        } catch (InterruptedException e) {
            HttpFailure interrupted = HttpFailure.interrupted(request, e);
            throw attempted ? interrupted.afterAnAttempt() : interrupted;
        }
    }

    @Override
    public void close() {
        connector.close();
    }
}
