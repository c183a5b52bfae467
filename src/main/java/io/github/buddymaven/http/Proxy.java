package io.github.buddymaven.http;

import io.github.buddymaven.secret.Secret;
import java.util.Optional;

/**
 * A proxy of settings.xml.
 *
 * @param id its id there
 * @param host its host
 * @param port its port
 * @param login the login, if settings.xml has one
 */
public record Proxy(String id, String host, int port, Optional<Login> login) {
    /**
     * A login at the proxy.
     *
     * @param user the user name, which is not secret
     * @param password the password
     */
    public record Login(String user, Secret password) {}

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
