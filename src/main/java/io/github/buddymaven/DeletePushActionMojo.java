package io.github.buddymaven;

import static io.github.buddymaven.validation.Parameter.named;

import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.reconcile.Deletion;
import io.github.buddymaven.report.Attempt;
import io.github.buddymaven.report.DeletionReport;
import io.github.buddymaven.report.PushReport;
import io.github.buddymaven.report.ResultJson;
import io.github.buddymaven.settings.CredentialsException;
import io.github.buddymaven.validation.InvalidConfigurationException;
import io.github.buddymaven.validation.ParameterChecks;
import io.github.buddymaven.validation.Problems;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the "Push Docker Image" action of a name from a pipeline of Buddy. If there is none, the outcome is {@code absent}, and a
 * success. If there are several, or one of another type, the goal fails and deletes nothing.
 *
 * <p>The configuration of {@code create-push-action} will do; of the action, only its name is looked at.
 */
@Mojo(name = "delete-push-action", requiresProject = false, threadSafe = true)
public class DeletePushActionMojo extends AbstractBuddyMojo {
    /**
     * Required. The name of the action. The property of the command line wins over the POM, which may configure another goal of
     * this plugin.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.name")
    private @Nullable String name;

    /**
     * {@code true}: says what would be deleted, and changes nothing in Buddy.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.dryRun", defaultValue = "false")
    private String dryRun;

    /** Maven calls this. */
    @Inject
    public DeletePushActionMojo(MavenBuild build) {
        super(build);
    }

    @Override
    Map<String, Optional<String>> failedProperties() {
        return PushReport.failedProperties();
    }

    @Override
    void run()
            throws InvalidConfigurationException, CredentialsException, MojoExecutionException, MojoFailureException {
        Problems problems = new Problems(false);
        boolean dry = flag("dryRun", build.safetySwitch("dryRun", dryRun), problems);
        Optional<ConnectionConfig> valid = validateConnection(problems);
        var action = named("name", build.commandLineOr("name", name));
        ParameterChecks.required(action, "Write the name that the action has in Buddy, -Dbuddy.name=NAME.", problems);
        throwIfInvalid(problems);

        ConnectionConfig config = valid.orElseThrow();
        BuddyConnection buddy = connect(config, Attempt.toDelete(action.text(), config.pipeline()));
        Pipeline pipeline = buddy.findPipeline();
        Deletion deletion = buddy.call(() -> buddy.deleter(pipeline).delete(action.text(), dry));
        info(DeletionReport.lines(deletion, action.text(), pipeline));
        if (!dry) {
            setProperties(PushReport.properties(deletion));
        }
        write(() -> ResultJson.of(deletion));
    }
}
