package io.github.buddymaven.http;

import java.io.IOException;

/** The JVM's TLS settings cannot be used: a trust store that is not there, or that another password opens. */
final class TlsSettingsException extends IOException {
    private static final long serialVersionUID = 1L;

    TlsSettingsException(Throwable cause) {
        super(cause);
    }
}
