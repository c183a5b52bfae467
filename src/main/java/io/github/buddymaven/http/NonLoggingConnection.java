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
 * A connection that does not log, and does not mix up responses. HttpClient's own logs headers and bodies, including the
 * token, under {@code mvn -X} or if a logging back end is set to debug. It also takes what a server sent too much for the
 * response to the next request.
 */
final class NonLoggingConnection extends DefaultManagedHttpClientConnection {
    /** A socket's shortest timeout. Every request on a connection that was used before waits as long. */
    private static final Timeout MIN_READ = Timeout.ofMilliseconds(1);

    private boolean isAtEnd;

    NonLoggingConnection(String id) {
        super(id);
    }

    @Override
    public void bind(Socket socket) throws IOException {
        bind(new EndDetectingSocketHolder(socket));
    }

    @Override
    public void bind(SSLSocket sslSocket, Socket socket) throws IOException {
        bind(new EndDetectingSocketHolder(sslSocket, socket));
    }

    /** Returns whether the server has closed the connection or sent more than was asked for; one read finds out both. */
    @Override
    public boolean isStale() throws IOException {
        return !isOpen() || isDataAvailable(MIN_READ) || isAtEnd;
    }

    @Override
    protected void onRequestSubmitted(ClassicHttpRequest request) {
        // would log the headers
    }

    @Override
    protected void onResponseReceived(ClassicHttpResponse response) {
        // would log the headers
    }

    /** Notices the end of the stream, which the connection's buffer does not tell. */
    private final class EndDetectingSocketHolder extends SocketHolder {
        EndDetectingSocketHolder(Socket socket) {
            super(socket);
        }

        EndDetectingSocketHolder(SSLSocket sslSocket, Socket socket) {
            super(sslSocket, socket);
        }

        @Override
        protected InputStream getInputStream(Socket socket) throws IOException {
            return new FilterInputStream(super.getInputStream(socket)) {
                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    int count = super.read(bytes, offset, length);
                    isAtEnd = count < 0;
                    return count;
                }
            };
        }
    }
}
