package io.github.buddymaven;

import io.github.buddymaven.api.BuddyApi;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.Refusal;
import io.github.buddymaven.api.UnusableAnswer;
import io.github.buddymaven.converge.Conflict;
import io.github.buddymaven.converge.ListRefused;
import io.github.buddymaven.converge.NoSingleMatch;
import io.github.buddymaven.converge.PipelineMemory;
import io.github.buddymaven.http.Proxy;
import io.github.buddymaven.http.RateLimitingTransport;
import io.github.buddymaven.http.RetryingTransport;
import io.github.buddymaven.http.Sleeper;
import io.github.buddymaven.http.TransportException;
import io.github.buddymaven.secret.Redactor;
import io.github.buddymaven.secret.Secret;
import io.github.buddymaven.settings.ApiToken;
import io.github.buddymaven.settings.CredentialsProblem;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Buddy's API as one goal may use it, with its token and through its proxy; what goes wrong there becomes Maven's. */
final class Access {
    static final Sleeper SLEEPER = duration -> Thread.sleep(duration.toMillis());

    private final Where where;
    private final BuildMemory memory;
    private final BuddyApi api;
    private final Failures failures;

    private Access(Where where, BuildMemory memory, BuddyApi api, Failures failures) {
        this.where = where;
        this.memory = memory;
        this.api = api;
        this.failures = failures;
    }

    /**
     * Fetches the credentials.
     *
     * @param secrets what else must not stand in any text, besides the token and the proxy's password
     * @param userAgent who calls, for Buddy's logs
     * @param waiting hears how long the goal is about to wait for Buddy's limit of requests
     */
    static Access of(
            Where where,
            Undertaking undertaking,
            Wallet credentials,
            Collection<Secret> secrets,
            BuildMemory memory,
            String userAgent,
            Consumer<Duration> waiting)
            throws CredentialsProblem {
        ApiToken token = credentials.token(where);
        Optional<Proxy> proxy = credentials.proxy(where);
        Redactor redactor = Redactor.of(all(token, secrets, proxy));
        RateLimitingTransport transport = new RateLimitingTransport(
                new RetryingTransport(memory.transport(where.limits(), proxy), SLEEPER),
                where.rateLimitWait(),
                Clock.systemUTC(),
                SLEEPER,
                waiting);
        return new Access(
                where,
                memory,
                new BuddyApi(transport, token.value(), redactor, userAgent),
                new Failures(where, undertaking, token.origin(), proxy, redactor));
    }

    private static List<Secret> all(ApiToken token, Collection<Secret> secrets, Optional<Proxy> proxy) {
        List<Secret> all = new ArrayList<>(secrets);
        all.add(token.value());
        if (proxy.isPresent() && proxy.get().login().isPresent()) {
            all.add(proxy.get().login().get().password());
        }
        return all;
    }

    /** The pipeline that the POM means; its number is asked for where the POM names it. */
    Pipeline pipeline() throws MojoExecutionException, MojoFailureException {
        return attempt(() -> memory.pipelineNames().find(where.pipeline(), api));
    }

    BuddyApi api() {
        return api;
    }

    /** What this build knows of a pipeline. */
    PipelineMemory memory(Pipeline pipeline) {
        return memory.pipeline(pipeline);
    }

    /** Something that needs an answer of Buddy's. */
    interface Attempt<T> {
        T make()
                throws Refusal, UnusableAnswer, TransportException, Conflict, ListRefused, NoSingleMatch,
                        InterruptedException;
    }

    /** Tries it, and tells Maven why it could not be. */
    <T> T attempt(Attempt<T> attempt) throws MojoExecutionException, MojoFailureException {
        try {
            return attempt.make();
        } catch (Refusal e) {
            throw failures.of(e);
        } catch (UnusableAnswer e) {
            throw failures.of(e);
        } catch (TransportException e) {
            throw failures.of(e);
        } catch (Conflict e) {
            throw failures.of(e);
        } catch (ListRefused e) {
            throw failures.of(e);
        } catch (NoSingleMatch e) {
            throw failures.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failures.of(e);
        }
    }
}
