package io.github.buddymaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.buddymaven.http.TransportException.Kind;
import io.github.buddymaven.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sends again only what is safe to send again. */
class RetryingTransportTest {
    private final Deque<Object> answers = new ArrayDeque<>();
    private final List<Duration> sleeps = new ArrayList<>();
    private Sleeper sleeper = sleeps::add;

    @ParameterizedTest
    @CsvSource({"GET, false", "GET, true", "POST, false"})
    void sendsAgain(String method, boolean isSent) throws TransportException {
        answers.add(failure(Kind.CONNECTION_LOST, method, isSent));
        answers.add(failure(Kind.CONNECTION_LOST, method, isSent));
        answers.add(response(200));

        assertThat(send(method).status()).isEqualTo(200);
        assertThat(sleeps.get(0)).isBetween(Duration.ofMillis(400), Duration.ofMillis(600));
        assertThat(sleeps.get(1)).isBetween(Duration.ofMillis(800), Duration.ofMillis(1200));
    }

    @Test
    void sendsNoPostAgainThatMayHaveArrived() {
        answers.add(failure(Kind.EXCHANGE_TIMEOUT, "POST", true));

        TransportException failure = catchThrowableOfType(TransportException.class, () -> send("POST"));

        assertThat(failure.mayHaveChanged()).isTrue();
        assertThat(sleeps).isEmpty();
    }

    @Test
    void givesUpAfterThreeAttempts() {
        for (int attempt = 1; attempt <= 3; attempt++) {
            answers.add(failure(Kind.UNKNOWN_HOST, "POST", false));
        }

        TransportException failure = catchThrowableOfType(TransportException.class, () -> send("POST"));

        assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN_HOST);
        assertThat(failure.isSent()).isFalse();
        assertThat(sleeps).hasSize(2);
    }

    @Test
    void remembersThatAnEarlierAttemptMayHaveArrived() {
        answers.add(response(502));
        answers.add(failure(Kind.CONNECTION_REFUSED, "GET", false));
        answers.add(failure(Kind.TLS_EXPIRED, "GET", false));

        TransportException failure = catchThrowableOfType(TransportException.class, () -> send("GET"));

        assertThat(failure.kind()).isEqualTo(Kind.TLS_EXPIRED);
        assertThat(failure.isSent()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"GET, 502, 200", "GET, 503, 200", "GET, 504, 200", "GET, 500, 500", "POST, 502, 502", "POST, 504, 504"})
    void repeatsOnlyAReadThatAGatewayAnswered(String method, int first, int returned) throws TransportException {
        answers.add(response(first));
        answers.add(response(200));

        assertThat(send(method).status()).isEqualTo(returned);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {
                "TLS_UNTRUSTED",
                "TLS_EXPIRED",
                "TLS_WRONG_HOST",
                "TLS_NOT_SPOKEN",
                "TLS_SETTINGS",
                "TLS_TRUST_STORE_EMPTY",
                "TLS_TRUST_STORE_PASSWORD",
                "TLS_OTHER",
                "PROXY_LOGIN",
                "PROXY_LOGIN_MISSING",
                "PROXY_LOGIN_UNSUPPORTED",
                "PROXY_REFUSED",
                "ANSWER_TOO_LARGE",
                "INTERRUPTED"
            })
    void doesNotRepeatWhatIsTheSameASecondLater(Kind kind) {
        answers.add(failure(kind, "GET", false));

        assertThat(catchThrowableOfType(TransportException.class, () -> send("GET"))
                        .kind())
                .isEqualTo(kind);
        assertThat(sleeps).isEmpty();
    }

    @Test
    void endsIfTheBuildIsInterrupted() {
        answers.add(response(502));
        sleeper = duration -> {
            throw new InterruptedException();
        };

        TransportException failure = catchThrowableOfType(TransportException.class, () -> send("GET"));

        assertThat(Thread.interrupted()).as("the caller can see it").isTrue();
        assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED);
        assertThat(failure.isSent()).isTrue();
    }

    private Response send(String method) throws TransportException {
        Transport scripted = request -> {
            Object answer = answers.remove();
            if (answer instanceof TransportException failure) {
                throw failure;
            }
            return (Response) answer;
        };
        return new RetryingTransport(scripted, Clock.systemUTC(), sleeper).send(request(method));
    }

    private static TransportException failure(Kind kind, String method, boolean isSent) {
        return new TransportException(kind, request(method), isSent, new IOException());
    }

    private static Response response(int status) {
        return new Response(status, Map.of(), new byte[0]);
    }

    private static Request request(String method) {
        return new Request(method, URI.create("https://buddy.invalid"), Secret.of("t0ken"), Map.of(), Optional.empty());
    }
}
