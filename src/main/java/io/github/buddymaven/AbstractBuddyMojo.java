package io.github.buddymaven;

import static io.github.buddymaven.validation.Parameter.named;

import io.github.buddymaven.action.SecretReference;
import io.github.buddymaven.api.PipelineRef;
import io.github.buddymaven.api.Project;
import io.github.buddymaven.http.Timeouts;
import io.github.buddymaven.report.Attempt;
import io.github.buddymaven.report.ErrorMessages;
import io.github.buddymaven.report.OutputFile;
import io.github.buddymaven.report.ResultJson;
import io.github.buddymaven.secret.Secret;
import io.github.buddymaven.settings.CredentialsException;
import io.github.buddymaven.settings.ServerCredentials;
import io.github.buddymaven.settings.ServerCredentials.ApiToken;
import io.github.buddymaven.validation.InvalidConfigurationException;
import io.github.buddymaven.validation.ParameterChecks;
import io.github.buddymaven.validation.Problems;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that needs a pipeline of Buddy: which one, and how it is reached. */
abstract class AbstractBuddyMojo extends AbstractMojo {
    /** What Maven knows of this build. */
    final MavenBuild build;

    /**
     * The base URL of Buddy's API, with https; http is only allowed to this machine. Buddy's own are {@code
     * https://api.buddy.works} (US), {@code https://api.eu.buddy.works} (EU) and {@code https://api.asia.buddy.works} (Asia). A
     * path is kept, as your own server needs it: {@code https://buddy.example.com/api}. A user name, a query and a fragment are
     * refused.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.apiUrl", defaultValue = "https://api.buddy.works")
    private String apiUrl;

    /**
     * Required. The workspace, by its name in addresses: {@code app.buddy.works/WORKSPACE/…}. In a run of Buddy you may leave it
     * out: the environment variable {@code BUDDY_WORKSPACE_DOMAIN} has it.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.workspace")
    private @Nullable String workspace;

    /**
     * Required. The project, by its name in addresses: {@code app.buddy.works/…/PROJECT/…}. In a run of Buddy you may leave it
     * out: the environment variable {@code BUDDY_PROJECT_NAME} has it.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.projectName")
    private @Nullable String projectName;

    /**
     * Required, unless {@code <pipelineName>} is configured. The number of the pipeline, from its address; 1 or more.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.pipelineId")
    private @Nullable String pipelineId;

    /**
     * Required, unless {@code <pipelineId>} is configured. The name of the pipeline; exactly one pipeline of the project must have
     * it. It is looked up once a build.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.pipelineName")
    private @Nullable String pipelineName;

    /**
     * The id of the {@code <server>} in settings.xml whose {@code <password>} is the API token. If settings.xml has no such
     * server, the environment variable {@code BUDDY_TOKEN} is used.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.serverId", defaultValue = "buddy")
    private String serverId;

    /**
     * How many seconds a connection may take; 1 or more.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.connectTimeout", defaultValue = "10")
    private String connectTimeout;

    /**
     * How many seconds one whole exchange may take, from sending the request to the last byte of the response; 1 or more.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.requestTimeout", defaultValue = "60")
    private String requestTimeout;

    /**
     * How many seconds the goal may wait for Buddy's rate limit in all; 0 or more.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.rateLimitWait", defaultValue = "60")
    private String rateLimitWait;

    /**
     * Skips the goal, which then says so in one line.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.skip", defaultValue = "false")
    private String skip;

    /**
     * A file that gets the result, without secrets; relative to the project's directory. It is replaced in one step. A file that
     * this plugin has not written is refused.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.outputFile")
    private @Nullable File outputFile;

    /**
     * {@code false}: if Buddy or the network fails, that is a warning, the outcome is {@code failed}, and the build goes on. A wrong
     * configuration, missing credentials and what Buddy refuses (4xx) fail all the same.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.failOnServiceError", defaultValue = "true")
    private String failOnServiceError;

    private Optional<OutputFile> validOutputFile = Optional.empty();
    private boolean written;

    AbstractBuddyMojo(MavenBuild build) {
        this.build = build;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (build.safetySwitch("skip", skip).trim().equals("true")) {
            getLog().info("Skipped: <skip> (buddy.skip) is true.");
            return;
        }
        if (!build.isOffline()) {
            WarmUp.start(apiUrl);
        }
        try {
            run();
        } catch (InvalidConfigurationException | CredentialsException e) {
            reportFailure(e);
            throw new MojoFailureException(e.getMessage());
        } catch (MojoFailureException e) {
            reportFailure(e);
            throw e;
        } catch (MojoExecutionException e) {
            reportFailure(e);
            boolean interrupted = Thread.currentThread().isInterrupted(); // the whole build, and not only this goal
            if (interrupted || !failOnServiceError.trim().equals("false")) {
                throw e;
            }
            setProperties(failedProperties());
            getLog().warn(e.getMessage());
        }
    }

    /** Returns the properties that say that the service has failed, for the plugins that follow. */
    Map<String, Optional<String>> failedProperties() {
        return Map.of();
    }

    /**
     * Writes that the goal has failed, so that no script takes the result of an earlier run for that of this one. If the file cannot
     * be written either, the failure itself remains the news.
     */
    private void reportFailure(Exception failure) {
        if (written) {
            return;
        }
        try {
            write(() -> ResultJson.ofFailure(String.valueOf(failure.getMessage())));
        } catch (MojoFailureException unwritable) {
            if (!String.valueOf(unwritable.getMessage()).equals(failure.getMessage())) {
                getLog().warn(unwritable.getMessage());
            }
        }
    }

    /** Validates the configuration, and then does what the goal is for. */
    abstract void run()
            throws InvalidConfigurationException, CredentialsException, MojoExecutionException, MojoFailureException;

    /** Validates which pipeline is meant and how it is reached. */
    final Optional<ConnectionConfig> validateConnection(Problems problems) {
        ParameterNames.check(build, problems);
        ParameterExpressions.check(build, problems);
        ParameterTokens.check(build, serverId, problems);
        flag("skip", build.safetySwitch("skip", skip), problems);
        flag("failOnServiceError", failOnServiceError, problems);
        Optional<Project> project = Project.validate(
                apiUrl,
                build.orEnvironment(workspace, "BUDDY_WORKSPACE_DOMAIN"),
                build.orEnvironment(projectName, "BUDDY_PROJECT_NAME"),
                problems);
        Optional<PipelineRef> pipeline = PipelineRef.validate(project, pipelineId, pipelineName, problems);
        Timeouts timeouts = new Timeouts(
                seconds("connectTimeout", connectTimeout, 1, problems),
                seconds("requestTimeout", requestTimeout, 1, problems));
        Duration wait = seconds("rateLimitWait", rateLimitWait, 0, problems);
        ParameterChecks.required(named("serverId", serverId), "Name a <server> of settings.xml.", problems);
        return pipeline.isEmpty()
                ? Optional.empty()
                : Optional.of(new ConnectionConfig(pipeline.get(), timeouts, wait, serverId));
    }

    static Duration seconds(String name, String value, int least, Problems problems) {
        return Duration.ofSeconds(
                ParameterChecks.wholeNumber(named(name, value), least, "Write the time in seconds.", problems)
                        .orElse(least));
    }

    /** Returns whether a flag is true; reports it if it is neither true nor false. */
    static boolean flag(String name, String value, Problems problems) {
        return ParameterChecks.flag(named(name, value), problems).orElse(false);
    }

    /** Ends the validation with the file for the result: fails with all problems, or logs the warnings. */
    final void throwIfInvalid(Problems problems) throws InvalidConfigurationException {
        validOutputFile = OutputFile.validate(build.commandLineOr("outputFile", outputFile), problems);
        problems.throwIfInvalid();
        warn(problems.warnings());
    }

    final void throwIfOffline(ConnectionConfig config, String otherWay) throws MojoFailureException {
        if (build.isOffline()) {
            throw new MojoFailureException(ErrorMessages.offline(config.pipeline(), otherWay));
        }
    }

    /** Prepares the connection of a goal that needs no secret but the token. */
    final BuddyConnection connect(ConnectionConfig config, Attempt attempt)
            throws CredentialsException, MojoFailureException {
        throwIfOffline(config, "-Dbuddy.skip");
        ServerCredentials credentials = build.credentials();
        Optional<ApiToken> token = credentials.token(config.serverId());
        credentials.throwIfMissing();
        return connect(config, attempt, token.orElseThrow(), List.of());
    }

    /** Finds the secrets of variables, by the ids of their servers. */
    static Map<String, Secret> secrets(Collection<SecretReference> references, ServerCredentials credentials) {
        Map<String, Secret> secrets = new HashMap<>();
        for (SecretReference reference : references) {
            credentials
                    .secret(reference.serverId(), reference.description())
                    .ifPresent(secret -> secrets.put(reference.serverId(), secret));
        }
        return secrets;
    }

    final BuddyConnection connect(ConnectionConfig config, Attempt attempt, ApiToken token, Collection<Secret> secrets)
            throws CredentialsException {
        return BuddyConnection.prepare(build, config, attempt, token, secrets, getLog()::info);
    }

    /** Sets Maven properties for later plugins; removes those that are empty, which an earlier execution may have set. */
    final void setProperties(Map<String, Optional<String>> properties) {
        Properties ofProject = build.project().getProperties();
        for (Map.Entry<String, Optional<String>> property : properties.entrySet()) {
            ofProject.remove(property.getKey());
            if (property.getValue().isPresent()) {
                ofProject.setProperty(property.getKey(), property.getValue().get());
            }
        }
    }

    final void info(List<String> lines) {
        for (String line : lines) {
            getLog().info(line);
        }
    }

    final void warn(List<String> lines) {
        for (String line : lines) {
            getLog().warn(line);
        }
    }

    /** Writes the result, if there is a file for it. */
    final void write(Supplier<String> text) throws MojoFailureException {
        if (validOutputFile.isPresent()) {
            try {
                validOutputFile.get().write(text.get());
                written = true;
            } catch (IOException e) {
                throw new MojoFailureException(validOutputFile.get().message(), e);
            }
        }
    }
}
