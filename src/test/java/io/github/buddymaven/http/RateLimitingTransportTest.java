package io.github.buddymaven.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.secret.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits as long as Buddy says, as long as the user allows, and never for nonsense. */
class RateLimitingTransportTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Request REQUEST =
            new Request("POST", URI.create("https://buddy.invalid"), Secret.of("t"), Map.of(), Optional.empty());

    private final Deque<Response> answers = new ArrayDeque<>();
    private final List<Duration> waits = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "retry-after,        7,                             7",
        "retry-after,        0,                             1",
        "retry-after,        'Mon, 23 Nov 2026 12:00:30 GMT', 30",
        "x-rate-limit-reset, 1795435220,                    20",
    })
    void waitsUntilTheLimitEnds(String header, String value, int seconds) throws TransportException {
        answers.add(new Response(429, Map.of(header, value), new byte[0]));
        answers.add(new Response(201, Map.of(), new byte[0]));

        assertThat(send(60).status()).isEqualTo(201);
        assertThat(waits).containsExactly(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "-5", "1", "1795435199", "99999999999", "99999999999999999999", "1e3", "NaN", "٣"})
    void aSenselessResetDoesNoHarm(String value) throws TransportException {
        answers.add(new Response(403, Map.of("x-rate-limit-reset", value), "Rate limit exceeded.".getBytes(UTF_8)));
        answers.add(new Response(429, Map.of("x-rate-limit-reset", value, "retry-after", "-1"), new byte[0]));
        answers.add(new Response(201, Map.of(), new byte[0]));

        assertThat(send(60).status()).isEqualTo(201);
        assertThat(waits)
                .as("a guess, and twice as long")
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void doesNotWaitLongerThanItMayInAll() throws TransportException {
        answers.add(new Response(429, Map.of("retry-after", "40"), new byte[0]));
        answers.add(new Response(429, Map.of("retry-after", "40"), new byte[0]));

        assertThat(send(60).status()).isEqualTo(429);
        assertThat(waits).containsExactly(Duration.ofSeconds(40));
    }

    @Test
    void anotherRefusalIsNoLimit() throws TransportException {
        answers.add(new Response(403, Map.of("retry-after", "1"), "No.".getBytes(UTF_8)));

        assertThat(send(60).status()).isEqualTo(403);
        assertThat(waits).isEmpty();
    }

    private Response send(int seconds) throws TransportException {
        Transport answering = new Transport() {
            @Override
            public Response send(Request request) {
                return answers.remove();
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        List<Duration> noticed = new ArrayList<>();
        Response response = new RateLimitingTransport(
                        answering, Duration.ofSeconds(seconds), clock, waits::add, noticed::add)
                .send(REQUEST);
        assertThat(noticed).as("each wait is said before").isEqualTo(waits);
        return response;
    }
}
