package io.github.buddymaven.http;

import java.io.IOException;

/** The proxy answered in place of the server, which the request did not reach. */
final class ProxyRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean wantsLogin;

    ProxyRefusedException(int status) {
        super("the proxy answered HTTP " + status);
        this.wantsLogin = status == 407;
    }

    boolean wantsLogin() {
        return wantsLogin;
    }
}
