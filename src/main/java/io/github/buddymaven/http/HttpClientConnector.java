package io.github.buddymaven.http;

import io.github.buddymaven.http.HttpFailure.Kind;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.auth.AuthSchemeFactory;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.auth.BasicSchemeFactory;
import org.apache.hc.client5.http.impl.auth.DigestSchemeFactory;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends with HttpClient 5, of which everything is left out that acts on its own: it would repeat a POST after a 503, or
 * follow a redirect with a GET and report its success.
 *
 * <p>Each exchange runs on a thread of its own, so that its time limit is a wall: HttpClient's time-outs start anew with
 * each byte that arrives, and looking up a name has none at all.
 */
public final class HttpClientConnector implements Connector {
    /** More at once would only make Buddy count faster towards its limit. */
    private static final int MOST_CONNECTIONS = 8;

    /** A connection that nobody uses for so long is closed, be it that the build has ended. */
    private static final TimeValue IDLE = TimeValue.ofSeconds(10);

    /** How often a connection that is being made is looked at. */
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
        this.client = client(limits, proxy);
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
        long end = System.nanoTime() + limits.exchange().toNanos();
        while (true) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new TimeoutException(
                        "no complete answer within " + limits.exchange().toSeconds() + " s");
            }
            if (exchange.connectsFor(limits.connect())) {
                throw new TimeoutException(
                        "no connection within " + limits.connect().toSeconds() + " s");
            }
            try {
                return answer.get(Math.min(left, GLANCE.toNanos()), TimeUnit.NANOSECONDS);
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

    private static CloseableHttpClient client(TimeLimits limits, Optional<Proxy> proxy) {
        HttpClientBuilder client = HttpClients.custom()
                .setConnectionManager(connections(limits))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout(limits.exchange()))
                        .setResponseTimeout(timeout(limits.exchange()))
                        .setExpectContinueEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setDefaultAuthSchemeRegistry(HttpClientConnector::proxyLogins)
                .addRequestInterceptorLast(Exchange.MARK_AS_SENT)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .disableConnectionState()
                .disableDefaultUserAgent()
                .evictIdleConnections(IDLE);
        proxy.ifPresent(through -> use(through, client));
        return client.build();
    }

    private static void use(Proxy proxy, HttpClientBuilder client) {
        client.setProxy(new HttpHost("http", proxy.host(), proxy.port()));
        proxy.login().ifPresent(login -> {
            BasicCredentialsProvider credentials = new BasicCredentialsProvider();
            credentials.setCredentials(
                    new AuthScope(proxy.host(), proxy.port()),
                    new UsernamePasswordCredentials(
                            login.user(), login.password().reveal().toCharArray()));
            client.setDefaultCredentialsProvider(credentials);
        });
    }

    private static @Nullable AuthSchemeFactory proxyLogins(@Nullable String scheme) {
        return switch (String.valueOf(scheme).toLowerCase(Locale.ROOT)) {
            case "basic" -> BasicSchemeFactory.INSTANCE;
            case "digest" -> DigestSchemeFactory.INSTANCE;
            default -> null;
        };
    }

    private static HttpClientConnectionManager connections(TimeLimits limits) {
        PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager(
                new Dialer(new Tls()),
                PoolConcurrencyPolicy.STRICT,
                PoolReusePolicy.LIFO,
                TimeValue.NEG_ONE_MILLISECOND,
                silent());
        connections.setMaxTotal(MOST_CONNECTIONS);
        connections.setDefaultMaxPerRoute(MOST_CONNECTIONS);
        connections.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(timeout(limits.connect()))
                .setSocketTimeout(timeout(limits.exchange()))
                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                .build());
        return connections;
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
