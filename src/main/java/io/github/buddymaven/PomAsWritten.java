package io.github.buddymaven;

import java.io.IOException;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Profile;
import org.apache.maven.model.io.xpp3.MavenXpp3Writer;
import org.apache.maven.project.DefaultProjectBuildingRequest;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuildingException;
import org.apache.maven.project.ProjectBuildingRequest;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The POM with Buddy's variables as they are written. Within a run of Buddy they are in the environment, and Maven takes
 * <code>${BUDDY_EXECUTION_TAG}</code> for <code>${env.BUDDY_EXECUTION_TAG}</code>, before any plugin sees the POM: the action
 * would get the tag of this one run. So the POM is read once more, with a mark in place of each.
 */
final class PomAsWritten {
    private static final String ENVIRONMENT = "env.";
    private static final String PREFIX = "BUDDY_";
    private static final String NAME = PREFIX + "[A-Za-z0-9_]+";
    private static final Pattern KEPT = Pattern.compile(NAME);

    /** Marks are of the area for private use, in which no text has a meaning for others. */
    private static final Pattern MARKED = Pattern.compile("\uF3B0(" + NAME + ")\uF3B1");

    private final Properties byMaven;
    private final Properties marked;
    private final Optional<Xpp3Dom> configuration;

    private PomAsWritten(Properties byMaven, Properties marked, Optional<Xpp3Dom> configuration) {
        this.byMaven = byMaven;
        this.marked = marked;
        this.configuration = configuration;
    }

    /**
     * The POM of the module that this build is at.
     *
     * @param warning hears where it could not be read once more
     */
    static PomAsWritten of(Build build, Consumer<String> warning) {
        Set<String> variables = variables(build.session());
        boolean needed = build.project().getFile() != null && !variables.isEmpty() && mentionOne(texts(build));
        if (!needed) {
            return byMaven(build);
        }
        try {
            MavenProject pom = read(build, variables);
            return new PomAsWritten(
                    build.project().getProperties(),
                    pom.getProperties(),
                    PluginConfigurations.all(pom, build.execution()).stream()
                            .findFirst()); // into which Maven has merged the others
        } catch (ProjectBuildingException e) {
            warning.accept("Maven has put the values of this run of Buddy in the place of ${" + PREFIX
                    + "…} in the POM, which cannot be read without them: write $" + PREFIX + "… without braces.");
            return byMaven(build);
        }
    }

    /** The same with what Maven has put in, for what does not go to Buddy as a text. */
    static PomAsWritten byMaven(Build build) {
        return new PomAsWritten(build.project().getProperties(), new Properties(), Optional.empty());
    }

    /** Whether a variable of the environment is left in the POM as it is written. */
    static boolean isKept(String variable) {
        return KEPT.matcher(variable).matches();
    }

    /** A property of the POM. */
    Optional<String> property(String name) {
        String text = marked.getProperty(name);
        return text != null && isMarked(text)
                ? Optional.of(unmarked(text))
                : Optional.ofNullable(byMaven.getProperty(name));
    }

    /** A parameter in which one of Buddy's variables stands, where Maven may have put its value. */
    Optional<Xpp3Dom> parameter(String name) {
        Xpp3Dom element = configuration.isPresent() ? configuration.get().getChild(name) : null;
        return element != null && isMarked(element) ? Optional.of(unmarked(element)) : Optional.empty();
    }

    private static Set<String> variables(MavenSession session) {
        Set<String> variables = new HashSet<>();
        for (String property : session.getSystemProperties().stringPropertyNames()) {
            String name = property.startsWith(ENVIRONMENT) ? property.substring(ENVIRONMENT.length()) : "";
            if (isKept(name)) {
                variables.add(name);
            }
        }
        return variables;
    }

    /** All that Maven makes the POM's texts of: the POM, those above it, and properties from elsewhere. */
    private static Stream<String> texts(Build build) {
        Stream<MavenProject> poms = Stream.iterate(build.project(), pom -> pom != null, MavenProject::getParent);
        Stream<Properties> elsewhere = Stream.concat(
                Stream.of(build.session().getUserProperties()),
                build.session().getRequest().getProfiles().stream().map(Profile::getProperties));
        return Stream.concat(
                poms.filter(pom -> pom.getOriginalModel() != null).map(PomAsWritten::text),
                elsewhere.flatMap(properties -> properties.values().stream()).map(String::valueOf));
    }

    private static boolean mentionOne(Stream<String> texts) {
        return texts.anyMatch(text -> text.contains("${" + PREFIX));
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

    private static MavenProject read(Build build, Set<String> variables) throws ProjectBuildingException {
        ProjectBuildingRequest request =
                new DefaultProjectBuildingRequest(build.session().getProjectBuildingRequest());
        Properties system = new Properties();
        system.putAll(request.getSystemProperties());
        variables.forEach(name -> system.setProperty(name, "\uF3B0" + name + "\uF3B1")); // wins over the environment
        request.setSystemProperties(system);
        request.setProject(null);
        request.setResolveDependencies(false);
        return build.projects().build(build.project().getFile(), request).getProject();
    }

    private static boolean isMarked(Xpp3Dom element) {
        return isMarked(String.valueOf(element.getValue()))
                || Stream.of(element.getChildren()).anyMatch(PomAsWritten::isMarked);
    }

    private static boolean isMarked(String text) {
        return MARKED.matcher(text).find();
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
