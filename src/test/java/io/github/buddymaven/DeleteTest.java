package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.buddymaven.fakebuddy.Fault;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code delete-push-action} deletes the one push action of a name, or nothing. */
@Timeout(30)
class DeleteTest extends AbstractMojoTest {
    private static final String ACTION = "{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\"}";

    @TempDir
    private Path folder;

    @Test
    void deletesTheAction() throws Exception {
        pipeline.add(ACTION.replace("Push to", "Push elsewhere to"));
        pipeline.add(ACTION);

        run(DELETE);

        assertThat(sent().method()).isEqualTo("DELETE");
        assertThat(sent().rawPath()).isEqualTo(PIPELINE + "/actions/2");
        assertThat(pipeline.actions()).hasSize(1);
        assertOutcome("deleted");
        assertThat(log.text()).contains("'Push to registry' (id 2) in pipeline buddy/company-website/2", "https://");
        assertThat(project.getProperties()).containsEntry("buddy.action.id", "2");
    }

    @Test
    void isContentIfThereIsNone() throws Exception {
        project.getProperties().setProperty("buddy.action.id", "7");

        run(DELETE);

        assertThat(writes()).isEmpty();
        assertOutcome("absent");
        assertThat(project.getProperties()).doesNotContainKey("buddy.action.id");
    }

    @Test
    void looksAtNothingButTheNameOfACompleteConfiguration() throws Exception {
        pipeline.add(ACTION);

        run(
                DELETE,
                "<triggerTime>NEVER</triggerTime><registryServerId>absent</registryServerId><ifExists>no</ifExists>",
                "<variables><variable><key>A</key><serverId>absent</serverId></variable></variables>",
                "<repository>${no.such.property}</repository><lenient>maybe</lenient>");

        assertOutcome("deleted");
    }

    @Test
    void refusesAMistypedParameterAllTheSame() {
        pipeline.add(ACTION);

        assertThat(failureOf(DELETE, "<dryrun>true</dryrun>"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("<dryrun>", "dryRun");
        assertThat(buddy.requests()).isEmpty();
    }

    @Test
    void takesTheNameOfTheCommandLineFirst() throws Exception {
        pipeline.add(ACTION);
        pipeline.add(ACTION.replace("Push to", "Push elsewhere to"));
        userProperty("buddy.name", "Push elsewhere to registry");

        run(DELETE);

        assertThat(sent().rawPath()).endsWith("/actions/2");
        assertThat(log.warnings()).isEmpty();
    }

    @Test
    void needsAName() {
        defaults.remove("name");

        assertThat(failureOf(DELETE)).isInstanceOf(MojoFailureException.class).hasMessageContaining("<name>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOCKER_PUSH", "SLACK"})
    void deletesNothingIfSeveralHaveTheName(String type) {
        pipeline.add(ACTION);
        pipeline.add(ACTION.replace("DOCKER_PUSH", type));

        assertThat(failureOf(DELETE))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("Several", "id 1", "id 2");
        assertThat(writes()).isEmpty();
    }

    @Test
    void deletesNoActionOfAnotherType() {
        pipeline.add(ACTION.replace("DOCKER_PUSH", "SLACK"));

        assertThat(failureOf(DELETE)).isInstanceOf(MojoFailureException.class).hasMessageContainingAll("SLACK", "id 1");
        assertThat(writes()).isEmpty();
    }

    @Test
    void saysInADryRunWhatWouldBeDeleted() throws Exception {
        pipeline.add(ACTION);

        run(DELETE, "<dryRun>true</dryRun>");

        assertThat(log.text()).contains("Dry run", "delete", "id 1");
        assertThat(writes()).isEmpty();
        assertThat(project.getProperties()).doesNotContainKey("buddy.action.outcome");
    }

    @Test
    void saysInADryRunThatThereIsNothingToDelete() throws Exception {
        run(DELETE, "<dryRun>true</dryRun>");

        assertThat(log.lines()).singleElement().asString().contains("Dry run", "absent");
    }

    static Stream<Arguments> carriedOut() {
        return Stream.of(
                Arguments.of("connection", Fault.dropAfterProcessing()),
                Arguments.of("gateway", Fault.processThenAnswer(502, "text/html", "<html>")),
                Arguments.of("failure", Fault.processThenAnswer(500, "application/json", "{}")),
                Arguments.of("another success", Fault.processThenAnswer(200, "text/html", "<html>")),
                Arguments.of("404", Fault.processThenAnswer(404, "application/json", "{}")),
                Arguments.of("late", Fault.answer(504, "text/html", "<html>").carriedOutLater(Duration.ofSeconds(14))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("carriedOut")
    void settlesALostAnswerByLooking(String loss, Fault fault) throws Exception {
        pipeline.add(ACTION);
        buddy.inject(fault.on("DELETE"));

        run(DELETE);

        assertThat(writes()).hasSize(1);
        assertThat(pipeline.actions()).isEmpty();
        assertOutcome("deleted");
    }

    @Test
    void goesOnLookingIfALookFails() throws Exception {
        pipeline.add(ACTION);
        buddy.inject(Fault.dropAfterProcessing().on("DELETE"));
        buddy.inject(Fault.answer(500, "", "").on("GET", "actions$").times(2).when(this::isAfterTheDelete));

        run(DELETE);

        assertOutcome("deleted");
    }

    private boolean isAfterTheDelete(Object request) {
        return !writes().isEmpty();
    }

    @Test
    void waitsForAListThatLagsBehind() throws Exception {
        pipeline.add(ACTION);
        buddy.clock().advance(Duration.ofMinutes(1));
        buddy.listsLag(Duration.ofSeconds(10));
        buddy.inject(Fault.dropAfterProcessing().on("DELETE"));

        run(DELETE);

        assertOutcome("deleted");
    }

    static Stream<Arguments> notCarriedOut() {
        return Stream.of(
                Arguments.of(Fault.dropBeforeProcessing(), MojoExecutionException.class),
                Arguments.of(Fault.answer(502, "text/html", "<html>"), MojoExecutionException.class),
                Arguments.of(Fault.answer(200, "text/html", "<html>"), MojoExecutionException.class));
    }

    @ParameterizedTest
    @MethodSource("notCarriedOut")
    void failsIfTheActionIsStillThere(Fault fault, Class<Exception> kind) {
        pipeline.add(ACTION);
        buddy.inject(fault.on("DELETE").always());

        assertThat(failureOf(DELETE)).isInstanceOf(kind).hasMessageContaining("may have been deleted");
    }

    static Stream<Fault> notCarriedOutOnce() {
        return Stream.of(
                Fault.dropBeforeProcessing(),
                Fault.answer(502, "text/html", "<html>"),
                Fault.answer(503, "", ""),
                Fault.answer(500, "", ""),
                Fault.answer(504, "", ""));
    }

    @ParameterizedTest
    @MethodSource("notCarriedOutOnce")
    void sendsItAgainIfTheActionIsStillThere(Fault notCarriedOutOnce) throws Exception {
        pipeline.add(ACTION);
        buddy.inject(notCarriedOutOnce.on("DELETE"));

        run(DELETE);

        assertOutcome("deleted");
        assertThat(writes()).hasSize(2);
        assertThat(pipeline.actions()).isEmpty();
    }

    @Test
    void sendsItOnceIfNobodyCanLook() {
        pipeline.add(ACTION);
        buddy.inject(Fault.dropBeforeProcessing().on("DELETE"));
        buddy.inject(Fault.answer(500, "", "").when(this::isAfterTheDelete).always());

        assertThat(failureOf(DELETE)).hasMessageContaining("may have been deleted");
        assertThat(writes()).hasSize(1);
    }

    @Test
    void saysWhatBuddyRefuses() {
        pipeline.add(ACTION);
        buddy.mayWrite(false);

        assertThat(failureOf(DELETE))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("403", "PIPELINE_RUN")
                .hasMessageNotContaining("may have been");
        assertThat(buddy.requests()).hasSize(2);
    }

    @Test
    void endsAtOnceIfItIsInterrupted() {
        pipeline.add(ACTION);
        Thread build = Thread.currentThread();
        buddy.inject(Fault.neverAnswer().on("DELETE").meanwhile(build::interrupt));

        assertThat(failureOf(DELETE)).isInstanceOf(MojoExecutionException.class).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(buddy.requests()).hasSize(2);
    }

    @Test
    void createsAgainWhatTheSameBuildHasDeleted() throws Exception {
        create();
        run(DELETE);
        create();

        assertThat(pipeline.actions()).hasSize(1);
        assertOutcome("created");
    }

    @Test
    void failsOffline() {
        request.setOffline(true);

        assertThat(failureOf(DELETE)).isInstanceOf(MojoFailureException.class).hasMessageContaining("-o");
    }

    @Test
    void writesTheOutcomeForScripts() throws Exception {
        pipeline.add(ACTION);
        File file = folder.resolve("outcome.json").toFile();

        run(DELETE, "<outputFile>" + file + "</outputFile>");

        JsonNode outcome = new ObjectMapper().readTree(file);
        assertThat(outcome.path("outcome").textValue()).isEqualTo("deleted");
        assertThat(outcome.path("action").path("id").intValue()).isEqualTo(1);
    }
}
