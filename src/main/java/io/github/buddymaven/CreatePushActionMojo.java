package io.github.buddymaven;

import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.reconcile.Reconciler;
import io.github.buddymaven.reconcile.Result;
import io.github.buddymaven.report.Attempt;
import io.github.buddymaven.report.ErrorMessages;
import io.github.buddymaven.report.PushReport;
import io.github.buddymaven.report.ResultJson;
import io.github.buddymaven.secret.Secret;
import io.github.buddymaven.settings.CredentialsException;
import io.github.buddymaven.validation.InvalidConfigurationException;
import io.github.buddymaven.validation.Problems;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes sure that a pipeline of Buddy has a "Push Docker Image" action as the POM describes it: the first run creates the action,
 * later runs leave it alone or change what differs. The image itself is pushed by Buddy, when the pipeline runs.
 *
 * <p>The whole configuration is checked before anything is sent, and all problems are reported at once. The token and the login of
 * a private registry come from settings.xml; there is no parameter for a secret, because {@code mvn -X} prints every parameter.
 *
 * <p>A field of Buddy's JSON is the parameter of the same name in camel case: {@code docker_image_tag} is {@code <dockerImageTag>}
 * or {@code -Dbuddy.dockerImageTag}. What is not configured is not sent. Variables of Buddy are written without braces, {@code
 * $BUDDY_EXECUTION_TAG}; an expression with braces is Maven's.
 *
 * <p>Afterwards the Maven properties {@code buddy.action.id}, {@code buddy.action.url}, {@code buddy.action.htmlUrl} and {@code
 * buddy.action.outcome} are set for the plugins that follow.
 */
@Mojo(name = "create-push-action", defaultPhase = LifecyclePhase.DEPLOY, threadSafe = true)
public class CreatePushActionMojo extends AbstractPushActionMojo {
    /**
     * {@code true}: shows what would be done, with secrets as {@code ****}, and changes nothing in Buddy. If Buddy cannot be
     * reached, it warns and shows the request.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.dryRun", defaultValue = "false")
    private String dryRun;

    /** Maven calls this. */
    @Inject
    public CreatePushActionMojo(MavenBuild build) {
        super(build);
    }

    @Override
    void run()
            throws InvalidConfigurationException, CredentialsException, MojoExecutionException, MojoFailureException {
        Problems problems = newProblems();
        boolean dry = flag("dryRun", build.safetySwitch("dryRun", dryRun), problems);
        PushActionRequest request = validate(problems);
        if (dry) {
            dryRun(request);
            return;
        }
        throwIfOffline(request.connection(), "-Dbuddy.skip or -Dbuddy.dryRun");
        PreparedAction prepared = prepare(request, attempt(request));
        BuddyConnection buddy = prepared.connection();
        Pipeline pipeline = buddy.findPipeline();
        Reconciler reconciler = buddy.reconciler(pipeline);
        Result result = buddy.call(() -> reconciler.reconcile(prepared.action(), request.ifExists(), build.module()));

        PushReport report = new PushReport(prepared.action(), pipeline);
        info(report.result(result));
        warn(report.warnings(result));
        warn(report.warnings(result, unknownBuildAction(prepared.action(), reconciler)));
        setProperties(PushReport.properties(result));
        write(() -> ResultJson.of(result, prepared.action()));
    }

    private static Attempt attempt(PushActionRequest request) {
        return Attempt.toReconcile(request.action().name(), request.connection().pipeline(), request.ifExists());
    }

    /** Shows what a run would do; if nobody can look at the pipeline, warns and shows the request. */
    private void dryRun(PushActionRequest request)
            throws CredentialsException, MojoExecutionException, MojoFailureException {
        try {
            if (!build.isOffline()) {
                showPlan(request, prepare(request, attempt(request)), "Dry run");
                return;
            }
            showRequest(request, ErrorMessages.offline(request.connection().pipeline(), "-Dbuddy.skip"));
        } catch (CredentialsException | MojoExecutionException e) {
            if (Thread.currentThread().isInterrupted()) { // the whole build, and not only this look
                throw e;
            }
            showRequest(request, String.valueOf(e.getMessage()));
        }
    }

    private void showRequest(PushActionRequest request, String obstacle) {
        PushAction action = request.action();
        PushAction shown =
                action.registryServerId().isPresent() ? action.withLogin(Secret.MASK, Secret.of(Secret.MASK)) : action;
        getLog().warn(PushReport.couldNotLook(obstacle));
        getLog().info(new PushReport(shown, request.connection().pipeline()).planWithoutLooking());
    }
}
