package io.github.buddymaven.http;

import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;

/** The TLS handshake was not answered; HttpClient would report it as a connection that could not be made. */
final class TlsTimeoutException extends SSLException {
    private static final long serialVersionUID = 1L;

    TlsTimeoutException(SocketTimeoutException cause) {
        super("no answer to the TLS handshake", cause);
    }
}
