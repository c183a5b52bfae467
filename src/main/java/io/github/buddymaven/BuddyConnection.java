package io.github.buddymaven;

import io.github.buddymaven.api.BuddyClient;
import io.github.buddymaven.api.BuddyException;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.Project;
import io.github.buddymaven.api.UnreachableException;
import io.github.buddymaven.http.Proxy;
import io.github.buddymaven.http.RateLimitingTransport;
import io.github.buddymaven.http.RetryingTransport;
import io.github.buddymaven.http.Transport;
import io.github.buddymaven.reconcile.Deleter;
import io.github.buddymaven.reconcile.Reconciler;
import io.github.buddymaven.report.Attempt;
import io.github.buddymaven.report.ErrorMessages;
import io.github.buddymaven.report.PushReport;
import io.github.buddymaven.report.TransportMessages;
import io.github.buddymaven.run.RunStarter;
import io.github.buddymaven.run.RunWatcher;
import io.github.buddymaven.secret.Redactor;
import io.github.buddymaven.secret.Secret;
import io.github.buddymaven.settings.CredentialsException;
import io.github.buddymaven.settings.MavenProxies;
import io.github.buddymaven.settings.ServerCredentials.ApiToken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Buddy's API for one goal, with its token and through its proxy; failures become Maven's exceptions here. */
final class BuddyConnection {
    private final ConnectionConfig config;
    private final BuildCache cache;
    private final BuddyClient client;
    private final BuddyClient clientWithoutRetries;
    private final Redactor redactor;
    private final ErrorMessages messages;

    private BuddyConnection(
            ConnectionConfig config,
            BuildCache cache,
            BuddyClient client,
            BuddyClient clientWithoutRetries,
            Redactor redactor,
            ErrorMessages messages) {
        this.config = config;
        this.cache = cache;
        this.client = client;
        this.clientWithoutRetries = clientWithoutRetries;
        this.redactor = redactor;
        this.messages = messages;
    }

    /**
     * Prepares a connection; nothing is sent yet.
     *
     * @param attempt what the goal tries to do, for the messages of failures
     * @param secrets what must not be in any text, besides the token and the proxy's password
     * @param info logs that the goal waits
     */
    static BuddyConnection prepare(
            MavenBuild build,
            ConnectionConfig config,
            Attempt attempt,
            ApiToken token,
            Collection<Secret> secrets,
            Consumer<String> info)
            throws CredentialsException {
        Project project = config.pipeline().project();
        MavenProxies proxies = build.proxies();
        Optional<Proxy> proxy = proxies.find(project.uri());
        List<Secret> others = new ArrayList<>(secrets);
        if (proxy.isPresent() && proxy.get().login().isPresent()) {
            others.add(proxy.get().login().get().password());
        }
        Redactor redactor = Redactor.of(token.value(), others);
        BuildCache cache = build.cache();
        Transport direct = cache.transport(config.timeouts(), proxy);
        RateLimitingTransport transport = new RateLimitingTransport(
                new RetryingTransport(direct, cache.clock(), cache.sleeper()),
                config.rateLimitWait(),
                cache.clock(),
                cache.sleeper(),
                wait -> info.accept(PushReport.waiting(wait)));
        TransportMessages transportMessages =
                new TransportMessages(project.api(), config.timeouts(), proxy, proxies.hint(project.uri()));
        return new BuddyConnection(
                config,
                cache,
                new BuddyClient(transport, token.value(), redactor, build.userAgent()),
                new BuddyClient(direct, token.value(), redactor, build.userAgent()),
                redactor,
                new ErrorMessages(attempt, config.pipeline(), token.origin(), transportMessages, redactor::redact));
    }

    BuddyClient client() {
        return client;
    }

    /** Returns the pipeline that the POM means; asks Buddy for its number if the POM has its name. */
    Pipeline findPipeline() throws MojoExecutionException, MojoFailureException {
        // with its number in the POM nothing is sent, so this does not show that the service answers
        return failReadably(() -> cache.names().pipeline(config.pipeline(), client));
    }

    Reconciler reconciler(Pipeline pipeline) {
        return new Reconciler(client, pipeline, cache.state(pipeline), cache.clock(), cache.sleeper());
    }

    Deleter deleter(Pipeline pipeline) {
        return new Deleter(client, pipeline, cache.state(pipeline), cache.sleeper());
    }

    RunStarter runStarter(Pipeline pipeline) {
        return new RunStarter(client, pipeline, cache.sleeper());
    }

    RunWatcher runWatcher(Pipeline pipeline) {
        return new RunWatcher(clientWithoutRetries, pipeline, cache.clock(), cache.sleeper());
    }

    /** Returns the same connection for something else that is tried. */
    BuddyConnection attempting(Attempt other) {
        return new BuddyConnection(config, cache, client, clientWithoutRetries, redactor, messages.of(other));
    }

    /** Something that needs Buddy. */
    interface Call<T> {
        T call() throws BuddyException, InterruptedException;
    }

    /** Does the work of the goal with Buddy, and tells Maven why that failed if it did. */
    <T> T call(Call<T> call) throws MojoExecutionException, MojoFailureException {
        T result = failReadably(call);
        health().answered();
        return result;
    }

    private ServiceHealth health() {
        return cache.health(config.pipeline().project().api().toString());
    }

    private <T> T failReadably(Call<T> call) throws MojoExecutionException, MojoFailureException {
        ServiceHealth health = health();
        Optional<String> reasonNotToTry = health.reasonNotToTry();
        if (reasonNotToTry.isPresent()) {
            throw new MojoExecutionException(messages.notTried(reasonNotToTry.get()));
        }
        try {
            return call.call();
        } catch (BuddyException failure) {
            if (failure instanceof UnreachableException unreachable && unreachable.isTimeout()) {
                health.timedOut(messages.cause(unreachable));
            } else {
                health.answered();
            }
            String message = messages.message(failure);
            if (failure.isUserError()) {
                throw new MojoFailureException(message, causeOf(failure, message));
            }
            throw new MojoExecutionException(message, causeOf(failure, message));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException(messages.interrupted(), causeOf(e, messages.interrupted()));
        }
    }

    /** Maven adds to a message what its cause says beyond it, so only what Java or the network said stays as it is. */
    private Throwable causeOf(Throwable failure, String message) {
        Throwable root = rootOf(failure);
        boolean tellsMore = !isOwn(root)
                && !(root instanceof InterruptedException)
                && !(failure instanceof UnreachableException unreachable
                        && !unreachable.failure().isExplainedByCause());
        return tellsMore ? redactor.redact(root) : Redactor.withMessage(message, root);
    }

    /** Returns what the network or Java said, without our own wrappers, whose messages Maven would add to the text. */
    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && isOwn(cause)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean isOwn(Throwable throwable) {
        return throwable.getClass().getName().startsWith("io.github.buddymaven");
    }
}
