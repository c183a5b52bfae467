package io.github.buddymaven;

import io.github.buddymaven.action.RegistryLogin;
import io.github.buddymaven.http.Proxy;
import io.github.buddymaven.settings.ApiToken;
import io.github.buddymaven.settings.Credentials;
import io.github.buddymaven.settings.CredentialsProblem;
import io.github.buddymaven.settings.Proxies;
import io.github.buddymaven.settings.RegistryServer;
import io.github.buddymaven.settings.Servers;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystemSession;

/**
 * What an order needs of settings.xml and the environment.
 *
 * @param servers the servers of settings.xml
 * @param proxies the proxies of settings.xml
 * @param systemProperties Maven's, which hold the environment
 */
record Wallet(Servers servers, Proxies proxies, Properties systemProperties) {
    /** What this build has. */
    static Wallet of(MavenSession session, SettingsDecrypter decrypter) {
        RepositorySystemSession repositories = session.getRepositorySession();
        return new Wallet(
                new Servers(session.getSettings(), decrypter),
                new Proxies(
                        session.getSettings(),
                        decrypter,
                        repositories == null ? null : repositories.getProxySelector()),
                session.getSystemProperties());
    }

    ApiToken token(Order order) throws CredentialsProblem {
        return ApiToken.find(servers, order.serverId(), systemProperties);
    }

    /** The login of the registry, where the order names one. */
    Optional<RegistryLogin> registryLogin(Order order) throws CredentialsProblem {
        if (order.registryServerId().isEmpty()) {
            return Optional.empty();
        }
        Credentials credentials =
                RegistryServer.find(servers, order.registryServerId().get());
        return credentials.user().map(user -> new RegistryLogin(user, credentials.password()));
    }

    Optional<Proxy> proxy(Order order) throws CredentialsProblem {
        return proxies.find(order.pipeline().actions());
    }
}
