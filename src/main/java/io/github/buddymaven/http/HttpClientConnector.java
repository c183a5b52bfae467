package io.github.buddymaven.http;

import io.github.buddymaven.http.HttpFailure.Kind;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;

/**
 * Sends with HttpClient 5. Each exchange runs on a thread of its own, so that its time limit is a wall: HttpClient's
 * time-outs start anew with each byte that arrives, and looking up a name has none at all.
 */
public final class HttpClientConnector implements Connector {
    /** How often the limits are looked at. */
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final TimeLimits limits;
    private final Optional<Proxy> proxy;
    private final CloseableHttpClient client;
    private final ExecutorService threads = Executors.newCachedThreadPool(HttpClientConnector::daemon);

    /**
     * Sets everything up; connections are made when the first request is sent.
     *
     * @param proxy through which all requests go
     */
    public HttpClientConnector(TimeLimits limits, Optional<Proxy> proxy) {
        this.limits = limits;
        this.proxy = proxy;
        this.client = BareClient.build(limits, proxy);
    }

    @Override
    public Response send(Request request) throws HttpFailure {
        Exchange exchange = new Exchange(client, request, proxy.isPresent());
        Future<Response> answer = threads.submit(exchange);
        try {
            return await(answer, exchange);
        } catch (ExecutionException e) {
            Throwable failure = e.getCause() == null ? e : e.getCause();
            throw failure(FailureKinds.of(failure, exchange.sent()), request, exchange, failure);
        } catch (TimeoutException e) {
            exchange.abort();
            throw failure(timeout(exchange), request, exchange, new SocketTimeoutException(e.getMessage()));
        } catch (InterruptedException e) {
            exchange.abort();
            Thread.currentThread().interrupt();
            throw new HttpFailure(Kind.INTERRUPTED, request, exchange.sent(), e);
        }
    }

    private Response await(Future<Response> answer, Exchange exchange)
            throws ExecutionException, InterruptedException, TimeoutException {
        while (true) {
            if (exchange.lastsFor(limits.exchange())) {
                throw new TimeoutException(
                        "no complete answer within " + limits.exchange().toSeconds() + " s");
            }
            if (exchange.connectsFor(limits.connect())) {
                throw new TimeoutException(
                        "no connection within " + limits.connect().toSeconds() + " s");
            }
            try {
                return answer.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // a glance is over: look at the limits again
            }
        }
    }

    private static Kind timeout(Exchange exchange) {
        return switch (exchange.stage()) {
            case CONNECTING -> Kind.CONNECT_TIMEOUT;
            case SHAKING_HANDS -> Kind.TLS_TIMEOUT;
            case WAITING, SENT -> Kind.EXCHANGE_TIMEOUT;
        };
    }

    private HttpFailure failure(Kind kind, Request request, Exchange exchange, Throwable cause) {
        boolean sent = exchange.sent();
        return new HttpFailure(proxy.isPresent() && !sent ? ofTheProxy(kind) : kind, request, sent, cause);
    }

    /** Before anything was sent through a proxy, the proxy is the only one that was talked to, but for TLS. */
    private static Kind ofTheProxy(Kind kind) {
        return switch (kind) {
            case UNKNOWN_HOST, CONNECTION_REFUSED, CONNECT_TIMEOUT -> Kind.PROXY_UNREACHABLE;
            case EXCHANGE_TIMEOUT, CONNECTION_LOST, ANSWER_MALFORMED -> Kind.PROXY_REFUSED;
            default -> kind;
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "buddy-http");
        thread.setDaemon(true);
        return thread;
    }
}
