package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.buddymaven.fakebuddy.FakeBuddy.EchoPasswords;
import io.github.buddymaven.fakebuddy.Fault;
import io.github.buddymaven.fakebuddy.Pipeline;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The POM is the wanted state: later runs leave the action alone or change what differs, and never add a second one. */
@MojoParameter(name = "workspace", value = "buddy")
@MojoParameter(name = "projectName", value = "company-website")
@MojoParameter(name = "pipelineId", value = "2")
@MojoParameter(name = "name", value = "Push")
@MojoParameter(name = "dockerImageTag", value = "1.1")
@MojoParameter(name = "repository", value = "my/app")
@MojoParameter(name = "integration", value = "5ddb")
@MojoParameter(name = "dockerBuildActionId", value = "0")
class ConvergeTest extends AbstractMojoTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SAME = """
            {"name":"Push","type":"DOCKER_PUSH","docker_image_tag":"1.1","repository":"my/app",
             "integration":{"hash_id":"5ddb"},"docker_build_action_id":0,"trigger_time":"ON_SUCCESS"}""";
    private static final String SUBJECT = "info Action 'Push' (id 1) in pipeline buddy/company-website/2: ";

    @Inject
    private MavenProject project;

    @Inject
    private MojoExecution execution;

    private Pipeline pipeline;

    /** What Maven gives the goal besides its parameters: here, a POM that does not mention the trigger time. */
    @BeforeEach
    void configure() {
        execution.setConfiguration(new Xpp3Dom("configuration"));
    }

    @BeforeEach
    void findPipeline() {
        pipeline = buddy.pipeline("buddy", "company-website", 2);
    }

    @Test
    @InjectMojo(goal = GOAL)
    void listsOnceAndPostsOnce(CreatePushActionMojo goal) throws Exception {
        execute(goal);

        assertThat(methods()).containsExactly("GET", "POST");
        assertThat(pipeline.actions()).hasSize(1);
        assertThat(log.lines().get(0)).isEqualTo(SUBJECT + "created");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void leavesAnActionThatIsAsWanted(CreatePushActionMojo goal) throws Exception {
        pipeline.add(SAME);

        execute(goal);

        assertThat(methods()).containsExactly("GET", "GET");
        assertThat(log.lines())
                .containsExactly(
                        SUBJECT + "unchanged",
                        "info https://app.buddy.works/buddy/company-website/pipelines/action/1/edit");
        assertThat(project.getProperties())
                .containsEntry("buddy.action.id", "1")
                .containsEntry("buddy.action.outcome", "unchanged");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "triggerTime", value = "ON_WARNING")
    void changesExactlyWhatDiffers(CreatePushActionMojo goal) throws Exception {
        Xpp3Dom triggerTime = new Xpp3Dom("triggerTime");
        triggerTime.setValue("ON_WARNING");
        execution.getConfiguration().addChild(triggerTime);
        pipeline.add(SAME.replace("1.1", "1.0").replace("\"repository\":\"my/app\",", ""));

        execute(goal);

        assertThat(methods()).containsExactly("GET", "GET", "PATCH");
        assertThat(sent().json()).isEqualTo(JSON.readTree("""
                {"name":"Push","type":"DOCKER_PUSH","trigger_time":"ON_WARNING","docker_image_tag":"1.1",
                 "repository":"my/app"}"""));
        assertThat(log.lines())
                .containsExactly(
                        SUBJECT + "updated",
                        "info   triggerTime: ON_SUCCESS -> ON_WARNING",
                        "info   dockerImageTag: 1.0 -> 1.1",
                        "info   repository: (none) -> my/app",
                        "info https://app.buddy.works/buddy/company-website/pipelines/action/1/edit");
        assertThat(project.getProperties()).containsEntry("buddy.action.outcome", "updated");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "integration", value = "")
    @MojoParameter(name = "registryServerId", value = "nexus")
    void sendsCredentialsAgainSinceNobodyCanCompareThem(CreatePushActionMojo goal) throws Exception {
        pipeline.add(SAME.replace("\"name\"", "\"login\":\"deployer\",\"password\":\"old\",\"name\""));

        execute(goal);

        assertThat(sent().json())
                .isEqualTo(JSON.readTree("{\"name\":\"Push\",\"type\":\"DOCKER_PUSH\",\"password\":\"s3cret\"}"));
        assertThat(log.lines().get(0)).isEqualTo(SUBJECT + "unchanged; the registry's credentials were sent again");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "ifExists", value = "skip")
    void skipsAnActionThatIsThere(CreatePushActionMojo goal) throws Exception {
        pipeline.add(SAME.replace("1.1", "1.0"));

        execute(goal);

        assertThat(methods()).containsExactly("GET");
        assertThat(log.lines().get(0)).isEqualTo(SUBJECT + "skipped");
        assertThat(project.getProperties()).containsEntry("buddy.action.outcome", "skipped");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "ifExists", value = "fail")
    void failsOnAnActionThatIsThere(CreatePushActionMojo goal) {
        pipeline.add(SAME);

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("it is there already, and <ifExists> is fail:\n  - id 1,"
                        + " https://app.buddy.works/buddy/company-website/pipelines/action/1/edit");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "ifExists", value = "create")
    void createsAnotherWithoutLooking(CreatePushActionMojo goal) throws Exception {
        pipeline.add(SAME);

        execute(goal);

        assertThat(methods()).containsExactly("POST");
        assertThat(pipeline.actions()).hasSize(2);
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "ifExists", value = "updat")
    void refusesAnUnknownChoice(CreatePushActionMojo goal) {
        assertThatThrownBy(() -> execute(goal))
                .hasMessageEndingWith(
                        "<ifExists>updat</ifExists> is not known, did you mean update? Allowed are update,"
                                + " skip, fail, create.");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void doesNotChooseAmongSeveralOfTheName(CreatePushActionMojo goal) {
        pipeline.add(SAME);
        pipeline.add(SAME);

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining(
                        "several actions of the pipeline have this name:\n  - id 1, https://app.buddy.works")
                .hasMessageContaining("\n  - id 2, https://app.buddy.works");
        assertThat(writes()).isEmpty();
    }

    @Test
    @InjectMojo(goal = GOAL)
    void doesNotTakeAnActionOfAnotherTypeForItsOwn(CreatePushActionMojo goal) {
        pipeline.add("{\"name\":\"Push\",\"type\":\"BUILD\"}");

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining(
                        "an action of this name is there, of type BUILD instead of DOCKER_PUSH:\n  - id 1");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void namesTheRightThatIsMissingToList(CreatePushActionMojo goal) {
        buddy.mayList(false);

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("Buddy does not let this token read the pipeline's actions (HTTP 403): ")
                .hasMessageContaining(
                        "give it the right to read pipelines too, in Buddy, or set" + " <ifExists>create</ifExists>");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void anUnknownListIsNoVerdictYet(CreatePushActionMojo goal) throws Exception {
        buddy.inject(Fault.answer(405, "text/html", "<html>").on("GET"));

        execute(goal);

        assertThat(pipeline.actions()).hasSize(1);
    }

    @Test
    @InjectMojo(goal = GOAL)
    void warnsThatGitWillUndoTheChange(CreatePushActionMojo goal) throws Exception {
        buddy.inject(Fault.answer(201, "application/json", "{\"id\":1,\"pipeline\":{\"git_config_ref\":\"FIXED\"}}")
                .on("POST"));

        execute(goal);

        assertThat(log.text())
                .contains("warn Pipeline buddy/company-website/2 is defined in git: its next synchronisation");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "dryRun", value = "true")
    void aDryRunWarnsThatGitWillUndoTheChange(CreatePushActionMojo goal) throws Exception {
        pipeline.add(SAME.replace("1.1", "1.0"));
        buddy.inject(Fault.answer(200, "application/json", "{\"id\":1,\"pipeline\":{\"definition_source\":\"REMOTE\"}}")
                .on("GET", "actions/1$"));

        execute(goal);

        assertThat(log.text()).contains("warn Pipeline buddy/company-website/2 is defined in git");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aLostAnswerMakesNoSecondAction(CreatePushActionMojo goal) throws Exception {
        buddy.inject(Fault.dropAfterProcessing().on("POST"));

        execute(goal);

        assertThat(pipeline.actions()).hasSize(1);
        assertThat(log.lines().get(0)).isEqualTo(SUBJECT + "created");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aTruncatedAnswerMakesNoSecondAction(CreatePushActionMojo goal) throws Exception {
        buddy.inject(Fault.truncate().on("POST"));

        execute(goal);

        assertThat(pipeline.actions()).hasSize(1);
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aGatewaysAnswerMakesNoSecondAction(CreatePushActionMojo goal) throws Exception {
        buddy.inject(Fault.processThenAnswer(502, "text/html", "<html>").on("POST"));

        execute(goal);

        assertThat(pipeline.actions()).hasSize(1);
        assertThat(log.lines().get(0)).isEqualTo(SUBJECT + "created");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aRequestThatWasLostIsSentAgain(CreatePushActionMojo goal) throws Exception {
        buddy.inject(Fault.dropBeforeProcessing().on("POST").times(2));

        execute(goal);

        assertThat(writes()).hasSize(3);
        assertThat(pipeline.actions()).hasSize(1);
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "ifExists", value = "create")
    void aDoubtThatTheListCannotSettleIsAFailure(CreatePushActionMojo goal) {
        pipeline.add(SAME);
        buddy.inject(Fault.dropBeforeProcessing().on("POST"));

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(
                        "broke before the answer was complete. The action may be one of these:\n  - id 1");
        assertThat(writes()).hasSize(1);
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aLostEditIsSentAgain(CreatePushActionMojo goal) throws Exception {
        pipeline.add(SAME.replace("1.1", "1.0"));
        buddy.inject(Fault.dropAfterProcessing().on("PATCH"));

        execute(goal);

        assertThat(log.lines().get(0)).isEqualTo(SUBJECT + "updated");
        assertThat(pipeline.action(1).orElseThrow().path("docker_image_tag").textValue())
                .isEqualTo("1.1");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "rateLimitWait", value = "5")
    void waitsForTheRateLimit(CreatePushActionMojo goal) throws Exception {
        buddy.inject(Fault.answer(429, "", "").header("Retry-After", "1").on("POST"));

        execute(goal);

        assertThat(log.lines().get(0)).isEqualTo("info Buddy's limit of requests is reached: waiting 1 s.");
        assertThat(log.lines().get(1)).isEqualTo(SUBJECT + "created");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "rateLimitWait", value = "5")
    void doesNotWaitForALimitThatLastsLonger(CreatePushActionMojo goal) {
        buddy.inject(Fault.answer(403, "application/json", "{\"errors\":[{\"message\":\"Rate limit exceeded.\"}]}")
                .header("Retry-After", "600")
                .always());

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining(
                        "Rate limit exceeded. Too many requests were made with this token; the limit ends at 2");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "dryRun", value = "true")
    void aDryRunShowsWhatItWouldCreate(CreatePushActionMojo goal) throws Exception {
        execute(goal);

        assertThat(log.text())
                .startsWith("info Dry run: would create action 'Push' in pipeline buddy/company-website/2 with\nPOST "
                        + buddy.apiUrl() + PIPELINE + "/actions\n{\n  \"name\" : \"Push\",");
        assertThat(writes()).isEmpty();
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "dryRun", value = "true")
    @MojoParameter(name = "failOnChange", value = "true")
    void aDriftCheckFailsOnADifference(CreatePushActionMojo goal) {
        pipeline.add(SAME.replace("1.1", "1.0"));

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith(
                        "<failOnChange>: the action 'Push' of pipeline buddy/company-website/2 is not as");
        assertThat(log.lines())
                .contains(
                        "info Dry run: would update Action 'Push' (id 1) in pipeline buddy/company-website/2",
                        "info   dockerImageTag: 1.0 -> 1.1");
        assertThat(writes()).isEmpty();
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "dryRun", value = "true")
    @MojoParameter(name = "failOnChange", value = "true")
    void aDriftCheckPassesWhereNothingWouldChange(CreatePushActionMojo goal) throws Exception {
        pipeline.add(SAME);

        execute(goal);

        assertThat(log.lines())
                .containsExactly("info Dry run: Action 'Push' (id 1) in pipeline buddy/company-website/2: unchanged");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "dryRun", value = "true")
    @MojoParameter(name = "failOnChange", value = "true")
    void aDriftCheckThatCouldNotLookHasNotPassed(CreatePushActionMojo goal) {
        request.setOffline(true);

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("<failOnChange>: nobody could look");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "integration", value = "")
    @MojoParameter(name = "registryServerId", value = "nexus")
    void writesTheOutcomeForScripts(CreatePushActionMojo goal, @TempDir Path folder) throws Exception {
        pipeline.add(SAME.replace("1.1", "1.0").replace("\"name\"", "\"password\":\"old\",\"name\""));
        buddy.echoPasswords(EchoPasswords.ECHOED);
        File file = folder.resolve("deep/outcome.json").toFile();
        MojoExtension.setVariableValueToObject(goal, "outputFile", file);

        execute(goal);

        JsonNode outcome = JSON.readTree(file);
        assertThat(outcome.path("outcome").textValue()).isEqualTo("updated");
        assertThat(outcome.path("differences")).isEqualTo(JSON.readTree("""
                [{"field":"docker_image_tag","old":"1.0","new":"1.1"},{"field":"login","old":null,"new":"deployer"}]"""));
        assertThat(outcome.path("action").path("id").intValue()).isEqualTo(1);
        assertThat(outcome.toString()).doesNotContain("s3cret", "old\":\"old");
        assertThat(file.getParentFile().list())
                .as("nothing half-written is left")
                .containsExactly("outcome.json");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aSecondModuleOfTheBuildFindsItDone(CreatePushActionMojo goal) throws Exception {
        execute(goal);
        execute(goal);

        assertThat(methods()).as("nothing is asked again").containsExactly("GET", "POST");
        assertThat(log.lines()).contains(SUBJECT + "created", SUBJECT + "unchanged");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void twoModulesDoNotFightOverOneName(CreatePushActionMojo goal) throws Exception {
        execute(goal);
        MojoExtension.setVariableValueToObject(goal, "dockerImageTag", "2.0");

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("of this build wants an action of the same name with other content.");
        assertThat(writes()).hasSize(1);
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "dryRun", value = "true")
    void aDryRunSeesTheFightOverOneNameToo(CreatePushActionMojo goal) throws Exception {
        execute(goal);
        MojoExtension.setVariableValueToObject(goal, "dockerImageTag", "2.0");

        execute(goal);

        assertThat(log.text()).contains("of this build wants an action of the same name with other content.");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void anActionThatWasDeletedMeanwhileIsCreatedAnew(CreatePushActionMojo goal) throws Exception {
        buddy.inject(Fault.answer(
                        200,
                        "application/json",
                        "{\"actions\":[" + SAME.replace("{\"name\"", "{\"id\":9,\"name\"") + "]}")
                .on("GET"));

        execute(goal);

        assertThat(methods()).containsExactly("GET", "GET", "GET", "POST");
        assertThat(log.lines().get(0)).isEqualTo(SUBJECT + "created");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aFailureIsNotRemembered(CreatePushActionMojo goal) throws Exception {
        buddy.inject(Fault.answer(400, "", "").on("POST"));
        assertThatThrownBy(() -> execute(goal)).isInstanceOf(MojoFailureException.class);

        execute(goal);

        assertThat(methods()).containsExactly("GET", "POST", "GET", "POST");
        assertThat(pipeline.actions()).hasSize(1);
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "requestTimeout", value = "1")
    void anAnswerThatComesTooLateMakesNoSecondAction(CreatePushActionMojo goal) throws MojoExecutionException {
        buddy.inject(Fault.delay(Duration.ofSeconds(2)).on("POST"));

        try {
            execute(goal);
        } catch (MojoFailureException e) {
            assertThat(e).hasMessageContaining("several actions");
        }

        assertThat(pipeline.actions()).hasSize(1);
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "ifExists", value = "create")
    void anAnswerToAnotherRequestIsNotTakenForThisOne(CreatePushActionMojo goal) throws Exception {
        execute(goal);
        buddy.inject(Fault.answer(201, "application/json", "{\"id\":1}").on("POST"));
        MojoExtension.setVariableValueToObject(goal, "name", "Push too");

        execute(goal);

        assertThat(pipeline.actions()).hasSize(2);
        assertThat(log.text()).contains("info Action 'Push too' (id 2) in pipeline buddy/company-website/2: created");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void anAnswerThatShowsTheOldStateIsNotTrusted(CreatePushActionMojo goal) throws Exception {
        pipeline.add(SAME.replace("1.1", "1.0"));
        buddy.inject(Fault.answer(200, "application/json", "{\"id\":1,\"docker_image_tag\":\"1.0\"}")
                .on("PATCH"));

        execute(goal);

        assertThat(pipeline.action(1).orElseThrow().path("docker_image_tag").textValue())
                .isEqualTo("1.1");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aTimeOutIsNoReasonToSendTwice(CreatePushActionMojo goal) throws Exception {
        MojoExtension.setVariableValueToObject(goal, "requestTimeout", "1");
        buddy.inject(Fault.neverAnswer().on("POST"));

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("The action may exist or be changed by now");
        assertThat(writes()).hasSize(1);
    }

    @Test
    @InjectMojo(goal = GOAL)
    void skippingIsNoUpdate(CreatePushActionMojo goal) throws Exception {
        pipeline.add(SAME.replace("1.1", "1.0"));
        MojoExtension.setVariableValueToObject(goal, "ifExists", "skip");
        execute(goal);
        execute(goal);
        MojoExtension.setVariableValueToObject(goal, "ifExists", "update");

        execute(goal);

        assertThat(log.lines())
                .contains(SUBJECT + "skipped", SUBJECT + "updated")
                .doesNotContain(SUBJECT + "unchanged");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aListThatFailsDoesNotHideWhatWasCreated(CreatePushActionMojo goal) throws Exception {
        buddy.inject(Fault.dropBeforeProcessing().on("POST"))
                .inject(Fault.answer(500, "", "").when(sent -> buddy.requests().size() == 6));

        execute(goal);

        assertThat(log.lines().get(0)).isEqualTo(SUBJECT + "created");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aRefusalAfterALossSaysThatTheActionMayExist(CreatePushActionMojo goal) {
        buddy.inject(Fault.dropBeforeProcessing().on("POST"))
                .inject(Fault.answer(429, "", "").on("POST").always());

        assertThatThrownBy(() -> execute(goal))
                .hasMessageContaining("Buddy refused (HTTP 429)")
                .hasMessageEndingWith("The action may exist or be changed by now: look at pipeline"
                        + " buddy/company-website/2 in Buddy.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dev/null"})
    @InjectMojo(goal = GOAL)
    void aFileForScriptsIsAFile(String other, CreatePushActionMojo goal) throws Exception {
        MojoExtension.setVariableValueToObject(goal, "outputFile", new File(other));

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageEndingWith(
                        "<outputFile>" + other + "</outputFile> is not a file's path on this machine: name a file.");
        assertThat(buddy.requests()).isEmpty();
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aFailedRunLeavesNoOldOutcome(CreatePushActionMojo goal, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("outcome.json"), "old");
        MojoExtension.setVariableValueToObject(goal, "outputFile", file.toFile());
        buddy.mayWrite(false);

        assertThatThrownBy(() -> execute(goal)).isInstanceOf(MojoFailureException.class);
        assertThat(file).doesNotExist();
    }

    private List<String> methods() {
        return buddy.requests().stream().map(sent -> sent.method()).toList();
    }
}
