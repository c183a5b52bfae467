package io.github.buddymaven;

import io.github.buddymaven.reconcile.Plan;
import io.github.buddymaven.report.Attempt;
import io.github.buddymaven.report.PushReport;
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
 * Checks whether a pipeline of Buddy has its "Push Docker Image" action as the POM describes it: compares what {@code
 * create-push-action} compares, with the same parameters, and fails if they differ. Changes nothing in Buddy, ever.
 *
 * <p>Secrets that Buddy does not show cannot be compared, and are no difference. If the check cannot look, it fails.
 */
@Mojo(name = "check-push-action", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public class CheckPushActionMojo extends AbstractPushActionMojo {
    /**
     * Whether a difference fails the build; with {@code false} it is a warning.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.failOnChange", defaultValue = "true")
    private String failOnChange;

    /** Maven calls this. */
    @Inject
    public CheckPushActionMojo(MavenBuild build) {
        super(build);
    }

    @Override
    void run()
            throws InvalidConfigurationException, CredentialsException, MojoExecutionException, MojoFailureException {
        Problems problems = newProblems();
        boolean failing = flag("failOnChange", failOnChange, problems);
        PushActionRequest request = validate(problems);
        throwIfOffline(request.connection(), "-Dbuddy.skip");
        Attempt attempt =
                Attempt.toCheck(request.action().name(), request.connection().pipeline());
        PreparedAction prepared = prepare(request, attempt);
        Plan plan = showPlan(request, prepared, "Check");
        if (plan.isChange()) {
            String drift =
                    new PushReport(prepared.action(), request.connection().pipeline()).drift(plan);
            if (failing) {
                throw new MojoFailureException(drift);
            }
            getLog().warn(drift);
        }
    }
}
