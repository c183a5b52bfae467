package io.github.buddymaven;

import static io.github.buddymaven.validation.Parameter.named;

import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.RemoteAction;
import io.github.buddymaven.reconcile.NameLookup;
import io.github.buddymaven.report.Attempt;
import io.github.buddymaven.report.ConfigurationWriter;
import io.github.buddymaven.settings.CredentialsException;
import io.github.buddymaven.validation.ControlCharacters;
import io.github.buddymaven.validation.InvalidConfigurationException;
import io.github.buddymaven.validation.ParameterChecks;
import io.github.buddymaven.validation.Problems;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Prints the {@code <configuration>} of {@code create-push-action} for an action that Buddy already has, ready to be pasted into a
 * POM: that goal then says {@code unchanged}. Changes nothing in Buddy.
 *
 * <p>Buddy does not give secrets back: a comment says where each of them goes in settings.xml. {@code <outputFile>} gets only the
 * XML.
 */
@Mojo(name = "export-push-action", requiresProject = false, aggregator = true, threadSafe = true)
public class ExportPushActionMojo extends AbstractBuddyMojo {
    /**
     * Required. The name of the action. The property of the command line wins over the POM, which may configure another goal of
     * this plugin.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.name")
    private @Nullable String name;

    /**
     * The id of the {@code <server>} to write into the XML, if Buddy logs in to a private registry. Without it, that is the host of
     * the registry.
     *
     * @since 1.0.0
     */
    @Parameter(property = "buddy.registryServerId")
    private @Nullable String registryServerId;

    /** Maven calls this. */
    @Inject
    public ExportPushActionMojo(MavenBuild build) {
        super(build);
    }

    @Override
    void run()
            throws InvalidConfigurationException, CredentialsException, MojoExecutionException, MojoFailureException {
        Problems problems = new Problems(false);
        Optional<ConnectionConfig> valid = validateConnection(problems);
        var action = named("name", build.commandLineOr("name", name));
        var server = named("registryServerId", build.commandLineOr("registryServerId", registryServerId));
        ParameterChecks.required(action, "Write the name that the action has in Buddy, -Dbuddy.name=NAME.", problems);
        ParameterChecks.filledLine(server, "Name a <server> of settings.xml, or remove the element.", problems);
        throwIfInvalid(problems);

        ConnectionConfig config = valid.orElseThrow();
        BuddyConnection buddy = connect(config, Attempt.toExport(action.text(), config.pipeline()));
        Pipeline pipeline = buddy.findPipeline();
        RemoteAction existing = buddy.call(() -> NameLookup.pushAction(action.text(), pipeline, buddy.client()));
        String xml = ConfigurationWriter.configurationOf(
                existing, pipeline, config.serverId(), server.value(), this::isReplacedByMaven);
        getLog().info("Action '" + ControlCharacters.escape(action.text()) + "' (id "
                + existing.summary().displayId() + ") in pipeline " + pipeline
                + " is what this configuration makes:\n" + xml);
        write(() -> xml);
    }

    private boolean isReplacedByMaven(String expression) {
        return build.property("env." + expression).isPresent()
                || build.evaluate("${" + expression + "}").isPresent();
    }
}
