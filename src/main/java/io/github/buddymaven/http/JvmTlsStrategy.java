package io.github.buddymaven.http;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.jspecify.annotations.Nullable;

/**
 * TLS with the JVM's own settings: its trust store, its system properties, its check of the host's name. Is set up when
 * the first connection needs it, since that takes longer than everything else in an exchange.
 */
final class JvmTlsStrategy implements TlsSocketStrategy {
    /** The JVM's TLS settings, such as its trust store, cannot be used. */
    static final class TlsSettingsException extends SSLException {
        private static final long serialVersionUID = 1L;

        TlsSettingsException(Throwable cause) {
            super(cause);
        }
    }

    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private @Nullable TlsSocketStrategy strategy;

    @Override
    public SSLSocket upgrade(
            Socket socket, String target, int port, @Nullable Object attachment, @Nullable HttpContext context)
            throws IOException {
        Progress.reach(Progress.Stage.SHAKING_HANDS, context);
        return strategy().upgrade(socket, target, port, attachment, context);
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
                    new FileNotFoundException(trustStore)); // the JVM would silently trust no certificate
        }
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new TlsSettingsException(reason(e));
        }
    }

    /** Reads the trust store once more, since the context's exception does not say what is wrong with it. */
    private static Throwable reason(GeneralSecurityException failure) {
        try {
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm())
                    .init((KeyStore) null);
            return failure;
        } catch (GeneralSecurityException e) {
            return e;
        }
    }
}
