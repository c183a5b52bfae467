package io.github.buddymaven;

import io.github.buddymaven.settings.MavenProxies;
import io.github.buddymaven.settings.PasswordDecryption;
import io.github.buddymaven.settings.ServerCredentials;
import java.io.File;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.project.MavenProject;
import org.apache.maven.rtinfo.RuntimeInformation;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.jspecify.annotations.Nullable;

/**
 * The build that a goal runs in: what Maven knows.
 *
 * @param session what the build as a whole knows
 * @param project the module; one without a POM if the goal runs without
 * @param execution why the goal runs here
 * @param decrypter decrypts settings.xml
 * @param maven the version of Maven
 */
record MavenBuild(
        MavenSession session,
        MavenProject project,
        MojoExecution execution,
        SettingsDecrypter decrypter,
        RuntimeInformation maven) {
    /** Maven calls this, and hands the result to the goal. */
    @Inject
    MavenBuild {}

    /** Parameters of goals that need no project, which somebody calls beside the POM's configuration of another goal. */
    private static final Set<String> OF_CALLS = Set.of("name", "registryServerId", "outputFile");

    boolean isOffline() {
        return session.isOffline();
    }

    /** Returns the module and the execution, for the message of a conflict. */
    String module() {
        return project.getId() + " (execution " + execution.getExecutionId() + ")";
    }

    ServerCredentials credentials() {
        return new ServerCredentials(session.getSettings(), decryption(), session.getSystemProperties());
    }

    MavenProxies proxies() {
        return new MavenProxies(
                session.getSettings(),
                decryption(),
                name -> property(name).orElse(null),
                session.getRepositorySession().getProxySelector());
    }

    private PasswordDecryption decryption() {
        return new PasswordDecryption(decrypter, maven.getMavenVersion());
    }

    BuildCache cache() {
        return BuildCache.of(session.getRepositorySession());
    }

    /** Returns a parameter, or the value of an environment variable if nothing is configured. */
    @Nullable
    String orEnvironment(@Nullable String parameter, String variable) {
        String value = parameter == null ? session.getSystemProperties().getProperty("env." + variable) : parameter;
        return parameter == null && value != null && value.isBlank() ? null : value;
    }

    /** Returns a parameter, the command line first: for a goal that somebody calls beside the POM's configuration. */
    @Nullable
    String commandLineOr(String parameter, @Nullable String configured) {
        return session.getUserProperties().getProperty("buddy." + parameter, configured);
    }

    /** Returns whether the command line wins over the POM for what somebody has typed. */
    boolean isTakenFromCommandLine(String parameter) {
        if (parameter.equals("skip") || parameter.equals("dryRun")) {
            return typedSwitch(parameter).isPresent();
        }
        return OF_CALLS.contains(parameter) && !execution.getMojoDescriptor().isProjectRequired();
    }

    /** Returns a flag that makes a run safe: whoever types it wants that, so that it wins over the POM unless it is off. */
    @Nullable
    String safetySwitch(String parameter, @Nullable String configured) {
        return typedSwitch(parameter).orElse(configured);
    }

    private Optional<String> typedSwitch(String parameter) {
        return Optional.ofNullable(typed("buddy." + parameter))
                .filter(typed -> !typed.trim().equals("false"));
    }

    /** Returns a property of the command line, or of Java, as MAVEN_OPTS and .mvn/jvm.config set them. */
    @Nullable
    String typed(String property) {
        return session.getUserProperties()
                .getProperty(property, session.getSystemProperties().getProperty(property));
    }

    /** Returns the names of such properties. */
    Set<String> typedProperties() {
        Set<String> names = new TreeSet<>(session.getSystemProperties().stringPropertyNames());
        names.addAll(session.getUserProperties().stringPropertyNames());
        return names;
    }

    /** Returns a file of the command line, relative to the project's directory, or the one that is configured. */
    @Nullable
    File commandLineOr(String parameter, @Nullable File configured) {
        String path = session.getUserProperties().getProperty("buddy." + parameter);
        if (path == null) {
            return configured;
        }
        File file = new File(path);
        return file.isAbsolute() ? file : new File(directory(), path);
    }

    private File directory() {
        return project.getBasedir() == null ? new File(session.getExecutionRootDirectory()) : project.getBasedir();
    }

    /** Returns what Maven makes of a text of the configuration; nothing if it is an expression that this build does not define. */
    Optional<String> evaluate(String text) {
        if (text.indexOf('$') < 0) {
            return Optional.of(text);
        }
        try {
            Object value = new PluginParameterExpressionEvaluator(session, execution).evaluate(text);
            return Optional.ofNullable(value).map(Object::toString);
        } catch (ExpressionEvaluationException e) {
            return Optional.empty();
        }
    }

    /** Returns a property as it is written: that of the command line, else of Java, else of the POM. */
    Optional<String> property(String name) {
        String value = session.getUserProperties().getProperty(name);
        if (value == null) {
            value = session.getSystemProperties().getProperty(name);
        }
        return Optional.ofNullable(value == null ? project.getProperties().getProperty(name) : value);
    }

    /** Returns who calls, for Buddy's logs. */
    String userAgent() {
        String version = execution.getMojoDescriptor().getPluginDescriptor().getVersion();
        return "buddy-maven-plugin/" + version + " Maven/" + maven.getMavenVersion() + " Java/"
                + System.getProperty("java.version");
    }
}
