package io.github.buddymaven;

import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.OutcomeJson;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.check.InvalidConfiguration;
import io.github.buddymaven.check.Problems;
import io.github.buddymaven.settings.CredentialsProblem;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.rtinfo.RuntimeInformation;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Lists the actions of a pipeline: id, name, type, status of the last run and address of each, in their order. It changes
 * nothing.
 *
 * <p>With {@code <outputFile>} the list is written there as JSON too: {@code {"actions": [{"id": 1, "name": "…",
 * "type": "DOCKER_PUSH", "last_execution_status": "SUCCESSFUL", "url": "…", "html_url": "…"}]}}.
 */
@Mojo(name = "list-actions", requiresProject = false, aggregator = true, threadSafe = true)
public class ListActionsMojo extends BuddyMojo {
    /** Maven calls this. */
    @Inject
    public ListActionsMojo(
            MavenSession session,
            MavenProject project,
            MojoExecution execution,
            SettingsDecrypter decrypter,
            RuntimeInformation maven,
            ProjectBuilder projects) {
        super(new Build(session, project, execution, decrypter, maven, projects));
    }

    @Override
    void run(WrittenConfiguration written)
            throws InvalidConfiguration, CredentialsProblem, MojoExecutionException, MojoFailureException {
        Problems problems = new Problems(false);
        Optional<Where> checked = where(written, problems);
        Optional<OutputFile> file = askedOutputFile(problems);
        refuse(problems);
        Where where = checked.orElseThrow();
        Access access = reach(where, Undertaking.listing(where.pipeline()));
        OutputFile.clear(file);
        Pipeline pipeline = access.pipeline();
        List<ActionSummary> actions = access.attempt(() -> access.api().list(pipeline));
        getLog().info("Pipeline " + pipeline + " has " + ActionTable.count(actions) + (actions.isEmpty() ? "." : ":"));
        ActionTable.lines(actions).forEach(getLog()::info);
        OutputFile.write(file, () -> OutcomeJson.list(actions));
    }
}
