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
        Exchange exchange = new Exchange(client, request);
        Future<Response> answer = threads.submit(exchange);
        try {
            return answer.get(limits.exchange().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable failure = e.getCause() == null ? e : e.getCause();
            throw new HttpFailure(kind(failure, exchange.sent()), request, exchange.sent(), failure);
        } catch (TimeoutException e) {
            exchange.abort();
            throw timedOut(request, exchange.sent());
        } catch (InterruptedException e) {
            exchange.abort();
            Thread.currentThread().interrupt();
            throw new HttpFailure(Kind.INTERRUPTED, request, exchange.sent(), e);
        }
    }

    /** Through a proxy, the only connection that is made is the one to the proxy. */
    private Kind kind(Throwable failure, boolean sent) {
        Kind kind = FailureKinds.of(failure, sent);
        return switch (kind) {
            case UNKNOWN_HOST, CONNECTION_REFUSED, CONNECT_TIMEOUT -> proxy.isPresent() ? Kind.PROXY_UNREACHABLE : kind;
            default -> kind;
        };
    }

    private HttpFailure timedOut(Request request, boolean sent) {
        String message = "no complete answer within " + limits.exchange().toSeconds() + " s";
        return new HttpFailure(Kind.EXCHANGE_TIMEOUT, request, sent, new SocketTimeoutException(message));
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
