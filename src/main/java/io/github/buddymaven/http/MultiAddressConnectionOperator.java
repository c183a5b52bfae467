package io.github.buddymaven.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Makes connections, and divides the time for one among the addresses of a host. HttpClient's own operator gives each
 * address the whole time. Then a dead address before a living one uses up the limit, and the living one is never tried.
 */
final class MultiAddressConnectionOperator extends DefaultHttpClientConnectionOperator {
    MultiAddressConnectionOperator(TlsSocketStrategy tls) {
        super(
                null,
                null,
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register(URIScheme.HTTPS.id, tls)
                        .build());
    }

    @Override
    public void connect(
            ManagedHttpClientConnection connection,
            HttpHost host,
            @Nullable NamedEndpoint name,
            @Nullable Path unixDomainSocket,
            @Nullable InetSocketAddress localAddress,
            Timeout limit,
            SocketConfig socketConfig,
            @Nullable Object attachment,
            HttpContext context)
            throws IOException {
        Progress.reach(Progress.Stage.CONNECTING, context);
        int addresses = InetAddress.getAllByName(host.getHostName()).length;
        Timeout share = Timeout.ofMilliseconds(Math.max(1, limit.toMilliseconds() / addresses));
        super.connect(connection, host, name, unixDomainSocket, localAddress, share, socketConfig, attachment, context);
        Progress.reach(Progress.Stage.CONNECTED, context);
    }
}
