package io.github.buddymaven.http;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * A handshake with nobody. The first one of a JVM takes a quarter of a second, nearly all of it for what the JVM does by
 * itself: it is done on a thread of its own, while the goal reads its configuration. Nothing depends on it, and whatever
 * fails here fails again where somebody is told.
 */
public final class TlsRehearsal {
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private TlsRehearsal() {}

    /** Begins it, unless this JVM has had one. */
    public static void begin() {
        if (BEGUN.compareAndSet(false, true)) {
            Thread thread = new Thread(TlsRehearsal::rehearse, "buddy-tls");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void rehearse() {
        try {
            SSLEngine engine = SSLContext.getDefault().createSSLEngine("localhost", 443);
            engine.setUseClientMode(true);
            engine.wrap(
                    ByteBuffer.allocate(0),
                    ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init((KeyStore) null);
            for (TrustManager manager : trust.getTrustManagers()) {
                checkACertificate(manager);
            }
        } catch (SSLException | GeneralSecurityException | RuntimeException | LinkageError e) {
            // nothing depends on it
        }
    }

    private static void checkACertificate(TrustManager manager) throws GeneralSecurityException {
        if (manager instanceof X509TrustManager authorities && authorities.getAcceptedIssuers().length > 0) {
            X509Certificate[] chain = {authorities.getAcceptedIssuers()[0]};
            authorities.checkServerTrusted(chain, "ECDHE_RSA");
        }
    }
}
