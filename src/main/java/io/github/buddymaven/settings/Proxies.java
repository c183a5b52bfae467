package io.github.buddymaven.settings;

import io.github.buddymaven.check.Element;
import io.github.buddymaven.http.Proxy;
import io.github.buddymaven.secret.Secret;
import java.net.URI;
import java.util.Optional;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.repository.ProxySelector;
import org.eclipse.aether.repository.RemoteRepository;
import org.jspecify.annotations.Nullable;

/**
 * The proxies of settings.xml. Maven's own selector chooses among them, so that what reaches Maven Central reaches Buddy
 * too: by protocol, active ones alone, and not for {@code nonProxyHosts}.
 */
public final class Proxies {
    private final Settings settings;
    private final SettingsDecrypter decrypter;
    private final @Nullable ProxySelector selector;

    public Proxies(Settings settings, SettingsDecrypter decrypter, @Nullable ProxySelector selector) {
        this.settings = settings;
        this.decrypter = decrypter;
        this.selector = selector;
    }

    /** The proxy for an address; empty where it is reached directly. */
    public Optional<Proxy> find(URI address) throws CredentialsProblem {
        if (selector == null) {
            return Optional.empty();
        }
        RemoteRepository asRepository = new RemoteRepository.Builder("buddy", "default", address.toString()).build();
        org.eclipse.aether.repository.Proxy chosen = selector.getProxy(asRepository);
        if (chosen == null || (isPlain(address) && !isHere(chosen.getHost()))) {
            return Optional.empty();
        }
        return Optional.of(proxy(chosen));
    }

    /** Without TLS, which is for this machine alone, the token does not leave this machine for a proxy either. */
    private static boolean isPlain(URI address) {
        return "http".equalsIgnoreCase(address.getScheme());
    }

    private static boolean isHere(String host) {
        return host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("::1");
    }

    private Proxy proxy(org.eclipse.aether.repository.Proxy chosen) throws CredentialsProblem {
        for (org.apache.maven.settings.Proxy configured : settings.getProxies()) {
            if (configured.isActive()
                    && chosen.getType().equalsIgnoreCase(configured.getProtocol())
                    && configured.getPort() == chosen.getPort()
                    && chosen.getHost().equals(configured.getHost())) {
                usable(configured);
                return new Proxy(name(configured), chosen.getHost(), chosen.getPort(), login(configured));
            }
        }
        return new Proxy("", chosen.getHost(), chosen.getPort(), Optional.empty());
    }

    private static void usable(org.apache.maven.settings.Proxy proxy) throws CredentialsProblem {
        if (!VisibleAscii.isAllOf(proxy.getHost()) || proxy.getPort() < 1 || proxy.getPort() > 65535) {
            throw new CredentialsProblem("The <proxy> '" + name(proxy) + "' of settings.xml, "
                    + Element.shown(proxy.getHost()) + ":" + proxy.getPort()
                    + ", is not a host and a port from 1 to 65535: correct its <host> and <port>.");
        }
    }

    private static String name(org.apache.maven.settings.Proxy configured) {
        return configured.getId() == null ? "" : configured.getId();
    }

    private Optional<Proxy.Login> login(org.apache.maven.settings.Proxy configured) throws CredentialsProblem {
        if (configured.getUsername() == null || configured.getUsername().isEmpty()) {
            return Optional.empty();
        }
        org.apache.maven.settings.Proxy clear = Decryption.of(
                        decrypter.decrypt(new DefaultSettingsDecryptionRequest(configured)),
                        "<proxy> '" + name(configured) + "'")
                .getProxy();
        org.apache.maven.settings.Proxy proxy = clear == null ? configured : clear;
        String password = proxy.getPassword() == null ? "" : proxy.getPassword();
        return Optional.of(new Proxy.Login(configured.getUsername(), Secret.of(password)));
    }
}
