package io.github.buddymaven;

import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.action.RegistryLogin;
import io.github.buddymaven.api.BuddyApi;
import io.github.buddymaven.api.Refusal;
import io.github.buddymaven.api.RemoteAction;
import io.github.buddymaven.api.UnusableAnswer;
import io.github.buddymaven.http.Connector;
import io.github.buddymaven.http.HttpClientConnector;
import io.github.buddymaven.http.HttpFailure;
import io.github.buddymaven.http.Proxy;
import io.github.buddymaven.secret.Redactor;
import io.github.buddymaven.secret.Secret;
import io.github.buddymaven.settings.ApiToken;
import io.github.buddymaven.settings.Credentials;
import io.github.buddymaven.settings.CredentialsProblem;
import io.github.buddymaven.settings.Proxies;
import io.github.buddymaven.settings.RegistryServer;
import io.github.buddymaven.settings.Servers;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Carries an order to Buddy: fetches the credentials, talks to the API, says what came of it. */
final class Delivery {
    private final Servers servers;
    private final Proxies proxies;
    private final Properties systemProperties;
    private final String userAgent;

    /** @param systemProperties Maven's, which hold the environment */
    Delivery(Servers servers, Proxies proxies, Properties systemProperties, String userAgent) {
        this.servers = servers;
        this.proxies = proxies;
        this.systemProperties = systemProperties;
        this.userAgent = userAgent;
    }

    RemoteAction deliver(Order order) throws CredentialsProblem, MojoExecutionException, MojoFailureException {
        ApiToken token = ApiToken.find(servers, order.serverId(), systemProperties);
        Optional<RegistryLogin> login = registryLogin(order);
        PushAction action = login.map(order.action()::with).orElse(order.action());
        Optional<Proxy> proxy = proxies.find(order.pipeline().actions());
        Redactor redactor = Redactor.of(Stream.of(
                        Stream.of(token.value()),
                        login.map(RegistryLogin::password).stream(),
                        proxy.flatMap(Proxy::login).map(Proxy.Login::password).stream())
                .flatMap(secrets -> secrets)
                .toList());
        Failures failures = new Failures(order, token.origin(), proxy, redactor);
        try (Connector connector = new HttpClientConnector(order.limits(), proxy)) {
            return new BuddyApi(connector, token.value(), redactor, userAgent).add(order.pipeline(), action);
        } catch (Refusal e) {
            throw failures.of(e);
        } catch (UnusableAnswer e) {
            throw failures.of(e);
        } catch (HttpFailure e) {
            throw failures.of(e);
        }
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

    /** The login as a dry run shows it, on a machine that need not have it. */
    static RegistryLogin unknownLogin() {
        return new RegistryLogin(Secret.MASK, Secret.of(Secret.MASK));
    }
}
