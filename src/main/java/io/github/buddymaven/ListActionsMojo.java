package io.github.buddymaven;

import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.report.ActionTable;
import io.github.buddymaven.report.Attempt;
import io.github.buddymaven.report.ResultJson;
import io.github.buddymaven.settings.CredentialsException;
import io.github.buddymaven.validation.InvalidConfigurationException;
import io.github.buddymaven.validation.Problems;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Lists the actions of a pipeline in their order: id, name, type, status of the last run, and address. Changes nothing in Buddy.
 *
 * <p>{@code <outputFile>} gets the list as JSON: <code>&#123;"actions": [&#123;"id": 1, "name": "…", "type": "DOCKER_PUSH",
 * "last_execution_status": "SUCCESSFUL", "url": "…", "html_url": "…"&#125;]&#125;</code>.
 */
@Mojo(name = "list-actions", requiresProject = false, aggregator = true, threadSafe = true)
public class ListActionsMojo extends AbstractBuddyMojo {
    /** Maven calls this. */
    @Inject
    public ListActionsMojo(MavenBuild build) {
        super(build);
    }

    @Override
    void run()
            throws InvalidConfigurationException, CredentialsException, MojoExecutionException, MojoFailureException {
        Problems problems = new Problems(false);
        Optional<ConnectionConfig> valid = validateConnection(problems);
        throwIfInvalid(problems);

        ConnectionConfig config = valid.orElseThrow();
        BuddyConnection buddy = connect(config, Attempt.toList(config.pipeline()));
        Pipeline pipeline = buddy.findPipeline();
        List<ActionSummary> actions = buddy.call(() -> buddy.client().listActions(pipeline));
        getLog().info("Pipeline " + pipeline + " has " + ActionTable.count(actions) + (actions.isEmpty() ? "." : ":"));
        info(ActionTable.lines(actions));
        write(() -> ResultJson.ofActions(actions));
    }
}
