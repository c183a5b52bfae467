package io.github.buddymaven.http;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** One request on its way, and its answer, read whole. */
final class Exchange implements Callable<Response> {
    /** How far an exchange has come. */
    enum Stage {
        WAITING,
        CONNECTING,
        SHAKING_HANDS,
        SENT
    }

    /** HttpClient calls this when it has a connection and is about to write the request. */
    static final HttpRequestInterceptor MARK_AS_SENT = (request, entity, context) -> reached(Stage.SENT, context);

    /** Buddy's answers have some kilobytes; what goes on after this is not one of them. */
    private static final int LARGEST_ANSWER = 8 * 1024 * 1024;

    private final CloseableHttpClient client;
    private final HttpUriRequestBase message;
    private final boolean proxied;
    private volatile Stage stage = Stage.WAITING;
    private volatile long started;
    private volatile long connectingSince;

    Exchange(CloseableHttpClient client, Request request, boolean proxied) {
        this.client = client;
        this.proxied = proxied;
        this.message = new HttpUriRequestBase(request.method(), request.address());
        request.headers().forEach(message::setHeader);
        message.setHeader("Authorization", "Bearer " + request.bearer().reveal());
        request.body().ifPresent(body -> {
            message.setHeader("Content-Type", body.type());
            message.setEntity(new ByteArrayEntity(body.bytes(), null));
        });
    }

    /** Tells the exchange to which a context belongs how far it has come. */
    static void reached(Stage stage, @Nullable HttpContext context) {
        if (context != null && context.getAttribute(Exchange.class.getName()) instanceof Exchange exchange) {
            long now = System.nanoTime();
            if (exchange.stage == Stage.WAITING) {
                exchange.started = now;
            }
            if (stage == Stage.CONNECTING) {
                exchange.connectingSince = now;
            }
            exchange.stage = stage;
        }
    }

    boolean sent() {
        return stage == Stage.SENT;
    }

    Stage stage() {
        return stage;
    }

    /** Whether it has gone on for so long, its wait for one of the build's connections left out. */
    boolean lastsFor(Duration limit) {
        return stage != Stage.WAITING && System.nanoTime() - started >= limit.toNanos();
    }

    /** Whether it has been making its connection for so long. */
    boolean connectsFor(Duration limit) {
        Stage now = stage;
        return (now == Stage.CONNECTING || now == Stage.SHAKING_HANDS)
                && System.nanoTime() - connectingSince >= limit.toNanos();
    }

    void abort() {
        message.cancel();
    }

    @Override
    public Response call() throws IOException {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(Exchange.class.getName(), this);
        try (ClassicHttpResponse answer = client.executeOpen(null, message, context)) {
            if (proxied && (!sent() || answer.getCode() == 407)) {
                throw new ProxyRefusedException(answer.getCode());
            }
            return new Response(answer.getCode(), headers(answer), body(answer.getEntity()));
        }
    }

    private static Map<String, String> headers(ClassicHttpResponse answer) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : answer.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), String.valueOf(header.getValue()));
        }
        return headers;
    }

    private byte[] body(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        long announced = entity.getContentLength();
        if (announced >= 0 && announced <= LARGEST_ANSWER) { // without the copies that an unknown length takes
            byte[] all = new byte[(int) announced];
            entity.getContent().readNBytes(all, 0, all.length);
            return all;
        }
        byte[] bytes = entity.getContent().readNBytes(LARGEST_ANSWER + 1);
        if (bytes.length > LARGEST_ANSWER) {
            abort(); // closing would first read the rest, which may have no end
            throw new AnswerTooLargeException(LARGEST_ANSWER);
        }
        return bytes;
    }
}
