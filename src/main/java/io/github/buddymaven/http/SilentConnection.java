package io.github.buddymaven.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.util.Timeout;

/**
 * A connection that keeps things apart: secrets from the log, and one answer from the next. HttpClient's own prints
 * headers and bodies, the token among them, wherever Maven runs with {@code -X} or a logging back end is set to debug;
 * and it takes what a server said too much for the answer to the next request.
 */
final class SilentConnection extends DefaultManagedHttpClientConnection {
    /** A socket knows no shorter wait; it is part of every request on a connection that has had one. */
    private static final Timeout GLANCE = Timeout.ofMilliseconds(1);

    private boolean ended;

    SilentConnection(String id) {
        super(id);
    }

    @Override
    public void bind(Socket socket) throws IOException {
        bind(new Line(socket));
    }

    @Override
    public void bind(SSLSocket sslSocket, Socket socket) throws IOException {
        bind(new Line(sslSocket, socket));
    }

    /** Whether the server has hung up or said more than was asked, found out by one glance for both. */
    @Override
    public boolean isStale() throws IOException {
        return !isOpen() || isDataAvailable(GLANCE) || ended;
    }

    @Override
    protected void onRequestSubmitted(ClassicHttpRequest request) {
        // would log the headers
    }

    @Override
    protected void onResponseReceived(ClassicHttpResponse response) {
        // would log the headers
    }

    /** Tells the connection when there is nothing more to come, which its buffer keeps to itself. */
    private final class Line extends SocketHolder {
        Line(Socket socket) {
            super(socket);
        }

        Line(SSLSocket sslSocket, Socket socket) {
            super(sslSocket, socket);
        }

        @Override
        protected InputStream getInputStream(Socket socket) throws IOException {
            return new FilterInputStream(super.getInputStream(socket)) {
                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    int count = super.read(bytes, offset, length);
                    ended = count < 0;
                    return count;
                }
            };
        }
    }
}
