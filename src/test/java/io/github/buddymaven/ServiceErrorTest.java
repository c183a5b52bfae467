package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.fakebuddy.Fault;
import io.github.buddymaven.fakebuddy.PrivateCertificate;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.testing.SilentLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code failOnServiceError} off, a build goes on without Buddy, and without anything else it does not. */
@Timeout(30)
class ServiceErrorTest extends AbstractMojoTest {
    private static final String GO_ON = "<failOnServiceError>false</failOnServiceError>";

    @TempDir
    private Path folder;

    private static final List<String> GOALS = List.of(CHECK, CREATE, DELETE, EXPORT, LIST, RUN);

    private static Stream<Arguments> everywhere(Map<String, Fault> faults) {
        return GOALS.stream().flatMap(goal -> faults.entrySet().stream()
                .map(fault ->
                        Arguments.of(goal, fault.getKey(), fault.getValue().always())));
    }

    static Stream<Arguments> failures() {
        return everywhere(Map.of(
                "500", Fault.answer(500, "", ""),
                "gateway", Fault.answer(502, "text/html", "<html>"),
                "gateway's time-out", Fault.answer(504, "text/html", "<html>"),
                "redirect", Fault.answer(302, "", "").header("Location", "https://login.example.com"),
                "web page", Fault.answer(200, "text/html", "<html>"),
                "empty answer", Fault.answer(200, "application/json", ""),
                "list without sense", Fault.answer(200, "application/json", "{\"actions\":7}"),
                "half an answer", Fault.truncate(),
                "lost connection", Fault.dropBeforeProcessing()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("failures")
    void warnsWithTheTextOfTheFailure(String goal, String kind, Fault fault) throws Exception {
        buddy.inject(fault);
        Throwable failure = failureOf(goal);
        assertThat(failure).isInstanceOf(MojoExecutionException.class);
        nextBuild();

        run(goal, GO_ON);

        assertThat(log.warnings()).containsExactly("warn " + failure.getMessage());
    }

    static Stream<Arguments> goals() {
        return GOALS.stream().map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("goals")
    void warnsIfNobodyListens(String goal) throws Exception {
        buddy.close();

        run(goal, GO_ON);

        assertThat(log.warnings()).singleElement().asString().contains(buddy.apiUrl());
    }

    @ParameterizedTest
    @MethodSource("goals")
    void warnsIfTheTimeIsUp(String goal) throws Exception {
        buddy.inject(Fault.neverAnswer().times(3));
        buddy.inject(Fault.answer(500, "", "").always());

        run(goal, GO_ON, "<requestTimeout>1</requestTimeout>");

        assertThat(log.warnings()).singleElement().asString().contains("<requestTimeout>");
    }

    @ParameterizedTest
    @MethodSource("goals")
    void warnsIfTheCertificateIsNotTrusted(String goal) throws Exception {
        try (FakeBuddy stranger =
                FakeBuddy.startTls(PrivateCertificate.in(folder).context())) {
            userProperty("buddy.apiUrl", stranger.apiUrl());

            run(goal, GO_ON);
        }

        assertThat(log.warnings()).singleElement().asString().contains("certificate");
    }

    static Stream<Arguments> refusals() {
        return everywhere(Map.of(
                "400", Fault.answer(400, "application/json", "{}"),
                "401", Fault.answer(401, "application/json", "{}"),
                "403", Fault.answer(403, "application/json", "{}"),
                "404", Fault.answer(404, "application/json", "{}"),
                "429", Fault.answer(429, "application/json", "{}")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusals")
    void failsAllTheSameIfAnyGoalIsRefused(String goal, String status, Fault fault) {
        buddy.inject(fault);

        assertThat(failureOf(goal, GO_ON))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining(status);
    }

    @ParameterizedTest
    @MethodSource("goals")
    void failsAllTheSameIfTheUserHasToMendSomething(String goal) {
        assertThat(failureOf(goal, GO_ON, "<serverId>absent</serverId>")).isInstanceOf(MojoFailureException.class);
        assertThat(failureOf(goal, GO_ON, "<pipelineId>two</pipelineId>")).isInstanceOf(MojoFailureException.class);
        request.setOffline(true);
        assertThat(failureOf(goal, GO_ON)).isInstanceOf(MojoFailureException.class);
        assertThat(buddy.requests()).isEmpty();
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
    void endsAllTheSameIfTheBuildIsInterrupted() {
        Thread build = Thread.currentThread();
        buddy.inject(Fault.neverAnswer().on("POST").meanwhile(build::interrupt));

        assertThat(failure(GO_ON)).isInstanceOf(MojoExecutionException.class).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    /** Modules that run at the same time share what they know of the service. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsWellAlsoIfOtherModulesThenRunIntoTimeOuts(boolean dryRun) throws Exception {
        Mojo goal = goal(CREATE, "<dryRun>" + dryRun + "</dryRun>");
        goal.setLog(new SilentLog() {
            @Override
            public void info(CharSequence message) {
                ServiceHealth health = BuildCache.of(repositories).health(buddy.apiUrl());
                health.timedOut("another module");
                health.timedOut("another module");
            }

            @Override
            public void warn(CharSequence message) {
                log.warn(message);
            }
        });

        assertThatCode(goal::execute).doesNotThrowAnyException();
        assertThat(log.warnings()).isEmpty();
    }

    @Test
    void isEitherTrueOrFalse() {
        assertThat(failure("<failOnServiceError>maybe</failOnServiceError>"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("<failOnServiceError>maybe</failOnServiceError>");
    }
}
