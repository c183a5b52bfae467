package io.github.buddymaven;

import io.github.buddymaven.validation.Parameter;
import io.github.buddymaven.validation.Problems;
import io.github.buddymaven.validation.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Checks the names of elements and properties: Maven drops those that it does not know, and a mistyped {@code <dryrun>} would be a
 * real run.
 */
final class ParameterNames {
    private static final String PREFIX = "buddy.";

    /** What people take for parameters. */
    private static final Set<String> SECRETS = Set.of("token", "login", "password");

    private final MavenBuild build;
    private final Problems problems;
    private final Set<String> known = new HashSet<>();

    private ParameterNames(MavenBuild build, Problems problems) {
        this.build = build;
        this.problems = problems;
        for (MojoDescriptor goal :
                build.execution().getMojoDescriptor().getPluginDescriptor().getMojos()) {
            goal.getParameters().forEach(parameter -> known.add(parameter.getName()));
        }
    }

    static void check(MavenBuild build, Problems problems) {
        ParameterNames names = new ParameterNames(build, problems);
        for (Xpp3Dom configuration : names.configurations()) {
            names.checkElements(configuration);
        }
        for (String property : build.session().getUserProperties().stringPropertyNames()) {
            if (property.startsWith(PREFIX)) {
                names.checkProperty(property.substring(PREFIX.length()));
            }
        }
    }

    private void checkElements(Xpp3Dom configuration) {
        Set<String> seen = new HashSet<>();
        for (Xpp3Dom element : configuration.getChildren()) {
            String name = element.getName();
            if (!known.contains(name)) {
                reportUnknown(name);
            } else if (!seen.add(name)) {
                problems.add("<" + name
                        + "> is in the <configuration> twice, and Maven only takes one of them. Remove one.");
            }
        }
    }

    private void reportUnknown(String name) {
        if (SECRETS.contains(name.toLowerCase(Locale.ROOT))) {
            problems.add(
                    "<" + name + "> in the <configuration> is a secret, and anyone can read it in the POM. Move it to a"
                            + " <server> in settings.xml, and name that with <serverId> for the token, or <registryServerId> for the"
                            + " login of a registry.");
        } else {
            problems.add("<" + Parameter.display(name) + "> is not a parameter of this plugin."
                    + Suggestion.didYouMean(name, known) + " Correct it, or remove it.");
        }
    }

    private void checkProperty(String name) {
        if (known.contains(name)) {
            warnIfPomWins(name);
            return;
        }
        Suggestion.of(name, known)
                .ifPresent(close -> problems.add("-D" + PREFIX + Parameter.display(name)
                        + " is not a property of this plugin. Did you mean -D" + PREFIX + close + "?"
                        + " Correct it, or remove it."));
    }

    /** Switches that make a run safe win over the POM; for others Maven takes the POM's value. */
    private void warnIfPomWins(String name) {
        Xpp3Dom configuration = build.execution().getConfiguration();
        Xpp3Dom element = configuration == null ? null : configuration.getChild(name);
        String written = element == null ? null : element.getValue();
        boolean ofPom = written != null && !written.isEmpty() && !written.contains("${" + PREFIX + name + "}");
        String value = build.session().getUserProperties().getProperty(PREFIX + name);
        if (ofPom && !build.commandLineWins(name) && written != null && !written.equals(value)) {
            problems.warn("-D" + PREFIX + name + " has no effect, because the POM configures "
                    + Parameter.named(name, written) + ". Change it in the POM, or write ${" + PREFIX + name
                    + "} there.");
        }
    }

    /** Returns what the effective POM configures for this execution: in its build, and in its plugin management. */
    private List<Xpp3Dom> configurations() {
        List<Xpp3Dom> found = new ArrayList<>();
        addAll(build.project().getBuild(), found);
        addAll(build.project().getPluginManagement(), found);
        return found;
    }

    private void addAll(@Nullable PluginContainer container, List<Xpp3Dom> found) {
        if (container == null) {
            return;
        }
        String key = build.execution().getMojoDescriptor().getPluginDescriptor().getPluginLookupKey();
        for (Plugin plugin : container.getPlugins()) {
            if (plugin.getKey().equals(key)) {
                add(plugin, found);
                for (PluginExecution execution : plugin.getExecutions()) {
                    if (execution.getId().equals(build.execution().getExecutionId())) {
                        add(execution, found);
                    }
                }
            }
        }
    }

    private static void add(ConfigurationContainer container, List<Xpp3Dom> found) {
        if (container.getConfiguration() instanceof Xpp3Dom configuration) {
            found.add(configuration);
        }
    }
}
