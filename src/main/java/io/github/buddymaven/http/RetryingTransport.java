package io.github.buddymaven.http;

import io.github.buddymaven.http.TransportException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sends again what is safe to send again: any request that provably did not reach the server, and a retryable one if its
 * response was lost.
 */
public final class RetryingTransport implements Transport {
    /** How often something is tried in all. */
    public static final int MAX_ATTEMPTS = 3;

    private static final long FIRST_DELAY_MILLIS = 500;

    /** May be over a second later; a certificate is no better then. */
    private static final Set<Kind> TRANSIENT = EnumSet.of(
            Kind.UNKNOWN_HOST,
            Kind.CONNECTION_REFUSED,
            Kind.CONNECT_TIMEOUT,
            Kind.EXCHANGE_TIMEOUT,
            Kind.CONNECTION_LOST,
            Kind.ANSWER_MALFORMED,
            Kind.TLS_TIMEOUT,
            Kind.PROXY_UNREACHABLE,
            Kind.PROXY_TIMEOUT);

    private final Transport transport;
    private final Clock clock;
    private final Sleeper sleeper;

    /** Creates one that sends with another transport. */
    public RetryingTransport(Transport transport, Clock clock, Sleeper sleeper) {
        this.transport = transport;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** Returns how long to wait before this retry: half a second, then twice as long each time, give or take a fifth. */
    public static Duration delay(int retry) {
        long millis = FIRST_DELAY_MILLIS << (retry - 1);
        return Duration.ofMillis(millis * ThreadLocalRandom.current().nextLong(80, 120) / 100);
    }

    @Override
    public Response send(Request request) throws TransportException {
        Instant start = clock.instant();
        boolean mayHaveArrived = false;
        for (int attempt = 1; ; attempt++) {
            try {
                Response response = transport.send(request);
                if (attempt == MAX_ATTEMPTS || !request.isRead() || !response.isFromGateway()) {
                    return response;
                }
                mayHaveArrived = true;
            } catch (TransportException e) {
                boolean right = request.isStillRightAfter(Duration.between(start, clock.instant()));
                if (attempt == MAX_ATTEMPTS || !right || !isWorthRetrying(request, e)) {
                    throw mayHaveArrived ? e.afterEarlierAttempt() : e;
                }
                mayHaveArrived |= e.isSent();
            }
            sleepBefore(attempt, request, mayHaveArrived);
        }
    }

    private static boolean isWorthRetrying(Request request, TransportException failure) {
        return TRANSIENT.contains(failure.kind()) && (request.isRead() || !failure.isSent());
    }

    private void sleepBefore(int retry, Request request, boolean mayHaveArrived) throws TransportException {
        try {
            sleeper.sleep(delay(retry));
        } catch (InterruptedException e) {
            TransportException interrupted = TransportException.interrupted(request, e);
            throw mayHaveArrived ? interrupted.afterEarlierAttempt() : interrupted;
        }
    }
}
