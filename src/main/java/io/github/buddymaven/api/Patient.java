package io.github.buddymaven.api;

import io.github.buddymaven.http.Connector;
import io.github.buddymaven.http.HttpFailure;
import io.github.buddymaven.http.Pause;
import io.github.buddymaven.http.Request;
import io.github.buddymaven.http.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Waits where Buddy's limit for requests is reached, and sends again: a request that was turned away for the limit was
 * not done. A limit that lasts longer than may be waited is the answer.
 */
public final class Patient implements Connector {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Connector connector;
    private final Clock clock;
    private final Pause pause;
    private final Consumer<Duration> notice;
    private Duration left;
    private Duration guess = SHORTEST;

    /**
     * For one goal.
     *
     * @param atMost how long it may wait in all
     * @param notice hears of each wait before it begins
     */
    public Patient(Connector connector, Duration atMost, Clock clock, Pause pause, Consumer<Duration> notice) {
        this.connector = connector;
        this.left = atMost;
        this.clock = clock;
        this.pause = pause;
        this.notice = notice;
    }

    @Override
    public Response send(Request request) throws HttpFailure {
        Response response = connector.send(request);
        while (RateLimit.isReached(response)) {
            Duration wait = wait(response);
            if (wait.compareTo(left) > 0) {
                return response;
            }
            left = left.minus(wait);
            notice.accept(wait);
            pause(wait, request);
            response = connector.send(request);
        }
        return response;
    }

    private Duration wait(Response response) {
        Instant now = clock.instant();
        return RateLimit.end(response, now)
                .map(end -> Duration.between(now, end))
                .map(wait -> wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait)
                .orElseGet(this::guess);
    }

    /** Where the answer does not say how long: a second, and twice as long each further time. */
    private Duration guess() {
        Duration wait = guess;
        guess = guess.multipliedBy(2);
        return wait;
    }

    private void pause(Duration wait, Request request) throws HttpFailure {
        try {
            pause.of(wait);
        } catch (InterruptedException e) {
            throw HttpFailure.interrupted(request, e);
        }
    }

    @Override
    public void close() {
        connector.close();
    }
}
