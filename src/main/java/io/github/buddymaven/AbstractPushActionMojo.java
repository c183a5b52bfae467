package io.github.buddymaven;

import static io.github.buddymaven.validation.Parameter.named;

import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.action.PushActionValidator;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.reconcile.BuildActionCheck;
import io.github.buddymaven.reconcile.IfExists;
import io.github.buddymaven.reconcile.Plan;
import io.github.buddymaven.reconcile.Reconciler;
import io.github.buddymaven.report.Attempt;
import io.github.buddymaven.report.PushReport;
import io.github.buddymaven.report.ResultJson;
import io.github.buddymaven.secret.Secret;
import io.github.buddymaven.settings.CredentialsException;
import io.github.buddymaven.settings.ServerCredentials;
import io.github.buddymaven.settings.ServerCredentials.ApiToken;
import io.github.buddymaven.settings.ServerCredentials.Login;
import io.github.buddymaven.validation.InvalidConfigurationException;
import io.github.buddymaven.validation.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that is about the push action as the POM describes it: the action's parameters, and what such goals share. */
abstract class AbstractPushActionMojo extends AbstractBuddyMojo {
    // The fields of the action are read from the same XML by PushActionConfigReader; here they are declared and
    // documented.
    /**
     * Required. The name of the action in Buddy. A later run finds the action by it, so another name is another action.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.name")
    protected @Nullable String name;

    /**
     * When the action runs: {@code ON_EVERY_EXECUTION}, {@code ON_SUCCESS}, {@code ON_FAILURE}, {@code ON_BACK_TO_SUCCESS}, {@code
     * ON_WARNING}, {@code ON_WAIT_FOR_APPROVE} or {@code ON_TERMINATE}. Without it, a new action gets {@code ON_EVERY_EXECUTION},
     * and one that is there keeps what it has.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.triggerTime")
    protected @Nullable String triggerTime;

    /**
     * The tag of the image: letters, digits, {@code _}, {@code .} and {@code -}, at most 128, with no {@code .} or {@code -} at the
     * start. It may contain variables of Buddy, such as {@code $BUDDY_EXECUTION_TAG}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.dockerImageTag")
    protected @Nullable String dockerImageTag;

    /**
     * The repository of the image at the registry, such as {@code my-team/my-app}, without scheme, host, tag and digest.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.repository")
    protected @Nullable String repository;

    /**
     * The id of the {@code <server>} in settings.xml with the {@code <username>} and {@code <password>} of a private registry.
     * Excludes {@code <integration>}, {@code <login>} and {@code <password>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.registryServerId")
    protected @Nullable String registryServerId;

    /**
     * The user name for the registry, as exactly one variable of Buddy, such as {@code $HUB_LOGIN}. Anything else is refused as a
     * secret in the POM: use {@code <registryServerId>}. Needs {@code <password>}; excludes {@code <integration>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.login")
    protected @Nullable String login;

    /**
     * The password for the registry, as exactly one variable of Buddy, such as {@code $HUB_PASSWORD}. Anything else is refused as a
     * secret in the POM: use {@code <registryServerId>}. Needs {@code <login>}; excludes {@code <integration>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.password")
    protected @Nullable String password;

    /**
     * The integration of your Buddy workspace with Docker Hub, Amazon ECR, Google, GitHub or DigitalOcean: by its hash, {@code
     * <integration>HASH</integration>}, or by its identifier, {@code <integration><identifier>ID</identifier></integration>}.
     * Excludes {@code <registryServerId>}, {@code <login>} and {@code <password>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.integration")
    protected @Nullable Integration integration;

    /**
     * The AWS region of Amazon ECR, such as {@code us-east-1}. Needs {@code <integration>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.region")
    protected @Nullable String region;

    /**
     * The host of the registry, without scheme and path. With {@code <integration>}: {@code gcr.io}, {@code us.gcr.io}, {@code
     * eu.gcr.io}, {@code asia.gcr.io} or {@code LOCATION-docker.pkg.dev}. Without: the host of a private registry, which needs
     * {@code <registryServerId>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.registry")
    protected @Nullable String registry;

    /**
     * The id of the action that built the image; {@code 0} is the previous action of the pipeline. Excludes {@code
     * <dockerBuildActionName>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.dockerBuildActionId")
    protected @Nullable String dockerBuildActionId;

    /**
     * The name of the action that built the image. Excludes {@code <dockerBuildActionId>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.dockerBuildActionName")
    protected @Nullable String dockerBuildActionName;

    /**
     * The type of the registry: {@code NONE}, {@code DOCKER_HUB}, {@code AMAZON_ECR}, {@code GOOGLE_GCR}, {@code
     * GOOGLE_ARTIFACT_REGISTRY}, {@code GIT_HUB_CONTAINER_REGISTRY}, {@code OTHER}, {@code ARTIFACT_REGISTRY} or {@code
     * DIGITAL_OCEAN_CONTAINER_REGISTRY}. Without it, Buddy derives the type; GitHub's registry needs it. With it, exactly what the
     * type needs is allowed.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.dockerRegistry")
    protected @Nullable String dockerRegistry;

    /**
     * The artifact of Buddy that the image goes to. Needs {@code <dockerRegistry>ARTIFACT_REGISTRY</dockerRegistry>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.artifact")
    protected @Nullable String artifact;

    /**
     * The id of the action after which a new one goes; 1 or more. Without it, a new one goes to the end. An action that is there is
     * not moved. Excludes {@code <afterActionName>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.afterActionId")
    protected @Nullable String afterActionId;

    /**
     * The name of the action after which a new one goes; exactly one action of the pipeline must have it. Excludes {@code
     * <afterActionId>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.afterActionName")
    protected @Nullable String afterActionName;

    /**
     * Whether the next action waits for this one, {@code WAIT_ON_SUCCESS}, or runs beside it: {@code IN_SOFT_PARALLEL} as soon as
     * there is room, {@code IN_HARD_PARALLEL} only together with it.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.runNext")
    protected @Nullable String runNext;

    /**
     * {@code true}: the action only runs on the first failure in a row; {@code false}: on each. Required with {@code
     * <triggerTime>ON_FAILURE</triggerTime>}, and refused without.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.runOnlyOnFirstFailure")
    protected @Nullable String runOnlyOnFirstFailure;

    /**
     * {@code true}: the action is switched off in Buddy. To switch off this goal, use {@code <skip>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.disabled")
    protected @Nullable String disabled;

    /**
     * How many seconds the action may run in Buddy; 0 or more. How long this goal waits for a response is {@code
     * <requestTimeout>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.timeout")
    protected @Nullable String timeout;

    /**
     * {@code true}: the pipeline goes on if the action fails.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.ignoreErrors")
    protected @Nullable String ignoreErrors;

    /**
     * How often Buddy tries again if the action fails; 0 or more.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.retryCount")
    protected @Nullable String retryCount;

    /**
     * How many seconds Buddy waits before it tries again; 0 or more.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.retryInterval")
    protected @Nullable String retryInterval;

    /**
     * Values to repeat the action for, one per element: {@code <loop><value>eu</value><value>us</value></loop>}. The property has
     * commas between them.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.loop")
    protected @Nullable List<String> loop;

    /**
     * Conditions for the action to run besides its {@code <triggerTime>}. All must hold; one of the type {@code OR} between two of
     * them makes one side enough. For example
     *
     * <pre>{@code
     * <triggerConditions>
     *   <triggerCondition>
     *     <triggerCondition>VAR_IS</triggerCondition>
     *     <triggerVariableKey>STAGE</triggerVariableKey>
     *     <triggerVariableValue>live</triggerVariableValue>
     *   </triggerCondition>
     * </triggerConditions>
     * }</pre>
     *
     * @since 1.0.0
     */
    @Parameter
    protected @Nullable List<TriggerCondition> triggerConditions;

    /**
     * The variables of the action. The list is the whole list: a variable that only Buddy has is removed. A secret is in
     * settings.xml, and {@code <serverId>} names its server; a secret in the POM is refused. For example
     *
     * <pre>{@code
     * <variables>
     *   <variable><key>STAGE</key><value>live</value></variable>
     *   <variable><key>API_KEY</key><serverId>api-key</serverId></variable>
     * </variables>
     * }</pre>
     *
     * @since 1.0.0
     */
    @Parameter
    protected @Nullable List<Variable> variables;

    /**
     * What to do if the pipeline has an action of this name: {@code update} it with what differs, keeping its id; {@code skip} it;
     * {@code fail}; or {@code create} another one without looking.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.ifExists", defaultValue = "update")
    private String ifExists;

    /**
     * {@code true}: turns the rules about values that Buddy may have relaxed into warnings, and sends the values as they are
     * written.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.lenient", defaultValue = "false")
    private String lenient;

    AbstractPushActionMojo(MavenBuild build) {
        super(build);
    }

    /** Validates everything; the problems may have those of the goal's own parameters already. */
    final PushActionRequest validate(Problems problems) throws InvalidConfigurationException {
        Optional<ConnectionConfig> connection = validateConnection(problems);
        Optional<IfExists> choice = IfExists.validate(named("ifExists", ifExists), problems);
        Optional<PushAction> action = PushActionValidator.validate(new PushActionConfigReader(build).read(), problems);
        throwIfInvalid(problems);
        return new PushActionRequest(connection.orElseThrow(), action.orElseThrow(), choice.orElseThrow());
    }

    @Override
    final Map<String, Optional<String>> failedProperties() {
        return PushReport.failedProperties();
    }

    /** Begins the validation. */
    final Problems newProblems() {
        Problems problems = new Problems(lenient.trim().equals("true"));
        flag("lenient", lenient, problems);
        return problems;
    }

    /** The action with its secrets, and the connection that keeps them out of all texts. */
    record PreparedAction(PushAction action, BuddyConnection connection) {}

    /** Fetches the credentials; nothing is sent yet. */
    final PreparedAction prepare(PushActionRequest request, Attempt attempt) throws CredentialsException {
        PushAction action = request.action();
        ServerCredentials credentials = build.credentials();
        Optional<ApiToken> token = credentials.token(request.connection().serverId());
        Optional<Login> registryLogin = action.registryServerId().isPresent()
                ? credentials.login(action.registryServerId().get())
                : Optional.empty();
        Map<String, Secret> secrets = secrets(action.secretReferences(), credentials);
        credentials.throwIfMissing();
        List<Secret> all = new ArrayList<>(secrets.values());
        PushAction whole = action.withSecrets(secrets);
        if (registryLogin.isPresent()) {
            Login login = registryLogin.get();
            all.add(login.password());
            whole = whole.withLogin(login.user(), login.password());
        }
        return new PreparedAction(whole, connect(request.connection(), attempt, token.orElseThrow(), all));
    }

    /**
     * Plans what {@code create-push-action} would do, shows it, and changes nothing.
     *
     * @param mode says so at the beginning of each line
     */
    final Plan showPlan(PushActionRequest request, PreparedAction prepared, String mode)
            throws MojoExecutionException, MojoFailureException {
        BuddyConnection buddy = prepared.connection();
        Pipeline pipeline = buddy.findPipeline();
        Reconciler reconciler = buddy.reconciler(pipeline);
        Plan plan = buddy.call(() -> reconciler.plan(prepared.action(), request.ifExists(), build.module()));

        PushReport report = new PushReport(prepared.action(), pipeline);
        info(report.plan(plan, mode));
        warn(report.warnings(plan, unknownBuildAction(prepared.action(), reconciler)));
        write(() -> ResultJson.of(plan, prepared.action()));
        return plan;
    }

    /** Looks at what this build has read already. It does not matter whether Buddy still answers, so this is no call. */
    static Optional<BuildActionCheck> unknownBuildAction(PushAction action, Reconciler reconciler) {
        try {
            return reconciler.unknownBuildAction(action);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // what the goal is for has been done, and only a warning is missing
            return Optional.empty();
        }
    }
}
