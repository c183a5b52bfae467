package io.github.buddymaven.http;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
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
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * HttpClient 5 without everything that acts on its own: it would repeat a POST after a 503, follow a redirect with a GET
 * and report its success, keep cookies, and log what it sends.
 */
final class BareClient {
    /** More at once would only make Buddy count faster towards its limit. */
    private static final int MOST_CONNECTIONS = 8;

    private BareClient() {}

    static CloseableHttpClient build(TimeLimits limits, Optional<Proxy> proxy) {
        HttpClientBuilder client = HttpClients.custom()
                .setConnectionManager(connections(limits))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout(limits.exchange().multipliedBy(MOST_CONNECTIONS)))
                        .setResponseTimeout(timeout(limits.exchange()))
                        .setExpectContinueEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setDefaultAuthSchemeRegistry(BareClient::proxyLogins)
                .addRequestInterceptorLast(Exchange.MARK_AS_SENT)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .disableConnectionState()
                .disableDefaultUserAgent();
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
}
