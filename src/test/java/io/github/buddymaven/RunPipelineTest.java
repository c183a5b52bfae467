package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.buddymaven.fakebuddy.Answer;
import io.github.buddymaven.fakebuddy.Fault;
import io.github.buddymaven.fakebuddy.Pages;
import io.github.buddymaven.fakebuddy.RunScript;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code run-pipeline} starts a run at most once, and waits for its end whatever happens meanwhile. */
@Timeout(60)
class RunPipelineTest extends AbstractMojoTest {
    private static final String URL = "https://app.buddy.works/buddy/company-website/pipelines/pipeline/2/execution/1";
    private static final Duration FOREVER = RunScript.FOREVER;

    @TempDir
    private Path folder;

    private Instant start;
    private volatile long interruptedAt;

    @BeforeEach
    void begin() {
        defaults.remove("name");
        start = buddy.clock().instant();
    }

    private Duration passed() {
        return Duration.between(start, buddy.clock().instant());
    }

    private static RunScript script() {
        return RunScript.start();
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    @Test
    void showsEachActionAndTheEnd() throws Exception {
        pipeline.runScript(script().status("ENQUEUED", seconds(7))
                .action("Build image", seconds(42), "SUCCESSFUL")
                .action("Push to registry", seconds(8), "SUCCESSFUL"));

        run(RUN);

        assertThat(log.lines())
                .extracting(line -> line.replaceAll(", https.*", ""))
                .containsExactly(
                        "info Run 1 of pipeline buddy/company-website/2: started",
                        "info   'Build image': INPROGRESS",
                        "info   'Build image': SUCCESSFUL after 42 s",
                        "info   'Push to registry': INPROGRESS",
                        "info   'Push to registry': SUCCESSFUL after 8 s",
                        "info Run 1 of pipeline buddy/company-website/2: SUCCESSFUL after 57 s");
        assertThat(log.lines().get(5)).endsWith(URL);
        assertThat(project.getProperties())
                .containsEntry("buddy.run.id", "1")
                .containsEntry("buddy.run.htmlUrl", URL)
                .containsEntry("buddy.run.status", "SUCCESSFUL");
        assertThat(writes()).hasSize(1);
        assertThat(buddy.requests()).as("every five seconds").hasSizeBetween(12, 15);
    }

    @Test
    void sendsWhatIsConfigured() throws Exception {
        run(
                RUN,
                "<branch>main</branch><revision>0a1b2c</revision><comment>Release</comment><refresh>true</refresh>",
                "<clearCache>true</clearCache><priority>high</priority><wait>false</wait>",
                "<variables><variable><key>STAGE</key><value>live</value></variable>",
                "<variable><key>KEY</key><serverId>nexus</serverId></variable></variables>");

        assertThat(sent().rawPath()).isEqualTo(PIPELINE + "/executions");
        assertThat(sent().json().path("comment").textValue()).matches("Release \\[[0-9a-f]{12}]");
        assertThat(sent().json().toString().replaceAll(" \\[[0-9a-f]+]", "")).isEqualTo("""
                {"to_revision":{"revision":"0a1b2c"},"branch":{"name":"main"},"comment":"Release","refresh":true,\
                "clear_cache":true,"priority":"HIGH","variables":[{"key":"STAGE","value":"live"},\
                {"key":"KEY","value":"s3cret","encrypted":true}]}""");
        assertThat(log.text()).doesNotContain("s3cret");
    }

    @Test
    void sendsTheHeadAndACommentIfNothingIsConfigured() throws Exception {
        run(RUN, "<wait>false</wait>");

        assertThat(sent().json().fieldNames()).toIterable().containsExactly("to_revision", "comment");
        assertThat(sent().json().path("to_revision").path("revision").textValue())
                .isEqualTo("HEAD");
    }

    @Test
    void namesTheProjectInTheComment() {
        GoalRun run = GoalRunner.of(RUN)
                .against(buddy)
                .element("workspace", "buddy")
                .element("projectName", "company-website")
                .run("<pipelineId>2</pipelineId><wait>false</wait>");

        assertThat(run.sent().json().path("comment").textValue())
                .matches("Maven: com.example:app:1.0 \\[[0-9a-f]{12}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tag", "pullRequest"})
    void sendsWhatToRun(String what) throws Exception {
        run(RUN, "<wait>false</wait><" + what + ">it</" + what + ">");

        String key = what.equals("tag") ? "tag" : "pull_request";
        assertThat(sent().json().path(key).path("name").textValue()).isEqualTo("it");
    }

    @Test
    void doesNotWaitIfNobodyWantsTo() throws Exception {
        pipeline.runScript(script().action("Build image", FOREVER, ""));

        run(RUN, "<wait>false</wait>");

        assertThat(log.lines()).singleElement().asString().contains("Run 1", URL);
        assertThat(project.getProperties()).containsEntry("buddy.run.status", "INPROGRESS");
        assertThat(buddy.requests()).hasSize(1);
    }

    @Test
    void namesTheActionsThatFailed() {
        pipeline.add("{\"name\":\"Build image\",\"type\":\"DOCKERFILE\"}");
        pipeline.runScript(script().action("Test", seconds(10), "SUCCESSFUL")
                .action("Build image", seconds(20), "FAILED")
                .action("Skip me", seconds(0), "SKIPPED")
                .action("Clean up", seconds(5), "TERMINATED")
                .action("Push", seconds(0), "NOT_EXECUTED"));

        Throwable failure = failureOf(RUN);

        assertThat(failure)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("Run 1 of pipeline buddy/company-website/2: FAILED after 35 s", URL);
        assertThat(String.valueOf(failure.getMessage()).lines().filter(line -> line.startsWith("  - ")))
                .containsExactly(
                        "  - 'Build image': FAILED after 20 s, " + buddy.apiUrl() + PIPELINE + "/actions/1",
                        "  - 'Clean up': TERMINATED after 5 s, " + buddy.apiUrl() + PIPELINE + "/actions/1000003");
        assertThat(log.text()).contains("'Skip me': SKIPPED").doesNotContain("'Push'");
        assertThat(project.getProperties()).containsEntry("buddy.run.status", "FAILED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAILED", "TERMINATED", "SKIPPED", "NOT_EXECUTED", "SOMETHING_NEW", "INPROGRESS"})
    void failsAtEachOtherEnd(String status) {
        pipeline.runScript(
                script().action("Build image", seconds(10), "SUCCESSFUL").endsAs(status));

        assertThat(failureOf(RUN))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll(status, URL, "No action failed");
        assertThat(project.getProperties()).containsEntry("buddy.run.status", status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-09-01T08:00:10.123456789+02:00", "2026-09-01T08:00:10+0200", "1788249610", "now"})
    void isOverWithAnyFinishDate(String date) {
        pipeline.runScript(script().status("SOMETHING_NEW", FOREVER));
        buddy.inject(Fault.none()
                .altering(answer -> new Answer(
                        200,
                        "application/json",
                        answer.body().replaceAll("\"finish_date\" *: *null", "\"finish_date\":\"" + date + "\"")))
                .on("GET"));

        assertThat(failureOf(RUN)).hasMessageContainingAll("SOMETHING_NEW", "No action failed");
        assertThat(passed()).isLessThan(seconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENQUEUED", "TERMINATING", "SOMETHING_NEW"})
    void goesOnWaitingIfTheRunIsNotOver(String status) throws Exception {
        pipeline.runScript(script().status(status, seconds(100)));

        run(RUN);

        assertThat(log.text()).contains("still " + status + " after 1 min 0 s");
        assertThat(passed()).isGreaterThanOrEqualTo(seconds(100));
    }

    @Test
    void givesASignOfLifeOnceAMinute() throws Exception {
        pipeline.runScript(script().action("Build image", seconds(200), "SUCCESSFUL"));

        run(RUN);

        assertThat(log.lines()).filteredOn(line -> line.contains("still")).hasSize(3);
    }

    @Test
    void saysOnceThatARunWaitsForAPerson() throws Exception {
        pipeline.runScript(script().action("Approve", "WAITING_FOR_APPLY", seconds(50), "SUCCESSFUL"));

        run(RUN);

        assertThat(log.lines())
                .filteredOn(line -> line.contains("waits for a person"))
                .singleElement()
                .asString()
                .contains("WAITING_FOR_APPLY", URL);
    }

    @Test
    void endsTheWaitAfterTheTimeout() throws Exception {
        pipeline.runScript(script().action("Build image", FOREVER, ""));
        File file = folder.resolve("run.json").toFile();

        assertThat(failureOf(RUN, "<waitTimeout>12</waitTimeout><outputFile>" + file + "</outputFile>"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("<waitTimeout>12</waitTimeout>", "goes on", URL);
        assertThat(passed()).isEqualTo(seconds(12));
        assertThat(read(file).path("run").path("status").textValue()).isEqualTo("INPROGRESS");
        assertThat(project.getProperties()).containsEntry("buddy.run.status", "INPROGRESS");
    }

    @Test
    void looksOnceMoreWhenTheTimeIsUp() throws Exception {
        pipeline.runScript(script().action("Build image", seconds(11), "SUCCESSFUL"));

        run(RUN, "<waitTimeout>12</waitTimeout>");

        assertThat(passed()).isEqualTo(seconds(12));
    }

    @Test
    void takesItsOwnTimeForAnActionWithoutDates() {
        pipeline.runScript(script().action("Build image", seconds(20), "FAILED"));
        buddy.inject(Fault.none()
                .altering(answer -> new Answer(
                        200,
                        "application/json",
                        answer.body().replaceAll("\"(start|finish)_date\" *: *\"[^\"]*\"", "\"$1_date\":null")))
                .on("GET")
                .always());

        assertThat(failureOf(RUN)).hasMessageContaining("  - 'Build image': FAILED after 20 s, ");
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of("connection", Fault.dropAfterProcessing()),
                Arguments.of("half an answer", Fault.truncate()),
                Arguments.of("gateway", Fault.processThenAnswer(502, "text/html", "<html>")),
                Arguments.of("failure", Fault.processThenAnswer(500, "application/json", "{}")),
                Arguments.of("answer without sense", Fault.processThenAnswer(200, "text/html", "<html>")),
                Arguments.of("empty answer", Fault.processThenAnswer(200, "application/json", "")),
                Arguments.of("late", Fault.answer(504, "text/html", "<html>").carriedOutLater(seconds(14))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void findsTheRunOfALostAnswer(String loss, Fault fault) throws Exception {
        otherRuns(3);
        buddy.inject(fault.on("POST"));

        run(RUN);

        assertThat(writes()).hasSize(1);
        assertThat(pipeline.runs()).hasSize(4);
        assertThat(project.getProperties())
                .containsEntry("buddy.run.id", "4")
                .containsEntry("buddy.run.status", "SUCCESSFUL");
    }

    @ParameterizedTest
    @CsvSource({"true, 250", "false, 250"})
    void findsItOnAnyPageOfTheList(boolean oldestFirst, int others) throws Exception {
        otherRuns(others);
        buddy.oldestRunFirst(oldestFirst).runPages(Pages.of(20).withEnvelope().ofFixedSize());
        buddy.inject(Fault.dropAfterProcessing().on("POST"));

        run(RUN, "<wait>false</wait>");

        assertThat(project.getProperties()).containsEntry("buddy.run.id", String.valueOf(others + 1));
    }

    private void otherRuns(int count) {
        for (int i = 0; i < count; i++) {
            pipeline.run("{\"comment\":\"Maven: com.example:app:1.0 [0123456789ab]\"}");
        }
    }

    @Test
    void waitsForAListThatLagsBehind() throws Exception {
        buddy.listsLag(seconds(10));
        buddy.inject(Fault.dropAfterProcessing().on("POST"));

        run(RUN);

        assertThat(project.getProperties()).containsEntry("buddy.run.status", "SUCCESSFUL");
    }

    static Stream<Fault> notCarriedOut() {
        return Stream.of(
                Fault.dropBeforeProcessing(),
                Fault.answer(502, "text/html", "<html>"),
                Fault.answer(200, "text/html", "<html>"),
                Fault.answer(302, "", ""));
    }

    @ParameterizedTest
    @MethodSource("notCarriedOut")
    void neverStartsASecondRun(Fault fault) {
        otherRuns(2);
        buddy.inject(fault.on("POST"));

        assertThat(failureOf(RUN)).isInstanceOf(MojoExecutionException.class).hasMessageContaining("may have started");
        assertThat(writes()).hasSize(1);
        assertThat(project.getProperties()).doesNotContainKey("buddy.run.id");
    }

    @Test
    void saysWhatBuddyRefuses() {
        buddy.mayRun(false);

        assertThat(failureOf(RUN))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("403", "PIPELINE_RUN");
        assertThat(buddy.requests()).hasSize(1);
    }

    @Test
    void waitsForALimitAndStartsTheRunThen() throws Exception {
        buddy.inject(Fault.answer(429, "application/json", "{}")
                .header("Retry-After", "30")
                .on("POST")
                .times(2));

        run(RUN, "<rateLimitWait>60</rateLimitWait>");

        assertThat(pipeline.runs()).hasSize(1);
        assertThat(project.getProperties()).containsEntry("buddy.run.status", "SUCCESSFUL");
        assertThat(passed()).isBetween(seconds(60), seconds(61));
    }

    static Stream<Arguments> hiccups() {
        return Stream.of(
                Arguments.of("gateway", Fault.answer(502, "text/html", "<html>")),
                Arguments.of("connection", Fault.dropBeforeProcessing()),
                Arguments.of("nonsense", Fault.answer(200, "text/html", "<html>")),
                Arguments.of("half an answer", Fault.truncate()),
                Arguments.of(
                        "limit",
                        Fault.answer(429, "application/json", "{}")
                                .withoutHeader("X-Rate-Limit-Reset")
                                .header("Retry-After", "17")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hiccups")
    void bearsHiccupsWhileItWaits(String hiccup, Fault fault) throws Exception {
        pipeline.runScript(script().action("Build image", seconds(100), "SUCCESSFUL"));
        buddy.inject(fault.on("GET").times(10));

        run(RUN);

        assertThat(project.getProperties()).containsEntry("buddy.run.status", "SUCCESSFUL");
        assertThat(log.warnings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hiccups")
    void endsTheWaitAfterFiveMinutesOfHiccups(String hiccup, Fault fault) {
        pipeline.runScript(script().action("Build image", FOREVER, ""));
        buddy.inject(fault.on("GET").always());

        assertThat(failureOf(RUN))
                .hasMessageContainingAll("Run 1 of", "goes on", URL)
                .hasMessageNotContaining("Nothing");
        assertThat(passed()).isBetween(Duration.ofMinutes(5), Duration.ofSeconds(330));
    }

    @Test
    void asksNoSoonerThanTheLimitAllows() throws Exception {
        pipeline.runScript(script().action("Build image", seconds(100), "SUCCESSFUL"));
        buddy.inject(Fault.answer(429, "application/json", "{}")
                .header("Retry-After", "60")
                .on("GET"));

        run(RUN);

        assertThat(buddy.requests())
                .as("one POST, one limit, and what is left of 100 seconds")
                .hasSizeLessThan(14);
    }

    @Test
    void goesOnIfTheServiceFailsAndThePomSaysSo() throws Exception {
        pipeline.runScript(script().action("Build image", FOREVER, ""));
        buddy.inject(Fault.answer(502, "", "").on("GET").always());
        File file = folder.resolve("run.json").toFile();

        run(RUN, "<failOnServiceError>false</failOnServiceError><outputFile>" + file + "</outputFile>");

        assertThat(log.warnings()).singleElement().asString().contains("502", "goes on");
        assertThat(project.getProperties())
                .containsEntry("buddy.run.id", "1")
                .containsEntry("buddy.run.status", "failed");
        assertThat(read(file).path("outcome").textValue()).isEqualTo("failed");
    }

    @Test
    void endsTheWaitIfBuddyRefusesToTell() {
        pipeline.runScript(script().action("Build image", FOREVER, ""));
        buddy.inject(Fault.answer(401, "application/json", "{}").on("GET"));

        assertThat(failureOf(RUN))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("401", "goes on", URL);
    }

    @Test
    void endsWithinASecondIfItIsInterruptedWhileItSleeps() {
        liveInRealTime();
        pipeline.runScript(script().action("Build image", FOREVER, ""));
        Thread build = Thread.currentThread();
        buddy.inject(Fault.delay(Duration.ZERO).on("GET").meanwhile(() -> interrupt(build)));

        assertInterrupted();
    }

    @Test
    void endsWithinASecondIfItIsInterruptedWhileItAsks() {
        liveInRealTime();
        pipeline.runScript(script().action("Build image", FOREVER, ""));
        Thread build = Thread.currentThread();
        buddy.inject(Fault.neverAnswer().on("GET").meanwhile(() -> interrupt(build)));

        assertInterrupted();
    }

    private void interrupt(Thread build) {
        interruptedAt = System.nanoTime();
        build.interrupt();
    }

    private void assertInterrupted() {
        assertThat(failureOf(RUN, "<failOnServiceError>false</failOnServiceError>"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContainingAll("interrupted", "Run 1 of", "goes on", URL);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - interruptedAt)).isLessThan(seconds(1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysThatARunMayHaveStartedIfItIsInterruptedWhileItStarts(boolean lost) {
        liveInRealTime();
        Thread build = Thread.currentThread();
        Fault fault = lost ? Fault.dropBeforeProcessing() : Fault.neverAnswer();
        buddy.inject(fault.on("POST").meanwhile(build::interrupt));

        assertThat(failureOf(RUN, "<failOnServiceError>false</failOnServiceError>"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("may have started");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(buddy.requests()).hasSize(1);
    }

    @Test
    void showsTheRequestInADryRun() throws Exception {
        request.setOffline(true);

        run(
                RUN,
                "<dryRun>true</dryRun><branch>main</branch>",
                "<variables><variable><key>KEY</key><serverId>nexus</serverId></variable></variables>");

        assertThat(log.lines())
                .singleElement()
                .asString()
                .contains("POST " + buddy.apiUrl() + PIPELINE + "/executions", "\"main\"", "\"****\"")
                .doesNotContain("s3cret");
        assertThat(buddy.requests()).isEmpty();
    }

    @Test
    void failsOffline() {
        request.setOffline(true);

        assertThat(failureOf(RUN)).isInstanceOf(MojoFailureException.class).hasMessageContaining("-o");
    }

    @Test
    void reportsAllProblemsTogether() {
        Throwable failure = failureOf(
                RUN,
                "<branch>main</branch><tag>1.0</tag><priority>urgent</priority><wait>maybe</wait>",
                "<waitTimeout>0</waitTimeout><refresh>1</refresh>",
                "<variables><variable><key>A</key><value>1</value><settable>true</settable></variable>",
                "<variable><key>B</key><value>hush</value><serverId>nexus</serverId></variable></variables>");

        assertThat(failure)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll(
                        "7 problems",
                        "<branch>main</branch> and <tag>1.0</tag>",
                        "<priority>urgent</priority>",
                        "<wait>maybe</wait>",
                        "<waitTimeout>0</waitTimeout>",
                        "<refresh>1</refresh>",
                        "<settable>",
                        "<serverId>nexus</serverId>")
                .hasMessageNotContaining("lenient");
        assertThat(buddy.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<branch>a</branch><pullRequest>b</pullRequest>", "<tag>a</tag><pullRequest>b</pullRequest>"})
    void runsOneThing(String two) {
        assertThat(failureOf(RUN, two)).hasMessageContainingAll(">a</", ">b</", "exclude");
    }

    @Test
    void namesTheServerThatIsMissing() {
        assertThat(failureOf(
                        RUN, "<variables><variable><key>KEY</key><serverId>absent</serverId></variable></variables>"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("<serverId>absent</serverId>", "KEY");
    }

    @Test
    void masksItsSecretsInWhatBuddySays() {
        buddy.inject(Fault.answer(400, "application/json", "{\"errors\":[{\"message\":\"Not s3cret here.\"}]}")
                .on("POST"));

        assertThat(failureOf(
                        RUN, "<variables><variable><key>KEY</key><serverId>nexus</serverId></variable></variables>"))
                .hasMessageContaining("****")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void writesTheRunForScripts() throws Exception {
        pipeline.runScript(script().action("Build image", seconds(10), "FAILED"));
        File file = folder.resolve("run.json").toFile();

        failureOf(RUN, "<outputFile>" + file + "</outputFile>");

        assertThat(read(file).path("run").path("status").textValue()).isEqualTo("FAILED");
        assertThat(read(file).path("run").path("action_executions")).hasSize(1);
    }

    private static JsonNode read(File file) throws Exception {
        return new ObjectMapper().readTree(file);
    }

    @Test
    void findsThePipelineByItsName() throws Exception {
        pipeline.name("Live");

        run(RUN, "<pipelineId/><pipelineName>Live</pipelineName>");

        assertThat(List.of(sent().rawPath())).containsExactly(PIPELINE + "/executions");
    }
}
