package io.github.buddymaven;

import io.github.buddymaven.action.PushActionDraft;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.RemoteAction;
import io.github.buddymaven.check.Element;
import io.github.buddymaven.check.InvalidConfiguration;
import io.github.buddymaven.check.Problems;
import io.github.buddymaven.check.Texts;
import io.github.buddymaven.converge.ExistingAction;
import io.github.buddymaven.settings.CredentialsProblem;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.rtinfo.RuntimeInformation;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Prints the {@code <configuration>} of {@code create-push-action} that would make an action which is there already, ready
 * to be pasted into a POM: the goal run on it says {@code unchanged}. It changes nothing.
 *
 * <p>Buddy does not give secrets back: a comment says where each of them goes in settings.xml. With {@code <outputFile>} the
 * XML is written there too, without anything around it.
 */
@Mojo(name = "export-push-action", requiresProject = false, aggregator = true, threadSafe = true)
public class ExportPushActionMojo extends BuddyMojo {
    /**
     * The name of the action that is exported. Required. The property on the command line wins over the POM, which may
     * configure another goal of this plugin.
     */
    @Parameter(property = "buddy.name")
    private @Nullable String name;

    /**
     * What the exported {@code <registryServerId>} is to be, where the action has a login to a private registry: the id of the
     * {@code <server>} that holds it. Where it is left out, it is the registry's host.
     */
    @Parameter(property = "buddy.registryServerId")
    private @Nullable String registryServerId;

    /** Maven calls this. */
    @Inject
    public ExportPushActionMojo(
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
        Element named = Element.of("name", written.asked("name", name));
        Texts.required(named, "write the name that the action has in Buddy, -Dbuddy.name=NAME.", problems);
        Element server = Element.of("registryServerId", written.asked("registryServerId", registryServerId));
        Texts.filled(server, "name a <server> of settings.xml, or remove the element.", problems);
        Optional<OutputFile> file = askedOutputFile(problems);
        refuse(problems);
        Where where = checked.orElseThrow();
        String action = named.value().orElseThrow();
        Access access = reach(where, Undertaking.exporting(action, where.pipeline()));
        OutputFile.clear(file);
        Pipeline pipeline = access.pipeline();
        RemoteAction existing = access.attempt(() -> ExistingAction.find(action, pipeline, access.api()));
        PushActionDraft draft = PushActionDraft.of(existing.fields(), server.value());
        String xml = ConfigurationXml.of(where, pipeline, draft, existing, written::replacedByMaven);
        getLog().info("Action '" + Element.shown(action) + "' (id "
                + existing.summary().id() + ") in pipeline " + pipeline + " is what this makes:\n" + xml);
        OutputFile.write(file, () -> xml);
    }
}
