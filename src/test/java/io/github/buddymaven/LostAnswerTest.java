package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.fakebuddy.Fault;
import io.github.buddymaven.fakebuddy.RecordedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

/** Whatever answer is lost, there is one action in the end, or a failure that says that there may be one. */
@Timeout(30)
class LostAnswerTest extends AbstractMojoTest {
    private static final String ACTION = "{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\","
            + "\"trigger_time\":\"ON_EVERY_EXECUTION\",\"docker_image_tag\":\"1.0\"}";
    private static final String TAG = "<dockerImageTag>1.1</dockerImageTag>";

    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of("connection", Fault.dropAfterProcessing()),
                Arguments.of("half an answer", Fault.truncate()),
                Arguments.of("gateway", Fault.processThenAnswer(502, "text/html", "<html>")),
                Arguments.of("answer without sense", Fault.processThenAnswer(201, "text/html", "<html>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void adoptsTheActionOfALostAnswer(String loss, Fault fault) throws Exception {
        buddy.inject(fault.on("POST"));

        create();

        assertThat(writes()).hasSize(1);
        assertThat(pipeline.actions()).hasSize(1);
        assertOutcome("created");
        assertThat(project.getProperties()).containsEntry("buddy.action.id", "1");
    }

    /** The action that is found may be another build's: of the same name, with other content. */
    @Test
    void updatesTheActionThatItFindsAfterALossIfItDiffers() throws Exception {
        buddy.inject(Fault.dropBeforeProcessing().on("POST").meanwhile(() -> pipeline.add(ACTION)));

        create(TAG);

        assertThat(writes()).map(RecordedRequest::method).containsExactly("POST", "PATCH");
        assertThat(sentLast().json().path("docker_image_tag").textValue()).isEqualTo("1.1");
        assertThat(pipeline.actions()).hasSize(1);
        assertThat(pipeline.actions().get(0).path("docker_image_tag").textValue())
                .isEqualTo("1.1");
        assertOutcome("created");
    }

    @Test
    void leavesTheActionThatItFindsAfterALossIfItIsAsDesired() throws Exception {
        buddy.inject(Fault.dropAfterProcessing().on("POST"));

        create(TAG);

        assertThat(writes()).map(RecordedRequest::method).containsExactly("POST");
    }

    @Test
    void adoptsNoActionOfAnotherNameOrType() throws Exception {
        buddy.inject(Fault.dropBeforeProcessing().on("POST").meanwhile(() -> {
            pipeline.add(ACTION.replace("DOCKER_PUSH", "SLACK"));
            pipeline.add(ACTION.replace("Push to", "Push elsewhere to"));
        }));

        create();

        assertThat(writes()).map(RecordedRequest::method).containsExactly("POST", "POST");
        assertThat(pipeline.actions()).hasSize(3);
        assertThat(project.getProperties()).containsEntry("buddy.action.id", "3");
    }

    @Test
    void keepsTheOlderOfTwoEqualActionsAfterALoss() throws Exception {
        buddy.inject(Fault.dropAfterProcessing().on("POST").meanwhile(() -> pipeline.add(ACTION)));

        create("<dockerImageTag>1.0</dockerImageTag>");

        assertThat(writes()).map(RecordedRequest::method).containsExactly("POST", "DELETE");
        assertThat(project.getProperties()).containsEntry("buddy.action.id", "1");
        assertThat(pipeline.actions()).hasSize(1);
        assertThat(log.text()).contains("Deleted", "id 2", "id 1");
    }

    @Test
    void failsIfSeveralActionsOfTheNameDifferAfterALoss() {
        buddy.inject(Fault.dropAfterProcessing().on("POST").meanwhile(() -> pipeline.add(ACTION)));

        assertThat(failure(TAG))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("everal", "\n  - id 1", "\n  - id 2");
        assertThat(writes()).hasSize(1);
    }

    @Test
    void sendsALostRequestOnceMore() throws Exception {
        buddy.inject(Fault.dropBeforeProcessing().on("POST"));

        create();

        assertThat(writes()).hasSize(2);
        assertThat(pipeline.actions()).hasSize(1);
        assertOutcome("created");
    }

    @Test
    void givesUpAfterTwoLosses() {
        buddy.inject(Fault.dropBeforeProcessing().on("POST").always());

        assertThat(failure()).isInstanceOf(MojoExecutionException.class).hasMessageContaining("may");
        assertThat(writes()).hasSize(2);
    }

    @Test
    void sendsARequestAgainThatTheServerDidNotTake() throws Exception {
        buddy.inject(Fault.answer(503, "", "").on("POST").times(2));

        create();

        assertThat(writes()).hasSize(3);
        assertThat(pipeline.actions()).hasSize(1);
    }

    @Test
    void looksForFifteenSecondsAfterALoss() throws Exception {
        Instant start = buddy.clock().instant();
        buddy.inject(Fault.dropBeforeProcessing().on("POST"))
                .inject(Fault.delay(Duration.ZERO).on("POST").meanwhile(() -> assertThat(
                                Duration.between(start, buddy.clock().instant()))
                        .isGreaterThanOrEqualTo(Duration.ofSeconds(15))));

        create();

        assertThat(methods().subList(0, 7)).containsExactly("GET", "POST", "GET", "GET", "GET", "GET", "GET");
        assertOutcome("created");
    }

    @ParameterizedTest
    @ValueSource(ints = {504, 408})
    void adoptsWhatAServerThatWasStillAtWorkHasDone(int status) throws Exception {
        buddy.inject(Fault.answer(status, "", "").on("POST").carriedOutLater(Duration.ofSeconds(9)));

        create();

        assertThat(writes()).hasSize(1);
        assertThat(pipeline.actions()).hasSize(1);
        assertOutcome("created");
    }

    @ParameterizedTest
    @ValueSource(ints = {504, 408})
    void sendsNoSecondRequestToAServerThatMayBeStillAtWork(int status) throws Exception {
        buddy.inject(Fault.answer(status, "", "").on("POST").carriedOutLater(Duration.ofSeconds(20)));

        assertThat(failure()).hasMessageContainingAll("HTTP " + status, "may");
        buddy.clock().advance(Duration.ofSeconds(10));
        nextBuild();
        create();

        assertThat(writes()).hasSize(1);
        assertThat(pipeline.actions()).hasSize(1);
        assertOutcome("unchanged");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 14, 25, 30})
    void keepsOneActionIfALostRequestIsCarriedOutAfterAll(int seconds) throws Exception {
        buddy.inject(Fault.answer(502, "", "").on("POST").carriedOutLater(Duration.ofSeconds(seconds)));

        create();
        buddy.clock().advance(Duration.ofMinutes(1));

        assertThat(pipeline.actions()).hasSize(1);
        assertThat(project.getProperties())
                .containsEntry(
                        "buddy.action.id", pipeline.actions().get(0).path("id").asText());
    }

    @Test
    void keepsANameInDoubtForTheRestOfTheBuild() {
        buddy.inject(Fault.answer(504, "", "").on("POST").carriedOutLater(Duration.ofMinutes(5)));

        String first = failure().getMessage();
        String second = failure().getMessage();

        assertThat(second).isEqualTo(first);
        assertThat(writes()).hasSize(1);
    }

    @Test
    void doesNotAskAServiceAgainThatTwoModulesDidNotReachInTime() {
        buddy.inject(Fault.neverAnswer().always());

        assertThat(failure("<requestTimeout>1</requestTimeout><name>A</name>")).hasMessageContaining("within");
        assertThat(failure("<requestTimeout>1</requestTimeout><name>B</name>")).hasMessageContaining("within");
        int sent = buddy.requests().size();
        assertThat(failure("<requestTimeout>1</requestTimeout><name>C</name>"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContainingAll("time-outs", "<requestTimeout>1");
        assertThat(buddy.requests()).hasSize(sent);
    }

    @Test
    void failsIfItCannotTellItsActionFromOthersAfterALoss() {
        pipeline.add(ACTION);
        buddy.inject(Fault.dropBeforeProcessing().on("POST"));

        assertThat(failure("<ifExists>create</ifExists>"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContainingAll("may", "\n  - id 1", buddy.apiUrl());
        assertThat(writes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 429})
    void saysThatTheActionMayExistIfBuddyRefusesAfterALoss(int status) {
        buddy.inject(Fault.dropBeforeProcessing().on("POST"))
                .inject(Fault.answer(status, "", "").on("POST").always());

        assertThat(failure()).hasMessageContainingAll("HTTP " + status, "may", "buddy/company-website/2");
    }

    @Test
    void saysThatNothingIsInDoubtIfBuddyRefusesAtOnce() {
        buddy.inject(Fault.answer(400, "", "").on("POST"));

        assertThat(failure()).hasMessageContaining("HTTP 400").hasMessageNotContaining("may");
    }

    @Test
    void sendsNothingAgainAfterATimeOut() {
        buddy.inject(Fault.neverAnswer().on("POST"));

        assertThat(failure("<requestTimeout>1</requestTimeout>"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("may");
        assertThat(writes()).hasSize(1);
    }

    @Test
    void addsNoSecondActionIfTheAnswerComesTooLate() {
        buddy.inject(Fault.delay(Duration.ofSeconds(2)).on("POST"));

        try {
            create("<requestTimeout>1</requestTimeout>");
        } catch (Exception e) {
            assertThat(e).isInstanceOf(MojoExecutionException.class).hasMessageContaining("may");
        }

        assertThat(writes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 500})
    void reportsTheLossIfItCannotListAfterwards(int status) {
        buddy.inject(Fault.dropAfterProcessing().on("POST"))
                .inject(Fault.answer(status, "", "").when(this::isAfterThePost).always());

        assertThat(failure())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContainingAll("connection", "may")
                .hasMessageNotContaining("HTTP " + status);
        assertThat(writes()).hasSize(1);
    }

    @Test
    void sendsNothingAgainIfTheLooksAreRefusedBeforeTheLastOne() {
        buddy.inject(Fault.dropBeforeProcessing().on("POST"))
                .inject(Fault.delay(Duration.ZERO).on("GET").times(2))
                .inject(Fault.answer(403, "", "").when(this::isAfterThePost).always());

        assertThat(failure()).isInstanceOf(MojoExecutionException.class).hasMessageContaining("may");
        assertThat(writes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 500, 502})
    void namesBothActionsIfItCannotDeleteItsOwnAfterAnotherBuildWasQuicker(int status) {
        buddy.inject(Fault.delay(Duration.ZERO).on("POST").meanwhile(() -> pipeline.add(ACTION)))
                .inject(Fault.answer(status, "", "").on("DELETE").always());

        assertThat(failure()).hasMessageContainingAll("id 1", "id 2");
    }

    @Test
    void reportsTheActionAsCreatedIfItCannotBeReadAfterALoss() throws Exception {
        buddy.inject(Fault.dropAfterProcessing().on("POST"))
                .inject(Fault.answer(500, "", "").on("GET", "/actions/1$").always());

        create(TAG);

        assertOutcome("created");
        assertThat(writes()).hasSize(1);
    }

    @Test
    void reportsTheActionAsCreatedIfTheListFailsAfterItWasSentAgain() throws Exception {
        buddy.inject(Fault.dropBeforeProcessing().on("POST"))
                .inject(Fault.answer(500, "", "").when(request -> writes().size() == 2 && isGet(request)));

        create();

        assertOutcome("created");
    }

    @Test
    void keepsTheOlderActionWhateverTheOrderOfTheList() throws Exception {
        buddy.inject(Fault.dropAfterProcessing().on("POST").meanwhile(() -> {
            pipeline.add(ACTION.replace("{", "{\"id\":9,"));
            buddy.nextActionId(3);
        }));

        create("<dockerImageTag>1.0</dockerImageTag>");

        assertThat(pipeline.actions())
                .map(action -> action.path("id").intValue())
                .containsExactly(3);
    }

    @Test
    void showsTheActionThatItHasUpdatedAfterALoss(@TempDir Path folder) throws Exception {
        buddy.inject(Fault.dropBeforeProcessing().on("POST").meanwhile(() -> pipeline.add(ACTION)));
        Path file = folder.resolve("result.json");

        create(TAG, "<outputFile>" + file + "</outputFile>");

        assertThat(file).content().contains("\"docker_image_tag\" : \"1.1\"");
    }

    @Test
    void namesBothActionsIfItCannotReadThemAfterALoss() {
        buddy.inject(Fault.dropAfterProcessing().on("POST").meanwhile(() -> pipeline.add(ACTION)))
                .inject(Fault.answer(500, "", "").on("GET", "/actions/\\d+$").always());

        assertThat(failure(TAG)).hasMessageContainingAll("everal", "\n  - id 1", "\n  - id 2");
    }

    @Test
    void namesBothActionsIfThereAreTwoAndOthersOfTheNameMayBeWanted() {
        buddy.inject(Fault.answer(502, "", "").on("POST").carriedOutLater(Duration.ofSeconds(20)));

        assertThat(failure("<ifExists>create</ifExists>"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContainingAll("may", "\n  - id 1", "\n  - id 2");
    }

    @Test
    void keepsTheDoubtIfTheListFailsBeforeTheRequestIsSentAgain() {
        buddy.inject(Fault.dropBeforeProcessing().on("POST"))
                .inject(Fault.answer(503, "", "").on("POST"))
                .inject(Fault.answer(500, "", "").when(request -> writes().size() == 2 && isGet(request)));

        assertThat(failure()).hasMessageContainingAll("may have been created", "HTTP 503");
        assertThat(failure()).hasMessageContaining("may have been created");
        assertThat(writes()).hasSize(2);
    }

    @Test
    void waitsBeforeItSendsARequestAgainThatTheServerDidNotTake() throws Exception {
        Instant start = buddy.clock().instant();
        buddy.inject(Fault.answer(503, "", "").on("POST"));

        create();

        assertThat(buddy.clock().instant()).isAfter(start);
    }

    @Test
    void doesNotTakeAnAnswerAboutAnActionOfThisBuildForItsOwn() throws Exception {
        create("<ifExists>create</ifExists>");
        buddy.inject(Fault.answer(201, "application/json", "{\"id\":1}").on("POST"));

        create("<ifExists>create</ifExists><name>Push too</name>");

        assertThat(pipeline.actions()).hasSize(2);
        assertThat(project.getProperties()).containsEntry("buddy.action.id", "2");
    }

    @Test
    void doesNotTakeAnAnswerAboutAnActionThatWasListedForItsOwn() throws Exception {
        pipeline.add("{\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");
        buddy.inject(Fault.answer(201, "application/json", "{\"id\":1}").on("POST"));

        create();

        assertThat(pipeline.actions()).hasSize(2);
        assertThat(project.getProperties()).containsEntry("buddy.action.id", "2");
    }

    @Test
    void failsIfEachAnswerIsAboutAnotherAction() {
        pipeline.add("{\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");
        buddy.inject(
                Fault.answer(201, "application/json", "{\"id\":1}").on("POST").always());

        assertThat(failure()).isInstanceOf(MojoExecutionException.class).hasMessageContainingAll("lost", "\n  - id 1");
        assertThat(writes()).hasSize(2);
    }

    private boolean isAfterThePost(RecordedRequest request) {
        return isGet(request) && !writes().isEmpty();
    }

    private static boolean isGet(RecordedRequest request) {
        return request.method().equals("GET");
    }

    private RecordedRequest sentLast() {
        return writes().get(writes().size() - 1);
    }
}
