package io.github.buddymaven.http;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.jspecify.annotations.Nullable;

/**
 * TLS as the JVM is set up for it: its trust store, its system properties, its check of the host's name. Set up at the
 * first connection that needs it, since a start of TLS costs more than everything else of an exchange.
 */
final class Tls implements TlsSocketStrategy {
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private @Nullable TlsSocketStrategy strategy;

    @Override
    public SSLSocket upgrade(
            Socket socket, String target, int port, @Nullable Object attachment, @Nullable HttpContext context)
            throws IOException {
        Exchange.reached(Exchange.Stage.SHAKING_HANDS, context);
        try {
            return strategy().upgrade(socket, target, port, attachment, context);
        } catch (SocketTimeoutException e) {
            throw new TlsTimeoutException(e);
        }
    }

    private synchronized TlsSocketStrategy strategy() throws TlsSettingsException {
        if (strategy == null) {
            strategy = new DefaultClientTlsStrategy(
                    jvmContext(),
                    VERSIONS,
                    null,
                    SSLBufferMode.STATIC,
                    HostnameVerificationPolicy.BUILTIN,
                    NoopHostnameVerifier.INSTANCE); // the JVM has checked the name by then
        }
        return strategy;
    }

    private static SSLContext jvmContext() throws TlsSettingsException {
        String trustStore = System.getProperty("javax.net.ssl.trustStore", "NONE");
        if (!trustStore.equals("NONE") && !new File(trustStore).canRead()) {
            throw new TlsSettingsException(
                    new FileNotFoundException(trustStore)); // the JVM would trust nobody, silently
        }
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new TlsSettingsException(e);
        }
    }
}
