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
 * @param execution the execution of the goal, with its configuration
 * @param decrypter decrypts settings.xml
 * @param maven Maven's own version
 */
record MavenBuild(
        MavenSession session,
        MavenProject project,
        MojoExecution execution,
        SettingsDecrypter decrypter,
        RuntimeInformation maven) {
    /** Parameters of goals that need no project, which somebody calls beside the POM's configuration of another goal. */
    private static final Set<String> COMMAND_LINE_FIRST = Set.of("name", "registryServerId", "outputFile");

    /** Maven calls this, and hands the result to the goal. */
    @Inject
    MavenBuild {}

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

    /** Returns a parameter; the property of the command line if that wins over the POM. */
    @Nullable
    String commandLineOr(String parameter, @Nullable String configured) {
        return isTakenFromCommandLine(parameter)
                ? session.getUserProperties().getProperty("buddy." + parameter, configured)
                : configured;
    }

    /** Does the same for a file; one of the command line is relative to the project's directory. */
    @Nullable
    File commandLineOr(String parameter, @Nullable File configured) {
        String path = commandLineOr(parameter, (String) null);
        if (path == null) {
            return configured;
        }
        File file = new File(path);
        return file.isAbsolute() ? file : new File(directory(), path);
    }

    private File directory() {
        return project.getBasedir() == null ? new File(session.getExecutionRootDirectory()) : project.getBasedir();
    }

    /** Returns whether the command line wins over the POM for what somebody has typed. */
    boolean isTakenFromCommandLine(String parameter) {
        if (parameter.equals("skip") || parameter.equals("dryRun")) {
            return commandLineSwitch(parameter).isPresent();
        }
        return COMMAND_LINE_FIRST.contains(parameter)
                && !execution.getMojoDescriptor().isProjectRequired();
    }

    /** Returns a flag that makes a run safe: whoever types it wants that, so that it wins over the POM unless it is off. */
    String safetySwitch(String parameter, String configured) {
        return commandLineSwitch(parameter).orElse(configured);
    }

    private Optional<String> commandLineSwitch(String parameter) {
        Optional<String> value = commandLineProperty("buddy." + parameter);
        boolean off = value.isPresent() && value.get().trim().equals("false");
        return off ? Optional.empty() : value;
    }

    /** Returns a property of the command line, or of Java, as MAVEN_OPTS and .mvn/jvm.config set them. */
    Optional<String> commandLineProperty(String name) {
        String ofJava = session.getSystemProperties().getProperty(name);
        return Optional.ofNullable(session.getUserProperties().getProperty(name, ofJava));
    }

    /** Returns the names of such properties. */
    Set<String> commandLineProperties() {
        Set<String> names = new TreeSet<>(session.getSystemProperties().stringPropertyNames());
        names.addAll(session.getUserProperties().stringPropertyNames());
        return names;
    }

    /** Returns what Maven makes of a text of the configuration; nothing if it is an expression that this build does not define. */
    Optional<String> evaluate(String text) {
        if (text.indexOf('$') < 0) {
            return Optional.of(text);
        }
        try {
            Object value = new PluginParameterExpressionEvaluator(session, execution).evaluate(text);
            return value == null ? Optional.empty() : Optional.of(value.toString());
        } catch (ExpressionEvaluationException e) {
            return Optional.empty();
        }
    }

    /** Returns a property as it is written: that of the command line, else of Java, else of the POM. */
    Optional<String> property(String name) {
        Optional<String> value = commandLineProperty(name);
        return value.isPresent()
                ? value
                : Optional.ofNullable(project.getProperties().getProperty(name));
    }

    /** Returns who calls, for Buddy's logs. */
    String userAgent() {
        String version = execution.getMojoDescriptor().getPluginDescriptor().getVersion();
        return "buddy-maven-plugin/" + version + " Maven/" + maven.getMavenVersion() + " Java/"
                + System.getProperty("java.version");
    }
}
