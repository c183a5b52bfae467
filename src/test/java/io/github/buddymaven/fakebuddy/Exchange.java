package io.github.buddymaven.fakebuddy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/**
 * A request and what came back, with the ways in which an answer can leave or get lost. Each records the answer before
 * it sends the first byte, so that a client that has its answer finds it recorded.
 */
public final class Exchange {

    private static final int CHUNKED = 0;
    private static final int NO_BODY = -1;

    private final HttpExchange http;
    private final RecordedRequest request;
    private final CountDownLatch closed;
    private final Consumer<Exchange> record;
    private volatile Optional<Answer> answer = Optional.empty();
    private boolean compressed;

    /** @param closed is zero once the fake is closed */
    Exchange(HttpExchange http, RecordedRequest request, CountDownLatch closed, Consumer<Exchange> record) {
        this.http = http;
        this.request = request;
        this.closed = closed;
        this.record = record;
        // the documentation promises these with every answer; its sample's numbers contradict each other
        Headers headers = http.getResponseHeaders();
        headers.set("X-Rate-Limit-Limit", "1");
        headers.set("X-Rate-Limit-Remaining", "999");
        headers.set("X-Rate-Limit-Reset", Long.toString(Instant.now().getEpochSecond() + 60));
    }

    public RecordedRequest request() {
        return request;
    }

    /** Returns the answer before a fault spoiled it; nothing if the client got none. */
    public Optional<Answer> answer() {
        return answer;
    }

    void send(Answer sent, Consumer<Headers> alteration) throws IOException {
        byte[] bytes = sendHead(sent, alteration, false);
        write(bytes, bytes.length);
    }

    void drop() {
        record.accept(this);
    }

    /** Makes all answers that are sent from now on gzip. */
    void compress() {
        compressed = true;
    }

    /** Promises the whole body and sends half of it; of an answer without a body, nothing. */
    void truncate(Answer sent, Consumer<Headers> alteration) throws IOException {
        if (sent.body().isEmpty()) {
            drop();
            return;
        }
        byte[] bytes = sendHead(sent, alteration, false);
        write(bytes, bytes.length / 2);
    }

    void drip(Answer sent, Consumer<Headers> alteration, Duration interval) throws IOException {
        byte[] bytes = sendHead(sent, alteration, false);
        write(bytes, 0);
        for (int index = 0; index < bytes.length && isOpenAfter(interval); index++) {
            write(new byte[] {bytes[index]}, 1);
        }
    }

    void repeat(Answer sent, Consumer<Headers> alteration) throws IOException {
        byte[] bytes = sendHead(sent, alteration, true);
        while (isOpenAfter(Duration.ZERO)) {
            // ends with an exception when the client has gone
            write(bytes, bytes.length);
        }
    }

    void keepSilent() {
        record.accept(this);
        while (isOpenAfter(Duration.ofHours(1))) {
            // nothing to do
        }
    }

    /** Waits, unless the fake is closed meanwhile. */
    boolean isOpenAfter(Duration pause) {
        try {
            return !closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits for this, unless the fake is closed meanwhile, which interrupts its threads. */
    boolean isOpenAfter(CountDownLatch event) {
        try {
            event.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void write(byte[] bytes, int length) throws IOException {
        if (bytes.length > 0) {
            http.getResponseBody().write(bytes, 0, length);
            // newer JDKs would keep even the headers back
            http.getResponseBody().flush();
        }
    }

    private byte[] sendHead(Answer sent, Consumer<Headers> alteration, boolean endless) throws IOException {
        answer = Optional.of(sent);
        record.accept(this);
        Headers headers = http.getResponseHeaders();
        if (!sent.contentType().isEmpty()) {
            headers.set("Content-Type", sent.contentType());
        }
        alteration.accept(headers);
        byte[] bytes = bytes(sent);
        int length = bytes.length == 0 ? NO_BODY : bytes.length;
        http.sendResponseHeaders(sent.status(), endless ? CHUNKED : length);
        return bytes;
    }

    private byte[] bytes(Answer sent) throws IOException {
        byte[] plain = sent.body().getBytes(UTF_8);
        if (!compressed) {
            return plain;
        }
        http.getResponseHeaders().set("Content-Encoding", "gzip");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
