package io.github.buddymaven;

import io.github.buddymaven.validation.UnresolvedExpressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Finds variables of Buddy, <code>${BUDDY_…}</code>, behind texts in which Maven has already put their values. In a run of Buddy they
 * are in the environment, and Maven fills them in before any plugin sees the POM; so this looks at the POM as its author wrote it,
 * in the files of the project and its parents. A text there counts if it gives the text that Maven has handed out.
 */
final class PomExpressions {
    private static final int DEEPEST = 8;

    /**
     * A variable of Buddy in a POM file.
     *
     * @param name its name
     * @param written the text that contains it, directly or through a property
     */
    record Variable(String name, String written) {}

    private final MavenBuild build;
    private final List<Xpp3Dom> configurations = new ArrayList<>();
    private final List<Properties> properties = new ArrayList<>();
    private final boolean hasVariables;

    private PomExpressions(MavenBuild build) {
        this.build = build;
        this.hasVariables = hasVariables(build);
        if (hasVariables) {
            properties.add(build.session().getUserProperties());
            build.session().getRequest().getProfiles().forEach(profile -> properties.add(profile.getProperties()));
            PomFiles pom = new PomFiles(build);
            pom.modelsAndProfiles().forEach(base -> properties.add(base.getProperties()));
            pom.models().forEach(model -> configurations.addAll(pom.configurations(model)));
        }
    }

    static PomExpressions of(MavenBuild build) {
        return new PomExpressions(build);
    }

    /** Outside of a run of Buddy, Maven leaves the variables as they are written, and nobody has to look further. */
    private static boolean hasVariables(MavenBuild build) {
        for (Properties known : List.of(
                build.session().getSystemProperties(),
                build.session().getUserProperties(),
                build.project().getProperties())) {
            for (String name : known.stringPropertyNames()) {
                if (UnresolvedExpressions.isBuddyVariable(name.startsWith("env.") ? name.substring(4) : name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the variable of Buddy whose value is in a text of a parameter. */
    Optional<Variable> variableBehind(String parameter, String text) {
        if (hasVariables) {
            for (Xpp3Dom configuration : configurations) {
                for (Xpp3Dom element : configuration.getChildren()) {
                    if (element.getName().equals(parameter)) {
                        Optional<Variable> variable = variableIn(element, text);
                        if (variable.isPresent()) {
                            return variable;
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Variable> variableIn(Xpp3Dom element, String text) {
        for (Xpp3Dom child : element.getChildren()) {
            Optional<Variable> variable = variableIn(child, text);
            if (variable.isPresent()) {
                return variable;
            }
        }
        String written = element.getValue();
        return written != null && written.contains("${") && fillIn(written).equals(text)
                ? nameIn(written, DEEPEST).map(name -> new Variable(name, written))
                : Optional.empty();
    }

    /** Returns the name of the variable that a text contains, directly or through a property. */
    private Optional<String> nameIn(String written, int depth) {
        for (String name : UnresolvedExpressions.namesIn(written)) {
            if (UnresolvedExpressions.isBuddyVariable(name)) {
                return Optional.of(name);
            }
            Optional<String> behind = depth == 0 ? Optional.empty() : nameInProperty(name, depth - 1);
            if (behind.isPresent()) {
                return behind;
            }
        }
        return Optional.empty();
    }

    /** A property may be defined in several files; the definition counts that gives the property's value. */
    private Optional<String> nameInProperty(String property, int depth) {
        for (Properties defined : properties) {
            String written = defined.getProperty(property);
            if (written != null && written.contains("${") && fillIn(written).equals(valueOf(property))) {
                return nameIn(written, depth);
            }
        }
        return Optional.empty();
    }

    /** Returns a text with the values that Maven knows. */
    private String fillIn(String written) {
        String text = written;
        for (String name : UnresolvedExpressions.namesIn(written)) {
            String value = valueOf(name);
            text = value == null ? text : text.replace("${" + name + "}", value);
        }
        return text;
    }

    private @Nullable String valueOf(String name) {
        return build.property(name)
                .map(value -> value.equals("${" + name + "}") ? value : fillInOnce(value))
                .or(() -> build.property("env." + name))
                .or(() -> build.evaluate("${" + name + "}"))
                .orElse(null);
    }

    /** A property of the command line may itself contain expressions. */
    private String fillInOnce(String value) {
        String text = value;
        for (String name : UnresolvedExpressions.namesIn(value)) {
            Optional<String> known = build.property(name).or(() -> build.property("env." + name));
            text = known.isPresent() ? text.replace("${" + name + "}", known.get()) : text;
        }
        return text;
    }
}
