package io.github.buddymaven;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;

/**
 * Parameters as they are written, with the properties that this build has put in, and everything else left alone. Maven
 * itself takes <code>${NAME}</code> for a property of its own: where it has none it drops the text, or writes
 * {@code null} into it, though it may be a variable of Buddy.
 */
final class WrittenText {
    private static final Pattern EXPRESSION = Pattern.compile("\\$?\\$\\{([^{}]*)}");

    /** Properties name each other a few levels deep; more than this is a loop. */
    private static final int DEEPEST = 8;

    private final MavenSession session;
    private final PomAsWritten pom;
    private final MojoExecution execution;

    WrittenText(MavenSession session, PomAsWritten pom, MojoExecution execution) {
        this.session = session;
        this.pom = pom;
        this.execution = execution;
    }

    /** The text with what this build knows in place of its expressions; <code>$${NAME}</code> is how Maven escapes one. */
    String resolve(String written) {
        return resolve(written, DEEPEST);
    }

    /** How a text that has such an escape has to be written, for {@link #resolve} to leave it as it is. */
    static String escape(String text) {
        return EXPRESSION
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement((isEscaped(found.group()) ? "$" : "") + found.group()));
    }

    /** The expressions of a text that Maven replaces before the goal sees them: there is no way to write them in a POM. */
    List<String> replacedByMaven(String text) {
        return EXPRESSION
                .matcher(text)
                .results()
                .filter(found -> isKnown(found.group(1)))
                .map(MatchResult::group)
                .toList();
    }

    private boolean isKnown(String name) {
        boolean variable = session.getSystemProperties().containsKey("env." + name) && !PomAsWritten.isKept(name);
        return variable || property(name).or(() -> ofMaven(name)).isPresent();
    }

    private static boolean isEscaped(String expression) {
        return expression.startsWith("$$");
    }

    private String resolve(String written, int depth) {
        Matcher expression = EXPRESSION.matcher(written);
        StringBuilder resolved = new StringBuilder();
        while (expression.find()) {
            String whole = expression.group();
            String value = isEscaped(whole)
                    ? whole.substring(1)
                    : value(expression.group(1), depth).orElse(whole);
            expression.appendReplacement(resolved, Matcher.quoteReplacement(value));
        }
        return expression.appendTail(resolved).toString();
    }

    private Optional<String> value(String name, int depth) {
        Optional<String> property = property(name);
        return property.isPresent() && depth > 0
                ? property.map(text -> resolve(text, depth - 1))
                : property.or(() -> ofMaven(name));
    }

    /** A property of the command line, else of the POM, as it is written there. */
    Optional<String> property(String name) {
        String known = session.getUserProperties().getProperty(name);
        if (known == null) {
            known = session.getSystemProperties().getProperty(name);
        }
        return known == null ? pom.property(name) : Optional.of(known);
    }

    /** What Maven knows besides properties, such as {@code project.version}. */
    private Optional<String> ofMaven(String name) {
        try {
            Object value = new PluginParameterExpressionEvaluator(session, execution).evaluate("${" + name + "}");
            return Optional.ofNullable(value).map(Object::toString);
        } catch (ExpressionEvaluationException e) {
            return Optional.empty();
        }
    }
}
