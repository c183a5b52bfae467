package io.github.buddymaven.http;

import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/** Begins a TLS handshake that is not sent: the first one of a JVM takes a fifth of a second for what is set up once. */
public final class TlsWarmUp {
    private TlsWarmUp() {}

    /** Sets up TLS with the JVM's own settings. */
    public static void run() throws NoSuchAlgorithmException, SSLException {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine("localhost", 443);
        engine.setUseClientMode(true);
        engine.wrap(
                ByteBuffer.allocate(0), ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
    }
}
