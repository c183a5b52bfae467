package io.github.buddymaven;

import io.github.buddymaven.api.PipelineRef;
import io.github.buddymaven.api.Project;
import io.github.buddymaven.check.Element;
import io.github.buddymaven.check.Flag;
import io.github.buddymaven.check.InvalidConfiguration;
import io.github.buddymaven.check.Problems;
import io.github.buddymaven.check.Texts;
import io.github.buddymaven.check.WholeNumber;
import io.github.buddymaven.http.Timeouts;
import io.github.buddymaven.secret.Secret;
import io.github.buddymaven.settings.CredentialsProblem;
import java.io.File;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that reaches a pipeline of Buddy: where that is, and how it is reached. */
abstract class BuddyMojo extends AbstractMojo {
    private static final Pattern UNSET = Pattern.compile("\\$\\{[^{}]*}");

    /** What Maven knows of this build. */
    final Build build;

    /**
     * The base URL of Buddy's API, with https; http is allowed to this machine alone. A path in it is kept:
     * {@code https://buddy.example.com/api}. Buddy's own are {@code https://api.buddy.works} (US),
     * {@code https://api.eu.buddy.works} (EU) and {@code https://api.asia.buddy.works} (Asia).
     */
    @Parameter(property = "buddy.apiUrl", defaultValue = "https://api.buddy.works")
    private String apiUrl;

    /**
     * The workspace, as its name stands in addresses: {@code app.buddy.works/WORKSPACE/…}. Required; in a run of Buddy it is
     * that run's, from the environment variable {@code BUDDY_WORKSPACE_DOMAIN}.
     */
    @Parameter(property = "buddy.workspace")
    private @Nullable String workspace;

    /**
     * The project, as its name stands in addresses: {@code app.buddy.works/…/PROJECT/…}. Required; in a run of Buddy it is
     * that run's, from the environment variable {@code BUDDY_PROJECT_NAME}.
     */
    @Parameter(property = "buddy.projectName")
    private @Nullable String projectName;

    /**
     * The number of the pipeline, a positive integer, as it stands in the pipeline's address. It or {@code <pipelineName>} is
     * required.
     */
    @Parameter(property = "buddy.pipelineId")
    private @Nullable String pipelineId;

    /**
     * The name of the pipeline, instead of {@code <pipelineId>}. The project must have exactly one pipeline of this name; it
     * is looked up once a build.
     */
    @Parameter(property = "buddy.pipelineName")
    private @Nullable String pipelineName;

    /**
     * The id of the {@code <server>} in settings.xml whose {@code <password>} is the API token. Where settings.xml has
     * no such server, the environment variable {@code BUDDY_TOKEN} is asked.
     */
    @Parameter(property = "buddy.serverId", defaultValue = "buddy")
    private String serverId;

    /** Seconds that making a connection may take; positive. */
    @Parameter(property = "buddy.connectTimeout", defaultValue = "10")
    private String connectTimeout;

    /** Seconds that one whole exchange may take, from sending to the last byte of the answer; positive. */
    @Parameter(property = "buddy.requestTimeout", defaultValue = "60")
    private String requestTimeout;

    /** Seconds that the goal may spend in all waiting for Buddy's limit of requests; zero or more. */
    @Parameter(property = "buddy.rateLimitWait", defaultValue = "60")
    private String rateLimitWait;

    /** Does nothing, and says so in one line. */
    @Parameter(property = "buddy.skip", defaultValue = "false")
    private String skip;

    /**
     * A file that gets what the goal brought, without secrets; written whole or not at all. Relative to the project's
     * directory.
     */
    @Parameter(property = "buddy.outputFile")
    private @Nullable File outputFile;

    BuddyMojo(Build build) {
        this.build = build;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (Flag.isTrue(Element.of("skip", skip))) {
            getLog().info("Skipped: <skip> (buddy.skip) is true.");
            return;
        }
        if (!build.isOffline()) {
            Rehearsal.begin(apiUrl);
        }
        try {
            run(new WrittenConfiguration(build));
        } catch (InvalidConfiguration e) {
            throw Failures.of(e);
        } catch (CredentialsProblem e) {
            throw Failures.of(e);
        }
    }

    /**
     * Checks the whole configuration, and then does what the goal is for.
     *
     * @param written the configuration as the POM has it
     */
    abstract void run(WrittenConfiguration written)
            throws InvalidConfiguration, CredentialsProblem, MojoExecutionException, MojoFailureException;

    /** Where the pipeline is; reports what is wrong with that. */
    final Optional<Where> where(WrittenConfiguration written, Problems problems) {
        written.refuseSecrets(problems);
        flag("skip", skip, written, problems);
        Optional<PipelineRef> pipeline = PipelineRef.check(
                project(written, problems),
                written.text("pipelineId", pipelineId),
                written.text("pipelineName", pipelineName),
                problems);
        Timeouts limits = new Timeouts(
                seconds("connectTimeout", written.text("connectTimeout", connectTimeout), 1, problems),
                seconds("requestTimeout", written.text("requestTimeout", requestTimeout), 1, problems));
        Duration patience = seconds("rateLimitWait", written.text("rateLimitWait", rateLimitWait), 0, problems);
        Element server = Element.of("serverId", written.text("serverId", serverId));
        Texts.required(server, "name a <server> of settings.xml.", problems);
        return pipeline.map(
                known -> new Where(known, limits, patience, server.value().orElse("")));
    }

    private Optional<Project> project(WrittenConfiguration written, Problems problems) {
        return Project.check(
                written.text("apiUrl", apiUrl),
                build.orEnvironment(written.text("workspace", workspace), "BUDDY_WORKSPACE_DOMAIN"),
                build.orEnvironment(written.text("projectName", projectName), "BUDDY_PROJECT_NAME"),
                problems);
    }

    private static Duration seconds(String parameter, @Nullable String value, int least, Problems problems) {
        Element element = Element.of(parameter, value);
        return Duration.ofSeconds(WholeNumber.read(element, least, "write the time in seconds.", problems)
                .orElse(least));
    }

    /** Whether a parameter is true; reports it where it is neither that nor false. */
    static boolean flag(String parameter, @Nullable String value, WrittenConfiguration written, Problems problems) {
        String text = written.text(parameter, value);
        boolean unset =
                text != null && UNSET.matcher(text).matches(); // a property that may be there or not, as in many POMs
        return Flag.read(Element.of(parameter, unset ? value : text), problems).orElse(false);
    }

    final Optional<OutputFile> outputFile(Problems problems) {
        return OutputFile.check(outputFile, problems);
    }

    /** The same for a goal that somebody calls to see something: the file of the command line first. */
    final Optional<OutputFile> askedOutputFile(Problems problems) {
        return OutputFile.check(build.askedFile("buddy.outputFile").orElse(outputFile), problems);
    }

    /** Ends the check of the configuration. */
    final void refuse(Problems problems) throws InvalidConfiguration {
        problems.refuse();
        problems.warnings().forEach(getLog()::warn);
    }

    /** The way to Buddy, for a goal that only reads. */
    final Access reach(Where where, Undertaking undertaking) throws CredentialsProblem, MojoFailureException {
        if (build.isOffline()) {
            throw Failures.offline(where.pipeline(), "");
        }
        return access(where, undertaking, List.of());
    }

    /**
     * The way to Buddy, with the credentials for it.
     *
     * @param secrets what must not stand in any text, besides the token
     */
    final Access access(Where where, Undertaking undertaking, Collection<Secret> secrets) throws CredentialsProblem {
        return Access.of(
                where, undertaking, build.wallet(), secrets, build.memory(), build.userAgent(), wait -> getLog().info(
                                Report.waiting(wait)));
    }
}
