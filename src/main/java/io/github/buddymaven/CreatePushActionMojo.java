package io.github.buddymaven;

import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.action.PushActionDraft;
import io.github.buddymaven.action.RegistryLogin;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.check.Element;
import io.github.buddymaven.check.InvalidConfiguration;
import io.github.buddymaven.check.Problems;
import io.github.buddymaven.check.Texts;
import io.github.buddymaven.check.WholeNumber;
import io.github.buddymaven.converge.IfExists;
import io.github.buddymaven.converge.Plan;
import io.github.buddymaven.converge.Result;
import io.github.buddymaven.http.TimeLimits;
import io.github.buddymaven.settings.CredentialsProblem;
import java.io.File;
import java.time.Duration;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.rtinfo.RuntimeInformation;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that a pipeline of Buddy has a "Push Docker Image" action, as the POM describes it: the first run creates the
 * action, later runs leave it alone, or change what differs.
 *
 * <p>The whole configuration is checked before anything is sent, and everything that is wrong with it is reported at
 * once. The token and the login of a private registry come from settings.xml; there is no parameter for a secret, since
 * {@code mvn -X} prints every parameter.
 *
 * <p>A field of Buddy's JSON is the parameter of the same name in camel case: {@code docker_image_tag} is
 * {@code <dockerImageTag>}, or {@code -Dbuddy.dockerImageTag}. What is not configured is not sent. Buddy's variables,
 * such as {@code $BUDDY_EXECUTION_TAG}, reach Buddy as they are written.
 *
 * <p>Afterwards the Maven properties {@code buddy.action.id}, {@code buddy.action.url}, {@code buddy.action.htmlUrl} and
 * {@code buddy.action.outcome} are set for the plugins that follow.
 */
@Mojo(name = "create-push-action", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public class CreatePushActionMojo extends AbstractMojo {
    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;
    private final SettingsDecrypter decrypter;
    private final RuntimeInformation maven;

    /**
     * The base URL of Buddy's API, with https; http is allowed to this machine alone. A path in it is kept:
     * {@code https://buddy.example.com/api}. Buddy's own are {@code https://api.buddy.works} (US),
     * {@code https://api.eu.buddy.works} (EU) and {@code https://api.asia.buddy.works} (Asia).
     */
    @Parameter(property = "buddy.apiUrl", defaultValue = "https://api.buddy.works")
    private String apiUrl;

    /** The workspace, as its name stands in addresses: {@code app.buddy.works/WORKSPACE/…}. Required. */
    @Parameter(property = "buddy.workspace")
    private @Nullable String workspace;

    /** The project, as its name stands in addresses: {@code app.buddy.works/…/PROJECT/…}. Required. */
    @Parameter(property = "buddy.projectName")
    private @Nullable String projectName;

    /**
     * The number of the pipeline, a positive integer, as it stands in the pipeline's address. Required.
     */
    @Parameter(property = "buddy.pipelineId")
    private @Nullable String pipelineId;

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

    /** The name of the action. Required. */
    @Parameter(property = "buddy.name")
    private @Nullable String name;

    /**
     * When the action runs: {@code ON_EVERY_EXECUTION}, {@code ON_SUCCESS}, {@code ON_FAILURE},
     * {@code ON_BACK_TO_SUCCESS}, {@code ON_WARNING}, {@code ON_WAIT_FOR_APPROVE} or {@code ON_TERMINATE}.
     */
    @Parameter(property = "buddy.triggerTime", defaultValue = "ON_EVERY_EXECUTION")
    private String triggerTime;

    /**
     * The tag under which the image is pushed: letters, digits, {@code _}, {@code .} and {@code -}, at most 128, no
     * {@code .} or {@code -} at the start; or a text with a variable of Buddy, such as {@code $BUDDY_EXECUTION_TAG}.
     */
    @Parameter(property = "buddy.dockerImageTag")
    private @Nullable String dockerImageTag;

    /** The image's repository at the registry, such as {@code my-team/my-app}, without scheme, tag or digest. */
    @Parameter(property = "buddy.repository")
    private @Nullable String repository;

    /**
     * The host of the registry, without scheme or path: one of {@code gcr.io}, {@code us.gcr.io}, {@code eu.gcr.io},
     * {@code asia.gcr.io} and {@code LOCATION-docker.pkg.dev} with an {@code <integration>}, or the host of a private
     * registry with a {@code <registryServerId>}.
     */
    @Parameter(property = "buddy.registry")
    private @Nullable String registry;

    /** The AWS region of an Amazon ECR, such as {@code us-east-1}; needs an {@code <integration>}. */
    @Parameter(property = "buddy.region")
    private @Nullable String region;

    /**
     * The integration of the workspace with Docker Hub, Amazon ECR or Google, by its hash,
     * {@code <integration>HASH</integration>}, or by its identifier,
     * {@code <integration><identifier>ID</identifier></integration>}. Excludes {@code <registryServerId>}.
     */
    @Parameter(property = "buddy.integration")
    private @Nullable Integration integration;

    /**
     * The id of the action that built the image; {@code 0} is the previous action of the pipeline. Excludes
     * {@code <dockerBuildActionName>}.
     */
    @Parameter(property = "buddy.dockerBuildActionId")
    private @Nullable String dockerBuildActionId;

    /** The name of the action that built the image. Excludes {@code <dockerBuildActionId>}. */
    @Parameter(property = "buddy.dockerBuildActionName")
    private @Nullable String dockerBuildActionName;

    /**
     * The id of the {@code <server>} in settings.xml with the {@code <username>} and {@code <password>} of a private
     * registry. Excludes {@code <integration>}.
     */
    @Parameter(property = "buddy.registryServerId")
    private @Nullable String registryServerId;

    /** Does nothing, and says so in one line. */
    @Parameter(property = "buddy.skip", defaultValue = "false")
    private boolean skip;

    /**
     * Changes nothing, and shows what would be done: the action's real state, where a token and a network are at hand, and
     * the request, secrets as {@code ****}.
     */
    @Parameter(property = "buddy.dryRun", defaultValue = "false")
    private boolean dryRun;

    /**
     * What to do where the pipeline has an action of this name: {@code update} it with what differs, keeping its id;
     * {@code skip} it; {@code fail}; or {@code create} another without looking.
     */
    @Parameter(property = "buddy.ifExists", defaultValue = "update")
    private String ifExists;

    /** With {@code dryRun}: fails the build where something would change, or where nobody could look. */
    @Parameter(property = "buddy.failOnChange", defaultValue = "false")
    private boolean failOnChange;

    /** Seconds that the goal may spend in all waiting for Buddy's limit of requests; zero or more. */
    @Parameter(property = "buddy.rateLimitWait", defaultValue = "60")
    private String rateLimitWait;

    /**
     * A file that gets the outcome, the differences and the action as JSON, without secrets; written whole or not at all.
     * Relative to the project's directory.
     */
    @Parameter(property = "buddy.outputFile")
    private @Nullable File outputFile;

    /**
     * Turns the rules about values that Buddy may have relaxed meanwhile into warnings, and sends the values as they are
     * written.
     */
    @Parameter(property = "buddy.lenient", defaultValue = "false")
    private boolean lenient;

    /** Maven calls this. */
    @Inject
    public CreatePushActionMojo(
            MavenSession session,
            MavenProject project,
            MojoExecution execution,
            SettingsDecrypter decrypter,
            RuntimeInformation maven) {
        this.session = session;
        this.project = project;
        this.execution = execution;
        this.decrypter = decrypter;
        this.maven = maven;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped: <skip> (buddy.skip) is true.");
            return;
        }
        try {
            Order order = order();
            OutputFile.clear(order.outputFile());
            if (dryRun) {
                show(order);
            } else {
                deliver(order);
            }
        } catch (InvalidConfiguration e) {
            throw Failures.of(e);
        } catch (CredentialsProblem e) {
            throw Failures.of(e);
        }
    }

    private Order order() throws InvalidConfiguration {
        Problems problems = new Problems(lenient);
        WrittenConfiguration written = new WrittenConfiguration(session, project, execution);
        written.refuseSecrets(problems);
        Optional<Pipeline> pipeline = pipeline(written, problems);
        TimeLimits limits = new TimeLimits(
                seconds("connectTimeout", written.text("connectTimeout", connectTimeout), 1, problems),
                seconds("requestTimeout", written.text("requestTimeout", requestTimeout), 1, problems));
        Optional<IfExists> choice =
                IfExists.check(Element.of("ifExists", written.text("ifExists", ifExists)), problems);
        Duration patience = seconds("rateLimitWait", written.text("rateLimitWait", rateLimitWait), 0, problems);
        Element server = Element.of("serverId", written.text("serverId", serverId));
        Texts.required(server, "name a <server> of settings.xml.", problems);
        Optional<PushAction> action = draft(written).check(problems);
        Optional<OutputFile> file = OutputFile.check(outputFile, problems);
        problems.refuse();
        problems.warnings().forEach(getLog()::warn);
        return new Order(
                pipeline.orElseThrow(),
                action.orElseThrow(),
                choice.orElseThrow(),
                limits,
                patience,
                server.value().orElseThrow(),
                Optional.ofNullable(written.text("registryServerId", registryServerId)),
                file);
    }

    private Optional<Pipeline> pipeline(WrittenConfiguration written, Problems problems) {
        return Pipeline.check(
                written.text("apiUrl", apiUrl),
                written.text("workspace", workspace),
                written.text("projectName", projectName),
                written.text("pipelineId", pipelineId),
                problems);
    }

    private static Duration seconds(String parameter, @Nullable String value, int least, Problems problems) {
        Element element = Element.of(parameter, value);
        return Duration.ofSeconds(WholeNumber.read(element, least, "write the time in seconds.", problems)
                .orElse(least));
    }

    private PushActionDraft draft(WrittenConfiguration written) {
        PushActionDraft draft = new PushActionDraft()
                .text(Field.NAME, written.text("name", name))
                .text(Field.TRIGGER_TIME, written.configured("triggerTime", triggerTime))
                .text(Field.DOCKER_IMAGE_TAG, written.text("dockerImageTag", dockerImageTag))
                .text(Field.REPOSITORY, written.text("repository", repository))
                .text(Field.REGISTRY, written.text("registry", registry))
                .text(Field.REGION, written.text("region", region))
                .text(Field.DOCKER_BUILD_ACTION_ID, written.text("dockerBuildActionId", dockerBuildActionId))
                .text(Field.DOCKER_BUILD_ACTION_NAME, written.text("dockerBuildActionName", dockerBuildActionName))
                .registryServerId(written.text("registryServerId", registryServerId));
        Integration byMaven = integration == null ? new Integration() : integration;
        String hash = written.text("integration", byMaven.hashId());
        return draft.integration(
                written.text("integration", "hashId", hash),
                written.text("integration", "identifier", byMaven.identifier()));
    }

    private void show(Order order) throws MojoExecutionException, MojoFailureException {
        Optional<Plan> plan = Optional.empty();
        PushAction action = order.action().with(order.registryServerId().map(id -> RegistryLogin.unknown()));
        try {
            if (session.isOffline()) {
                throw Failures.offline(order.pipeline());
            }
            Delivery delivery = delivery(order);
            action = delivery.action();
            plan = Optional.of(delivery.plan(module()));
        } catch (CredentialsProblem | MojoExecutionException | MojoFailureException e) {
            getLog().warn(Report.couldNotLook(e));
        }
        Report report = new Report(order);
        report.planned(plan, action).forEach(getLog()::info);
        if (plan.isPresent()) {
            report.warning(plan.get()).ifPresent(getLog()::warn);
            OutputFile.write(order.outputFile(), report.json(plan.get()));
        }
        if (failOnChange && !plan.map(Report::isUnchanged).orElse(false)) {
            throw Failures.drift(order, plan.isPresent());
        }
    }

    private void deliver(Order order) throws CredentialsProblem, MojoExecutionException, MojoFailureException {
        if (session.isOffline()) {
            throw Failures.offline(order.pipeline());
        }
        Result result = delivery(order).deliver(module());
        Report report = new Report(order);
        report.done(result).forEach(getLog()::info);
        report.warning(result).ifPresent(getLog()::warn);
        report.publish(result, project.getProperties());
        OutputFile.write(order.outputFile(), report.json(result));
    }

    /** Who wants this, for a person who reads of a conflict. */
    private String module() {
        return project.getId() + " (execution " + execution.getExecutionId() + ")";
    }

    private Delivery delivery(Order order) throws CredentialsProblem {
        Wallet wallet = Wallet.of(session, decrypter);
        BuildMemory memory = BuildMemory.of(session.getRepositorySession());
        return new Delivery(order, wallet, memory, userAgent(), wait -> getLog().info(Report.waiting(wait)));
    }

    private String userAgent() {
        String version = execution.getMojoDescriptor().getPluginDescriptor().getVersion();
        return "buddy-maven-plugin/" + version + " Maven/" + maven.getMavenVersion() + " Java/"
                + System.getProperty("java.version");
    }
}
