package io.github.buddymaven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** What a POM configures for an execution of this plugin: in its build, or, for a goal that is called, in its management. */
final class PluginConfigurations {
    private PluginConfigurations() {}

    /** All {@code <configuration>} elements that count for it, the ones that win first. */
    static List<Xpp3Dom> all(MavenProject pom, MojoExecution execution) {
        List<Xpp3Dom> found = new ArrayList<>();
        for (PluginContainer container : new PluginContainer[] {pom.getBuild(), pom.getPluginManagement()}) {
            if (container != null) {
                add(container, execution, found);
            }
        }
        return found;
    }

    private static void add(PluginContainer container, MojoExecution execution, List<Xpp3Dom> found) {
        for (Plugin plugin : container.getPlugins()) {
            if (isThis(plugin, execution)) {
                add(plugin, execution, found);
            }
        }
    }

    private static void add(Plugin plugin, MojoExecution execution, List<Xpp3Dom> found) {
        for (PluginExecution candidate : plugin.getExecutions()) {
            if (candidate.getId().equals(execution.getExecutionId())) {
                add(candidate, found);
            }
        }
        add(plugin, found);
    }

    private static void add(ConfigurationContainer container, List<Xpp3Dom> found) {
        if (container.getConfiguration() instanceof Xpp3Dom configuration) {
            found.add(configuration);
        }
    }

    private static boolean isThis(Plugin candidate, MojoExecution execution) {
        return candidate
                .getKey()
                .equals(execution.getMojoDescriptor().getPluginDescriptor().getPluginLookupKey());
    }
}
