package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.buddymaven.fakebuddy.Fault;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code failOnServiceError} off, a build goes on without Buddy, and without anything else it does not. */
@Timeout(30)
class ServiceErrorTest extends AbstractMojoTest {
    private static final String GO_ON = "<failOnServiceError>false</failOnServiceError>";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {CHECK, CREATE, DELETE, EXPORT, LIST, RUN})
    void warnsWithTheTextOfTheFailure(String goal) throws Exception {
        buddy.inject(Fault.answer(500, "", "").always());
        Throwable failure = failureOf(goal);
        assertThat(failure).isInstanceOf(MojoExecutionException.class);

        run(goal, GO_ON);

        assertThat(log.warnings()).containsExactly("warn " + failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {CHECK, CREATE, DELETE})
    void tellsLaterPluginsThatItFailed(String goal) throws Exception {
        project.getProperties().setProperty("buddy.action.id", "7");
        buddy.inject(Fault.answer(500, "", "").always());

        run(goal, GO_ON);

        assertThat(project.getProperties())
                .containsEntry("buddy.action.outcome", "failed")
                .doesNotContainKey("buddy.action.id");
    }

    @Test
    void tellsScriptsThatItFailed() throws Exception {
        File file = folder.resolve("outcome.json").toFile();
        buddy.close();

        create(GO_ON, "<outputFile>" + file + "</outputFile>");

        assertThat(new ObjectMapper().readTree(file).path("outcome").textValue())
                .isEqualTo("failed");
    }

    @Test
    void failsAllTheSameIfBuddyRefuses() {
        buddy.mayWrite(false);

        assertThat(failure(GO_ON)).isInstanceOf(MojoFailureException.class).hasMessageContaining("403");
    }

    @Test
    void failsAllTheSameWithoutCredentials() {
        assertThat(failure(GO_ON, "<serverId>absent</serverId>")).isInstanceOf(MojoFailureException.class);
    }

    @Test
    void endsAllTheSameIfTheBuildIsInterrupted() {
        Thread build = Thread.currentThread();
        buddy.inject(Fault.neverAnswer().on("POST").meanwhile(build::interrupt));

        assertThat(failure(GO_ON)).isInstanceOf(MojoExecutionException.class).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void isEitherTrueOrFalse() {
        assertThat(failure("<failOnServiceError>maybe</failOnServiceError>"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("<failOnServiceError>maybe</failOnServiceError>");
    }
}
