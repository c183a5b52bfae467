package io.github.buddymaven;

import java.io.File;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.rtinfo.RuntimeInformation;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * The build that a goal runs in.
 *
 * @param session what the build as a whole knows
 * @param project the module; one without a POM where the goal runs without
 * @param execution why the goal runs here
 */
record Build(
        MavenSession session,
        MavenProject project,
        MojoExecution execution,
        SettingsDecrypter decrypter,
        RuntimeInformation maven,
        ProjectBuilder projects) {
    boolean isOffline() {
        return session.isOffline();
    }

    /** Who wants something, for a person who reads of a conflict. */
    String module() {
        return project.getId() + " (execution " + execution.getExecutionId() + ")";
    }

    /** What settings.xml and the environment hold for it. */
    Wallet wallet() {
        return Wallet.of(session, decrypter);
    }

    BuildMemory memory() {
        return BuildMemory.of(session.getRepositorySession());
    }

    /** The text, else the environment variable, where that has a value. */
    @Nullable
    String orEnvironment(@Nullable String text, String variable) {
        return text != null
                ? text
                : Optional.ofNullable(session.getSystemProperties().getProperty("env." + variable))
                        .filter(value -> !value.isBlank())
                        .orElse(null);
    }

    /** The file that the command line names with this property, relative to the project's directory. */
    Optional<File> askedFile(String property) {
        return Optional.ofNullable(session.getUserProperties().getProperty(property))
                .map(File::new)
                .map(file -> file.isAbsolute() ? file : new File(directory(), file.getPath()));
    }

    private File directory() {
        return project.getBasedir() == null ? new File(session.getExecutionRootDirectory()) : project.getBasedir();
    }

    /** Who calls, for Buddy's logs. */
    String userAgent() {
        String version = execution.getMojoDescriptor().getPluginDescriptor().getVersion();
        return "buddy-maven-plugin/" + version + " Maven/" + maven.getMavenVersion() + " Java/"
                + System.getProperty("java.version");
    }
}
