package io.github.buddymaven;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** Goals configured by XML that a test only has when it runs, the way Maven does it. */
final class Configured {
    private Configured() {}

    /** The configurations of the executions that a POM of {@code src-it} has, by their ids. */
    static Map<String, Xpp3Dom> executions(String name) {
        Map<String, Xpp3Dom> configurations = new LinkedHashMap<>();
        try (Reader pom = Files.newBufferedReader(Path.of("src-it", name, "pom.xml"))) {
            for (PluginExecution execution : new MavenXpp3Reader()
                    .read(pom)
                    .getBuild()
                    .getPlugins()
                    .get(0)
                    .getExecutions()) {
                configurations.put(execution.getId(), (Xpp3Dom) execution.getConfiguration());
            }
            return configurations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XmlPullParserException e) {
            throw new IllegalStateException(e);
        }
    }

    static Xpp3Dom xml(String text) throws Exception {
        return Xpp3DomBuilder.build(new StringReader(text));
    }

    /** Sets what the XML has, on top of what the goal has already. */
    static void configure(Mojo goal, Xpp3Dom configuration, MavenSession session, MojoExecution execution)
            throws Exception {
        execution.setConfiguration(configuration);
        try (ClassWorld world = new ClassWorld("goal", goal.getClass().getClassLoader())) {
            new BasicComponentConfigurator()
                    .configureComponent(
                            goal,
                            new XmlPlexusConfiguration(configuration),
                            new PluginParameterExpressionEvaluator(session, execution),
                            world.getRealm("goal"));
        }
    }
}
