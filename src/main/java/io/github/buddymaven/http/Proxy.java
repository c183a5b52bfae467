package io.github.buddymaven.http;

import io.github.buddymaven.secret.Secret;
import java.util.Optional;

/**
 * A proxy of settings.xml.
 *
 * @param id its id there
 * @param host its host
 * @param port its port
 * @param login with what to log in to it, where it wants that
 */
public record Proxy(String id, String host, int port, Optional<Login> login) {
    /**
     * User name and password for a proxy.
     *
     * @param user the user name, which is no secret
     * @param password the password
     */
    public record Login(String user, Secret password) {}

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
