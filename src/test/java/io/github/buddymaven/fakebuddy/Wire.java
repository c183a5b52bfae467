package io.github.buddymaven.fakebuddy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The ways in which an answer can leave, or fail to. Each is reported before the first byte goes out, so that a client
 * which has its answer finds it recorded.
 */
final class Wire {

    private static final int CHUNKED = 0;
    private static final int NO_BODY = -1;

    private final HttpExchange http;
    private final CountDownLatch closed;
    private final Consumer<Optional<Answer>> report;
    private Consumer<Headers> lastWord = headers -> {};

    Wire(HttpExchange http, CountDownLatch closed, Consumer<Optional<Answer>> report) {
        this.http = http;
        this.closed = closed;
        this.report = report;
        // on every answer, says the docs; the numbers are those of their sample, which contradict each other
        Headers headers = http.getResponseHeaders();
        headers.set("X-Rate-Limit-Limit", "1");
        headers.set("X-Rate-Limit-Remaining", "999");
        headers.set("X-Rate-Limit-Reset", Long.toString(Instant.now().getEpochSecond() + 60));
    }

    void alterHeaders(Consumer<Headers> alteration) {
        lastWord = alteration;
    }

    void send(Answer answer) throws IOException {
        byte[] bytes = open(answer);
        if (bytes.length > 0) {
            http.getResponseBody().write(bytes);
        }
        http.close();
    }

    void drop() {
        report.accept(Optional.empty());
        http.close();
    }

    /** Promises the whole body, sends half of it; closing then tears the connection. Without a body there is none. */
    void truncate(Answer answer) throws IOException {
        if (answer.body().isEmpty()) {
            drop();
            return;
        }
        byte[] bytes = open(answer);
        OutputStream out = http.getResponseBody();
        out.write(bytes, 0, bytes.length / 2);
        // newer JDKs would keep even the headers back
        out.flush();
        http.close();
    }

    void drip(Answer answer, Duration interval) throws IOException {
        if (answer.body().isEmpty()) {
            send(answer);
            return;
        }
        byte[] bytes = open(answer);
        OutputStream out = http.getResponseBody();
        out.flush();
        for (int index = 0; index < bytes.length && isOpenAfter(interval); index++) {
            out.write(bytes[index]);
            out.flush();
        }
        http.close();
    }

    void flood(Answer answer) throws IOException {
        report.accept(Optional.of(answer));
        head(answer, CHUNKED);
        byte[] bytes = answer.body().bytes();
        while (isOpenAfter(Duration.ZERO)) {
            // the way out when the client has gone is an exception
            http.getResponseBody().write(bytes);
        }
    }

    void keepSilent() {
        report.accept(Optional.empty());
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.close();
    }

    /** Waits unless the stand-in is closed meanwhile. */
    boolean isOpenAfter(Duration pause) {
        try {
            return !closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private byte[] open(Answer answer) throws IOException {
        report.accept(Optional.of(answer));
        byte[] bytes = answer.body().bytes();
        head(answer, bytes.length == 0 ? NO_BODY : bytes.length);
        return bytes;
    }

    private void head(Answer answer, long length) throws IOException {
        Headers headers = http.getResponseHeaders();
        if (!answer.contentType().isEmpty()) {
            headers.set("Content-Type", answer.contentType());
        }
        lastWord.accept(headers);
        http.sendResponseHeaders(answer.status(), length);
    }
}
