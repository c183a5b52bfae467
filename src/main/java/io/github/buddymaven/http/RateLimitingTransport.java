package io.github.buddymaven.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Waits if the server's limit for requests is reached, and sends again: the server did nothing about such a request. If
 * the limit lasts longer than this may wait, the refusal is the response.
 */
public final class RateLimitingTransport implements Transport {
    private static final Duration MIN_WAIT = Duration.ofSeconds(1);

    private final Transport transport;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Consumer<Duration> onWait;
    private Duration remainingWait;
    private Duration nextGuess = MIN_WAIT;

    /**
     * Creates one for one goal.
     *
     * @param maxWait how long it may wait in all
     * @param onWait is told of each wait before it begins
     */
    public RateLimitingTransport(
            Transport transport, Duration maxWait, Clock clock, Sleeper sleeper, Consumer<Duration> onWait) {
        this.transport = transport;
        this.remainingWait = maxWait;
        this.clock = clock;
        this.sleeper = sleeper;
        this.onWait = onWait;
    }

    @Override
    public Response send(Request request) throws TransportException {
        Response response = transport.send(request);
        while (RateLimit.isReached(response)) {
            Duration wait = waitFor(response);
            if (wait.compareTo(remainingWait) > 0) {
                return response;
            }
            remainingWait = remainingWait.minus(wait);
            onWait.accept(wait);
            sleep(wait, request);
            if (!request.isStillRightAfter(wait)) {
                return response; // whoever sent it looks at the server again first
            }
            response = transport.send(request);
        }
        return response;
    }

    private Duration waitFor(Response response) {
        Instant now = clock.instant();
        Optional<Instant> end = RateLimit.end(response, now);
        if (end.isEmpty()) {
            Duration guess = nextGuess;
            nextGuess = guess.multipliedBy(2);
            return guess;
        }
        Duration wait = Duration.between(now, end.get());
        return wait.compareTo(MIN_WAIT) < 0 ? MIN_WAIT : wait;
    }

    private void sleep(Duration wait, Request request) throws TransportException {
        try {
            sleeper.sleep(wait);
        } catch (InterruptedException e) {
            throw TransportException.interrupted(request, e);
        }
    }
}
