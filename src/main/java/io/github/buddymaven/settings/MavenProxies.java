package io.github.buddymaven.settings;

import io.github.buddymaven.http.Proxy;
import io.github.buddymaven.secret.Secret;
import io.github.buddymaven.validation.Parameter;
import java.net.URI;
import java.util.Optional;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.eclipse.aether.repository.ProxySelector;
import org.eclipse.aether.repository.RemoteRepository;
import org.jspecify.annotations.Nullable;

/**
 * The proxies of settings.xml. Maven's own selector chooses among them, so that what reaches Maven Central also reaches Buddy: by
 * protocol, only active ones, and not for {@code nonProxyHosts}.
 */
public final class MavenProxies {
    private final Settings settings;
    private final PasswordDecryption decryption;
    private final @Nullable ProxySelector selector;

    public MavenProxies(Settings settings, PasswordDecryption decryption, @Nullable ProxySelector selector) {
        this.settings = settings;
        this.decryption = decryption;
        this.selector = selector;
    }

    /** Returns the proxy for an address; empty if it is reached directly. */
    public Optional<Proxy> find(URI address) throws CredentialsException {
        if (selector == null) {
            return Optional.empty();
        }
        RemoteRepository asRepository = new RemoteRepository.Builder("buddy", "default", address.toString()).build();
        org.eclipse.aether.repository.Proxy chosen = selector.getProxy(asRepository);
        boolean leavesMachine = "http".equalsIgnoreCase(address.getScheme()) && chosen != null && !isLoopback(chosen);
        return chosen == null || leavesMachine ? Optional.empty() : Optional.of(proxy(chosen));
    }

    /** Without TLS, which is only for this machine, the token does not leave this machine for a proxy either. */
    private static boolean isLoopback(org.eclipse.aether.repository.Proxy proxy) {
        String host = proxy.getHost();
        return host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("::1");
    }

    private Proxy proxy(org.eclipse.aether.repository.Proxy chosen) throws CredentialsException {
        for (org.apache.maven.settings.Proxy configured : settings.getProxies()) {
            if (configured.isActive()
                    && chosen.getType().equalsIgnoreCase(configured.getProtocol())
                    && configured.getPort() == chosen.getPort()
                    && chosen.getHost().equals(configured.getHost())) {
                checkAddress(configured);
                return new Proxy(id(configured), chosen.getHost(), chosen.getPort(), login(configured));
            }
        }
        return new Proxy("", chosen.getHost(), chosen.getPort(), Optional.empty());
    }

    private static void checkAddress(org.apache.maven.settings.Proxy proxy) throws CredentialsException {
        if (!ServerCredentials.isVisibleAscii(proxy.getHost()) || proxy.getPort() < 1 || proxy.getPort() > 65535) {
            throw new CredentialsException("The <proxy> '" + id(proxy) + "' of settings.xml has the address "
                    + Parameter.display(proxy.getHost()) + ":" + proxy.getPort()
                    + ", which is not a host and a port from 1 to 65535. Correct its <host> and <port>.");
        }
    }

    private static String id(org.apache.maven.settings.Proxy configured) {
        return configured.getId() == null ? "" : configured.getId();
    }

    private Optional<Proxy.Login> login(org.apache.maven.settings.Proxy configured) throws CredentialsException {
        if (configured.getUsername() == null || configured.getUsername().isEmpty()) {
            return Optional.empty();
        }
        org.apache.maven.settings.Proxy proxy = decrypted(configured);
        String password = proxy.getPassword() == null ? "" : proxy.getPassword();
        return Optional.of(new Proxy.Login(configured.getUsername(), Secret.of(password)));
    }

    private org.apache.maven.settings.Proxy decrypted(org.apache.maven.settings.Proxy configured)
            throws CredentialsException {
        if (!decryption.isNeeded(configured.getPassword())) {
            return configured;
        }
        org.apache.maven.settings.Proxy clear = decryption
                .decrypt(new DefaultSettingsDecryptionRequest(configured), "<proxy> '" + id(configured) + "'")
                .getProxy();
        return clear == null ? configured : clear;
    }
}
