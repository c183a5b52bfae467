package io.github.buddymaven;

import io.github.buddymaven.validation.UnresolvedExpressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Finds variables of Buddy, <code>${BUDDY_…}</code>, behind texts in which Maven has already put their values. In a run of Buddy they
 * are in the environment, and Maven fills them in before any plugin sees the POM; so this looks at the POM as its author wrote it,
 * in the files of the project and its parents. A text there counts if it gives the text that Maven has handed out.
 */
final class PomExpressions {
    private static final int MAX_DEPTH = 8;

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

    PomExpressions(MavenBuild build) {
        this.build = build;
        if (hasVariables(build)) {
            properties.add(build.session().getUserProperties());
            build.session().getRequest().getProfiles().forEach(profile -> properties.add(profile.getProperties()));
            PomFiles pom = new PomFiles(build);
            pom.modelsAndProfiles().forEach(base -> properties.add(base.getProperties()));
            pom.models().forEach(model -> configurations.addAll(pom.configurations(model)));
        }
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

    /** Returns the variable of Buddy whose value Maven has put into a text of a parameter. */
    Optional<Variable> variableThatGave(String parameter, String text) {
        for (Xpp3Dom configuration : configurations) {
            for (Xpp3Dom element : configuration.getChildren(parameter)) {
                Optional<Variable> variable = variableIn(element, text);
                if (variable.isPresent()) {
                    return variable;
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
        Optional<String> name = written == null ? Optional.empty() : nameIn(written, MAX_DEPTH);
        return name.isPresent() && fillIn(written, MAX_DEPTH).equals(text)
                ? Optional.of(new Variable(name.get(), written))
                : Optional.empty();
    }

    /** Returns the name of the variable that a text contains, directly or through a property. */
    private Optional<String> nameIn(String written, int depth) {
        for (String name : UnresolvedExpressions.namesIn(written)) {
            if (UnresolvedExpressions.isBuddyVariable(name)) {
                return Optional.of(name);
            }
            Optional<String> inProperty = depth == 0 ? Optional.empty() : nameInProperty(name, depth - 1);
            if (inProperty.isPresent()) {
                return inProperty;
            }
        }
        return Optional.empty();
    }

    /** A property may be defined in several files; the definition counts that gives the property's value. */
    private Optional<String> nameInProperty(String property, int depth) {
        for (Properties defined : properties) {
            String written = defined.getProperty(property);
            if (written != null
                    && written.contains("${")
                    && fillIn(written, MAX_DEPTH).equals(fillIn("${" + property + "}", MAX_DEPTH))) {
                return nameIn(written, depth);
            }
        }
        return Optional.empty();
    }

    /** Returns a text with the values that Maven knows, which may contain expressions themselves. */
    private String fillIn(String written, int depth) {
        if (depth == 0) {
            return written;
        }
        String text = written;
        for (String name : UnresolvedExpressions.namesIn(written)) {
            String expression = "${" + name + "}";
            String value = build.property(name)
                    .or(() -> build.property("env." + name))
                    .or(() -> build.evaluate(expression))
                    .orElse(expression);
            text = text.replace(expression, fillIn(value, depth - 1));
        }
        return text;
    }
}
