package io.github.buddymaven.http;

import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/** The beginning of a handshake with nobody: the first one of a JVM takes a fifth of a second for what is set up once. */
public final class TlsRehearsal {
    private TlsRehearsal() {}

    /** Sets up TLS as the JVM is configured for it, and writes a greeting that is not sent. */
    public static void perform() throws NoSuchAlgorithmException, SSLException {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine("localhost", 443);
        engine.setUseClientMode(true);
        engine.wrap(
                ByteBuffer.allocate(0), ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
    }
}
