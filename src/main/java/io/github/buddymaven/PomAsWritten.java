package io.github.buddymaven;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.io.xpp3.MavenXpp3Writer;
import org.apache.maven.project.DefaultProjectBuildingRequest;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectBuildingException;
import org.apache.maven.project.ProjectBuildingRequest;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The POM with Buddy's variables as they are written. Within a run of Buddy they are in the environment, and Maven takes
 * <code>${BUDDY_EXECUTION_TAG}</code> for <code>${env.BUDDY_EXECUTION_TAG}</code>, before any plugin sees the POM: the action
 * would get the tag of this one run. So the POM is read once more, with a mark in place of each.
 */
final class PomAsWritten {
    /** Of the area for private use, in which no text has a meaning for others. */
    private static final String MARK = "\uE0B0";

    private static final Pattern MARKED = Pattern.compile(MARK + "([A-Za-z0-9_]+)" + MARK);
    private static final String ENVIRONMENT = "env.";
    private static final String PREFIX = "BUDDY_";

    private final Properties properties;
    private final List<Xpp3Dom> configurations;

    private PomAsWritten(Properties properties, List<Xpp3Dom> configurations) {
        this.properties = properties;
        this.configurations = configurations;
    }

    /** The POM of the module that this build is at. */
    static PomAsWritten of(Build build) {
        Set<String> variables = variables(build.session());
        return !variables.isEmpty() && mentionsOne(build.project()) ? readAgain(build, variables) : byMaven(build);
    }

    /** The same with what Maven has put in, for what does not go to Buddy as a text. */
    static PomAsWritten byMaven(Build build) {
        return new PomAsWritten(build.project().getProperties(), List.of());
    }

    /** Whether a variable of the environment is left in the POM as it is written. */
    static boolean isKept(String variable) {
        return variable.startsWith(PREFIX);
    }

    /** A property of the POM. */
    Optional<String> property(String name) {
        return Optional.ofNullable(properties.getProperty(name)).map(PomAsWritten::unmarked);
    }

    /** A parameter, where the POM was read again, and configures it. */
    Optional<Xpp3Dom> parameter(String name) {
        return configurations.stream()
                .map(configuration -> Optional.ofNullable(configuration.getChild(name)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(PomAsWritten::unmarked);
    }

    private static Set<String> variables(MavenSession session) {
        Set<String> variables = new TreeSet<>();
        for (String name : session.getSystemProperties().stringPropertyNames()) {
            if (name.startsWith(ENVIRONMENT + PREFIX)) {
                variables.add(name.substring(ENVIRONMENT.length()));
            }
        }
        return variables;
    }

    private static boolean mentionsOne(MavenProject project) {
        if (project.getFile() == null) {
            return false;
        }
        for (MavenProject pom = project; pom != null; pom = pom.getParent()) {
            if (pom.getOriginalModel() != null && text(pom).contains("${" + PREFIX)) {
                return true;
            }
        }
        return false;
    }

    private static String text(MavenProject pom) {
        try {
            StringWriter text = new StringWriter();
            new MavenXpp3Writer().write(text, pom.getOriginalModel());
            return text.toString();
        } catch (IOException e) {
            throw new IllegalStateException("a POM can always be written into memory", e);
        }
    }

    private static PomAsWritten readAgain(Build build, Set<String> variables) {
        MavenProject project = build.project();
        MavenProject pom = read(build.session(), project, build.projects(), variables);
        return new PomAsWritten(pom.getProperties(), PluginConfigurations.of(pom, build.execution()));
    }

    private static MavenProject read(
            MavenSession session, MavenProject project, ProjectBuilder projects, Set<String> variables) {
        ProjectBuildingRequest request = new DefaultProjectBuildingRequest(session.getProjectBuildingRequest());
        Properties marked = new Properties();
        marked.putAll(request.getSystemProperties());
        variables.forEach(name -> marked.setProperty(name, MARK + name + MARK)); // these win over the environment
        request.setSystemProperties(marked);
        request.setProject(null);
        request.setProcessPlugins(false);
        request.setResolveDependencies(false);
        try {
            return projects.build(project.getFile(), request).getProject();
        } catch (ProjectBuildingException e) {
            return project; // which Maven could read once: its texts are better than none
        }
    }

    private static String unmarked(String text) {
        return MARKED.matcher(text).replaceAll("\\$\\{$1}");
    }

    private static Xpp3Dom unmarked(Xpp3Dom element) {
        Xpp3Dom copy = new Xpp3Dom(element.getName());
        if (element.getValue() != null) {
            copy.setValue(unmarked(element.getValue()));
        }
        for (Xpp3Dom child : element.getChildren()) {
            copy.addChild(unmarked(child));
        }
        return copy;
    }
}
