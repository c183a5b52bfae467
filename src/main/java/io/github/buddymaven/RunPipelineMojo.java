package io.github.buddymaven;

import static io.github.buddymaven.validation.Parameter.named;

import io.github.buddymaven.action.Field;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.RemoteRun;
import io.github.buddymaven.report.Attempt;
import io.github.buddymaven.report.RunReport;
import io.github.buddymaven.run.RunConfig;
import io.github.buddymaven.run.RunRequest;
import io.github.buddymaven.secret.Secret;
import io.github.buddymaven.settings.CredentialsException;
import io.github.buddymaven.settings.ServerCredentials;
import io.github.buddymaven.settings.ServerCredentials.ApiToken;
import io.github.buddymaven.validation.InvalidConfigurationException;
import io.github.buddymaven.validation.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Runs a pipeline of Buddy and waits for the end: shows when each action starts and ends, and fails if the run does not succeed.
 * Runs once a build.
 *
 * <p>A run is started at most once: its comment gets a mark, by which it is found if Buddy's response gets lost. If nobody waits any
 * longer, because of {@code <waitTimeout>}, Ctrl-C or a network that is gone, the run goes on in Buddy.
 *
 * <p>Afterwards the Maven properties {@code buddy.run.id}, {@code buddy.run.htmlUrl} and {@code buddy.run.status} are set for the
 * plugins that follow. {@code <outputFile>} gets the run as JSON: <code>&#123;"run": &#123;"id": 1, "status": "SUCCESSFUL",
 * …&#125;&#125;</code>.
 */
@Mojo(name = "run-pipeline", requiresProject = false, aggregator = true, threadSafe = true)
public class RunPipelineMojo extends AbstractBuddyMojo {
    /**
     * The branch to run. Excludes {@code <tag>} and {@code <pullRequest>}; a pipeline with several branches needs one of the three.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.branch")
    private @Nullable String branch;

    /**
     * The tag of git to run. Excludes {@code <branch>} and {@code <pullRequest>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.tag")
    private @Nullable String tag;

    /**
     * The pull request to run. Excludes {@code <branch>} and {@code <tag>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.pullRequest")
    private @Nullable String pullRequest;

    /**
     * The commit to run, or {@code HEAD}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.revision", defaultValue = "HEAD")
    private String revision;

    /**
     * A comment that Buddy shows beside the run; a mark is added to it.
     *
     * @since 1.0.0
     */
    @Parameter(
            property = "buddy.comment",
            defaultValue = "Maven: ${project.groupId}:${project.artifactId}:${project.version}")
    private @Nullable String comment;

    /**
     * Whether Buddy transfers all files again, and not only those that have changed.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.refresh", defaultValue = "false")
    private String refresh;

    /**
     * Whether Buddy clears the cache of the pipeline first.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.clearCache", defaultValue = "false")
    private String clearCache;

    /**
     * {@code LOW}, {@code NORMAL} or {@code HIGH}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.priority")
    private @Nullable String priority;

    /**
     * The variables of the run, each with a {@code <key>}, and a {@code <value>} or a {@code <serverId>}: the {@code <password>} of
     * that {@code <server>} of settings.xml is sent encrypted.
     *
     * @since 1.0.0
     */
    @Parameter
    protected @Nullable List<Variable> variables;

    /**
     * {@code false}: starts the run, prints its address, and does not wait.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.wait", defaultValue = "true")
    private String wait;

    /**
     * How many seconds to wait for the end of the run; 1 or more. After that, the build fails and the run goes on.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.waitTimeout", defaultValue = "3600")
    private String waitTimeout;

    /**
     * {@code true}: shows the request, with secrets as {@code ****}, and starts nothing.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.dryRun", defaultValue = "false")
    private String dryRun;

    private Optional<RemoteRun> started = Optional.empty();

    /** Maven calls this. */
    @Inject
    public RunPipelineMojo(MavenBuild build) {
        super(build);
    }

    @Override
    Map<String, Optional<String>> failedProperties() {
        return RunReport.failedProperties(started);
    }

    @Override
    void run()
            throws InvalidConfigurationException, CredentialsException, MojoExecutionException, MojoFailureException {
        Problems problems = new Problems(false);
        boolean dry = flag("dryRun", build.safetySwitch("dryRun", dryRun), problems);
        boolean waiting = flag("wait", wait, problems);
        Duration timeout = seconds("waitTimeout", waitTimeout, 1, problems);
        Optional<ConnectionConfig> valid = validateConnection(problems);
        RunRequest request = config().validate(problems);
        throwIfInvalid(problems);

        ConnectionConfig config = valid.orElseThrow();
        if (dry) {
            getLog().info(RunReport.request(config.pipeline(), request.payload(Map.of())));
            return;
        }
        throwIfOffline(config, "-Dbuddy.skip or -Dbuddy.dryRun");
        ServerCredentials credentials = build.credentials();
        Optional<ApiToken> token = credentials.token(config.serverId());
        Map<String, Secret> secrets = secrets(request.variables().secretReferences(), credentials);
        credentials.throwIfMissing();
        Attempt attempt = Attempt.toRun(config.pipeline());
        BuddyConnection buddy = connect(config, attempt, token.orElseThrow(), secrets.values());
        setProperties(RunReport.noProperties());
        Pipeline pipeline = buddy.findPipeline();
        RemoteRun run = buddy.call(
                ShutdownNote.during(() -> buddy.runStarter(pipeline).start(request.payload(secrets)), attempt.doubt()));
        started = Optional.of(run);
        setProperties(RunReport.properties(run));
        RunReport report = new RunReport(pipeline, build.cache().clock());
        getLog().info(report.started(run));
        if (waiting) {
            waitForEnd(run, timeout, report, pipeline, buddy);
        } else {
            write(() -> RunReport.json(run));
        }
    }

    private void waitForEnd(RemoteRun run, Duration timeout, RunReport report, Pipeline pipeline, BuddyConnection buddy)
            throws MojoExecutionException, MojoFailureException {
        BuddyConnection.Call<RemoteRun> watch =
                () -> buddy.runWatcher(pipeline).watch(run, timeout, seen -> info(report.progress(seen)));
        String note = RunReport.goesOn(run, pipeline) + ".";
        RemoteRun last = buddy.attempting(Attempt.toWait(run, pipeline)).call(ShutdownNote.during(watch, note));
        setProperties(RunReport.properties(last));
        write(() -> RunReport.json(last));
        if (!last.isOver()) {
            throw new MojoFailureException(report.timeout(last, timeout));
        }
        getLog().info(report.end(last));
        if (!last.isSuccessful()) {
            throw new MojoFailureException(report.failure(last));
        }
    }

    private RunConfig config() {
        return new RunConfig(
                named("branch", branch),
                named("tag", tag),
                named("pullRequest", pullRequest),
                named("revision", revision),
                named("comment", comment),
                named("refresh", refresh),
                named("clearCache", clearCache),
                named("priority", priority),
                new PushActionConfigReader(build).read().items(Field.VARIABLES));
    }
}
