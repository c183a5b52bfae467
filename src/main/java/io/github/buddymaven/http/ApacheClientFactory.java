package io.github.buddymaven.http;

import io.github.buddymaven.http.Progress.Stage;
import java.io.IOException;
import java.net.Socket;
import java.util.Locale;
import java.util.Optional;
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
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Creates an HttpClient without everything that acts on its own: by default it repeats a POST after a 503, follows a
 * redirect with a GET and reports its success, keeps cookies, and logs what it sends.
 */
final class ApacheClientFactory {
    /** More at once would only reach Buddy's limit for requests sooner. */
    private static final int MAX_CONNECTIONS = 8;

    private ApacheClientFactory() {}

    static CloseableHttpClient create(Timeouts timeouts, Optional<Proxy> proxy) {
        HttpClientBuilder client = HttpClients.custom()
                .setConnectionManager(connections(timeouts))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(
                                Timeout.of(timeouts.exchange().multipliedBy(MAX_CONNECTIONS)))
                        .setResponseTimeout(Timeout.of(timeouts.exchange()))
                        .setExpectContinueEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setDefaultAuthSchemeRegistry(ApacheClientFactory::proxyAuthScheme)
                .addRequestInterceptorLast((request, body, context) -> Progress.reach(Stage.SENT, context))
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .disableConnectionState()
                .disableDefaultUserAgent();
        if (proxy.isPresent()) {
            useProxy(proxy.get(), client);
        }
        return client.build();
    }

    private static void useProxy(Proxy proxy, HttpClientBuilder client) {
        client.setProxy(new HttpHost("http", proxy.host(), proxy.port()));
        if (proxy.login().isPresent()) {
            Proxy.Login login = proxy.login().get();
            BasicCredentialsProvider credentials = new BasicCredentialsProvider();
            credentials.setCredentials(
                    new AuthScope(proxy.host(), proxy.port()),
                    new UsernamePasswordCredentials(
                            login.user(), login.password().reveal().toCharArray()));
            client.setDefaultCredentialsProvider(credentials);
        }
    }

    /** Returns how to log in at a proxy with this scheme; null if that is not supported. */
    static @Nullable AuthSchemeFactory proxyAuthScheme(@Nullable String scheme) {
        return switch (String.valueOf(scheme).toLowerCase(Locale.ROOT)) {
            case "basic" -> BasicSchemeFactory.INSTANCE;
            case "digest" -> DigestSchemeFactory.INSTANCE;
            default -> null;
        };
    }

    private static HttpClientConnectionManager connections(Timeouts timeouts) {
        PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager(
                new MultiAddressConnectionOperator(new JvmTlsStrategy()),
                PoolConcurrencyPolicy.STRICT,
                PoolReusePolicy.LIFO,
                TimeValue.NEG_ONE_MILLISECOND,
                socket -> connection(socket));
        connections.setMaxTotal(MAX_CONNECTIONS);
        connections.setDefaultMaxPerRoute(MAX_CONNECTIONS);
        connections.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(timeouts.connect()))
                .setSocketTimeout(Timeout.of(timeouts.exchange()))
                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                .build());
        return connections;
    }

    private static ManagedHttpClientConnection connection(@Nullable Socket socket) throws IOException {
        NonLoggingConnection connection = new NonLoggingConnection("buddy");
        if (socket != null) {
            connection.bind(socket);
        }
        return connection;
    }
}
