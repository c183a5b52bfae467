package io.github.buddymaven.http;

import java.io.IOException;
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
    SilentConnection(String id) {
        super(id);
    }

    @Override
    public void bind(Socket socket) throws IOException {
        bind(new SocketHolder(socket));
    }

    @Override
    public void bind(SSLSocket sslSocket, Socket socket) throws IOException {
        bind(new SocketHolder(sslSocket, socket));
    }

    @Override
    public boolean isStale() throws IOException {
        return !isOpen() || isDataAvailable(Timeout.ofMilliseconds(1)) || super.isStale();
    }

    @Override
    protected void onRequestSubmitted(ClassicHttpRequest request) {
        // would log the headers
    }

    @Override
    protected void onResponseReceived(ClassicHttpResponse response) {
        // would log the headers
    }
}
