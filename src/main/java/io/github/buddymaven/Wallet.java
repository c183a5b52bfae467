package io.github.buddymaven;

import io.github.buddymaven.action.ActionSecrets;
import io.github.buddymaven.action.RegistryLogin;
import io.github.buddymaven.http.Proxy;
import io.github.buddymaven.secret.Secret;
import io.github.buddymaven.settings.ApiToken;
import io.github.buddymaven.settings.Credentials;
import io.github.buddymaven.settings.CredentialsProblem;
import io.github.buddymaven.settings.Proxies;
import io.github.buddymaven.settings.RegistryServer;
import io.github.buddymaven.settings.Servers;
import io.github.buddymaven.settings.VariableServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
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

    ApiToken token(Where where) throws CredentialsProblem {
        return ApiToken.find(servers, where.serverId(), systemProperties);
    }

    Optional<Proxy> proxy(Where where) throws CredentialsProblem {
        return proxies.find(where.pipeline().project().address());
    }

    /** The login of the registry and the secrets of the variables, as far as the order has such. */
    ActionSecrets secrets(Order order) throws CredentialsProblem {
        List<CredentialsProblem> problems = new ArrayList<>();
        Optional<RegistryLogin> login = Optional.empty();
        try {
            login = registryLogin(order.registryServerId());
        } catch (CredentialsProblem e) {
            problems.add(e);
        }
        Map<String, Secret> byServer = new HashMap<>();
        for (Map.Entry<String, String> server :
                order.action().serversOfVariables().entrySet()) {
            try {
                byServer.put(server.getKey(), VariableServer.find(servers, server.getKey(), server.getValue()));
            } catch (CredentialsProblem e) {
                problems.add(e);
            }
        }
        if (!problems.isEmpty()) {
            throw CredentialsProblem.all(withTheToken(order.where(), problems));
        }
        return new ActionSecrets(login, byServer);
    }

    /** The token is asked for later; where the user has to go to settings.xml anyway, it should be once. */
    private List<CredentialsProblem> withTheToken(Where where, List<CredentialsProblem> problems) {
        try {
            token(where);
            return problems;
        } catch (CredentialsProblem e) {
            return Stream.concat(Stream.of(e), problems.stream()).toList();
        }
    }

    private Optional<RegistryLogin> registryLogin(Optional<String> serverId) throws CredentialsProblem {
        if (serverId.isEmpty()) {
            return Optional.empty();
        }
        Credentials credentials = RegistryServer.find(servers, serverId.get());
        return credentials.user().map(user -> new RegistryLogin(user, credentials.password()));
    }
}
