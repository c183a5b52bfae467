package io.github.buddymaven.http;

import io.github.buddymaven.http.HttpFailure.Kind;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends with HttpClient 5, of which everything is left out that acts on its own: it would repeat a POST after a 503, or
 * follow a redirect with a GET and report its success.
 *
 * <p>Each exchange runs on a thread of its own, so that its time limit is a wall: HttpClient's time-outs start anew with
 * each byte that arrives, and looking up a name has none at all.
 */
public final class HttpClientConnector implements Connector {
    private final TimeLimits limits;
    private final CloseableHttpClient client;
    private final ExecutorService threads = Executors.newCachedThreadPool(HttpClientConnector::daemon);

    public HttpClientConnector(TimeLimits limits) {
        this.limits = limits;
        this.client = client(limits);
    }

    @Override
    public Response send(Request request) throws HttpFailure {
        Exchange exchange = new Exchange(client, request);
        Future<Response> answer = threads.submit(exchange);
        try {
            return answer.get(limits.exchange().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable failure = e.getCause() == null ? e : e.getCause();
            throw new HttpFailure(FailureKinds.of(failure, exchange.sent()), exchange.sent(), failure);
        } catch (TimeoutException e) {
            exchange.abort();
            throw timedOut(exchange.sent());
        } catch (InterruptedException e) {
            exchange.abort();
            Thread.currentThread().interrupt();
            throw new HttpFailure(Kind.INTERRUPTED, exchange.sent(), e);
        }
    }

    private HttpFailure timedOut(boolean sent) {
        String message = "no complete answer within " + limits.exchange().toSeconds() + " s";
        return new HttpFailure(Kind.EXCHANGE_TIMEOUT, sent, new SocketTimeoutException(message));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    private static CloseableHttpClient client(TimeLimits limits) {
        return HttpClients.custom()
                .setConnectionManager(connections(limits))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout(limits.exchange()))
                        .setResponseTimeout(timeout(limits.exchange()))
                        .setExpectContinueEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setDefaultAuthSchemeRegistry(name -> null)
                .addRequestInterceptorLast(Exchange.MARK_AS_SENT)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .disableConnectionState()
                .disableDefaultUserAgent()
                .build();
    }

    private static HttpClientConnectionManager connections(TimeLimits limits) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(silent())
                .setTlsSocketStrategy(new Tls())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(limits.connect()))
                        .setSocketTimeout(timeout(limits.exchange()))
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .build();
    }

    private static HttpConnectionFactory<ManagedHttpClientConnection> silent() {
        AtomicLong counter = new AtomicLong();
        return socket -> {
            SilentConnection connection = new SilentConnection("buddy-" + counter.incrementAndGet());
            if (socket != null) {
                connection.bind(socket);
            }
            return connection;
        };
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "buddy-http");
        thread.setDaemon(true);
        return thread;
    }
}
