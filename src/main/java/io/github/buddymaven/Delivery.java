package io.github.buddymaven;

import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.action.RegistryLogin;
import io.github.buddymaven.api.BuddyApi;
import io.github.buddymaven.api.Patient;
import io.github.buddymaven.api.Refusal;
import io.github.buddymaven.api.UnusableAnswer;
import io.github.buddymaven.converge.Conflict;
import io.github.buddymaven.converge.Convergence;
import io.github.buddymaven.converge.ListRefused;
import io.github.buddymaven.converge.Plan;
import io.github.buddymaven.converge.Result;
import io.github.buddymaven.http.HttpFailure;
import io.github.buddymaven.http.Pause;
import io.github.buddymaven.http.Persistent;
import io.github.buddymaven.http.Proxy;
import io.github.buddymaven.secret.Redactor;
import io.github.buddymaven.settings.ApiToken;
import io.github.buddymaven.settings.CredentialsProblem;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Carries one order to Buddy, with the credentials for it. */
final class Delivery {
    private static final Pause PAUSE = duration -> Thread.sleep(duration.toMillis());

    private final Order order;
    private final PushAction action;
    private final Convergence convergence;
    private final Failures failures;

    /**
     * Fetches the credentials.
     *
     * @param waiting hears how long the goal is about to wait for Buddy's limit of requests
     */
    Delivery(Order order, Wallet credentials, BuildMemory memory, String userAgent, Consumer<Duration> waiting)
            throws CredentialsProblem {
        ApiToken token = credentials.token(order);
        Optional<RegistryLogin> login = credentials.registryLogin(order);
        Optional<Proxy> proxy = credentials.proxy(order);
        this.order = order;
        this.action = order.action().with(login);
        Redactor redactor = Redactor.of(Stream.of(
                        Stream.of(token.value()),
                        login.map(RegistryLogin::password).stream(),
                        proxy.flatMap(Proxy::login).map(Proxy.Login::password).stream())
                .flatMap(secrets -> secrets)
                .toList());
        this.failures = new Failures(order, token.origin(), proxy, redactor);
        Patient connector = new Patient(
                new Persistent(memory.connector(order.limits(), proxy), PAUSE),
                order.rateLimitWait(),
                Clock.systemUTC(),
                PAUSE,
                waiting);
        BuddyApi api = new BuddyApi(connector, token.value(), redactor, userAgent);
        this.convergence = new Convergence(api, order.pipeline(), memory.pipeline(order.pipeline()), PAUSE);
    }

    /** The action with the login of its registry. */
    PushAction action() {
        return action;
    }

    /**
     * What would have to be done.
     *
     * @param module who wants it
     */
    Plan plan(String module) throws MojoExecutionException, MojoFailureException {
        return attempt(() -> convergence.plan(action, order.ifExists(), module));
    }

    /**
     * Does it.
     *
     * @param module who wants it
     */
    Result deliver(String module) throws MojoExecutionException, MojoFailureException {
        return attempt(() -> convergence.converge(action, order.ifExists(), module));
    }

    private interface Attempt<T> {
        T make() throws Refusal, UnusableAnswer, HttpFailure, Conflict, ListRefused, InterruptedException;
    }

    private <T> T attempt(Attempt<T> attempt) throws MojoExecutionException, MojoFailureException {
        try {
            return attempt.make();
        } catch (Refusal e) {
            throw failures.of(e);
        } catch (UnusableAnswer e) {
            throw failures.of(e);
        } catch (HttpFailure e) {
            throw failures.of(e);
        } catch (Conflict e) {
            throw failures.of(e);
        } catch (ListRefused e) {
            throw failures.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failures.of(e);
        }
    }
}
