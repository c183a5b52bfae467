package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.buddymaven.fakebuddy.Credentials;
import io.github.buddymaven.fakebuddy.Fault;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The POM is the desired state: later runs leave the action alone or change what differs, and never add a second one. */
class ConvergeTest extends AbstractMojoTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SAME = """
            {"name":"Push","type":"DOCKER_PUSH","docker_image_tag":"1.1","repository":"my/app",
             "integration":{"hash_id":"5ddb"},"docker_build_action_id":0,"trigger_time":"ON_SUCCESS"}""";
    private static final String OLD = SAME.replace("1.1", "1.0");
    private static final String LOGIN = "<integration/><registryServerId>nexus</registryServerId>";

    @TempDir
    private Path folder;

    @BeforeEach
    void describeTheAction() {
        defaults.put("name", "Push");
        defaults.put("dockerImageTag", "1.1");
        defaults.put("repository", "my/app");
        defaults.put("integration", "5ddb");
        defaults.put("dockerBuildActionId", "0");
    }

    @Test
    void listsPostsAndLooksOnce() throws Exception {
        create();

        assertThat(methods()).containsExactly("GET", "POST", "GET");
        assertThat(pipeline.actions()).hasSize(1);
        assertOutcome("created");
    }

    @Test
    void leavesAnActionThatIsAsDesired() throws Exception {
        pipeline.add(SAME);

        create();

        assertThat(methods()).containsExactly("GET", "GET");
        assertOutcome("unchanged");
        assertThat(log.lines())
                .hasSize(2)
                .last()
                .isEqualTo("info https://app.buddy.works/buddy/company-website/pipelines/action/1/edit");
        assertThat(project.getProperties()).containsEntry("buddy.action.id", "1");
    }

    @Test
    void changesExactlyWhatDiffers() throws Exception {
        pipeline.add(OLD.replace("\"repository\":\"my/app\",", ""));

        create("<triggerTime>ON_WARNING</triggerTime>");

        assertThat(methods()).containsExactly("GET", "GET", "PATCH");
        assertThat(sent().json()).isEqualTo(JSON.readTree("""
                {"name":"Push","type":"DOCKER_PUSH","trigger_time":"ON_WARNING","docker_image_tag":"1.1",
                 "repository":"my/app"}"""));
        assertThat(log.lines().subList(1, 4))
                .containsExactly(
                        "info   triggerTime: ON_SUCCESS -> ON_WARNING",
                        "info   dockerImageTag: 1.0 -> 1.1",
                        "info   repository: (none) -> my/app");
        assertOutcome("updated");
    }

    @Test
    void sendsCredentialsAgainBecauseTheyCannotBeCompared() throws Exception {
        pipeline.add(SAME.replace("\"name\"", "\"login\":\"deployer\",\"password\":\"old\",\"name\""));
        buddy.logins(Credentials.IN_CLEAR);

        create(LOGIN);

        assertThat(sent().json())
                .isEqualTo(JSON.readTree("{\"name\":\"Push\",\"type\":\"DOCKER_PUSH\",\"password\":\"s3cret\"}"));
        assertOutcome("unchanged");
        assertThat(log.text()).contains("credentials").doesNotContain("variables");
    }

    @Test
    void reportsOnlySecretsAsSentAgain() throws Exception {
        pipeline.add(OLD.replace("\"name\"", "\"variables\":[{\"key\":\"A\",\"value\":\"1\"}],\"name\""));

        create("<variables><variable><key>A</key><value>2</value></variable></variables>");

        assertOutcome("updated");
        assertThat(log.text()).contains("variables: A=1 -> A=2").doesNotContain("again");
    }

    @Test
    void skipsAnActionThatExistsIfThePomSaysSo() throws Exception {
        pipeline.add(OLD);

        create("<ifExists>skip</ifExists>");

        assertThat(methods()).containsExactly("GET");
        assertOutcome("skipped");
    }

    @Test
    void failsIfAnActionExistsAndThePomSaysSo() {
        pipeline.add(SAME);

        assertThat(failure("<ifExists>fail</ifExists>"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll(
                        "<ifExists>",
                        "\n  - id 1, https://app.buddy.works/buddy/company-website/pipelines/action/1/edit");
    }

    @Test
    void createsAnotherActionWithoutListingIfThePomSaysSo() throws Exception {
        pipeline.add(SAME);

        create("<ifExists>create</ifExists>");

        assertThat(methods()).containsExactly("POST");
        assertThat(pipeline.actions()).hasSize(2);
    }

    @Test
    void suggestsAChoiceForOneThatIsMistyped() {
        assertThat(failure("<ifExists>updat</ifExists>"))
                .hasMessageContainingAll("<ifExists>updat</ifExists>", "mean update", "skip", "fail", "create");
    }

    @ParameterizedTest
    @ValueSource(strings = {CREATE, EXPORT})
    void failsIfSeveralActionsHaveTheName(String goal) {
        pipeline.add(SAME);
        pipeline.add(SAME);

        assertThat(failureOf(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("everal", "\n  - id 1, https://app.buddy.works", "\n  - id 2, https://");
        assertThat(writes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {CREATE, EXPORT})
    void failsIfTheActionOfThisNameHasAnotherType(String goal) {
        pipeline.add("{\"name\":\"Push\",\"type\":\"BUILD\"}");

        assertThat(failureOf(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("BUILD", "DOCKER_PUSH", "\n  - id 1");
        assertThat(writes()).isEmpty();
    }

    @Test
    void namesTheRightThatIsMissingToList() {
        buddy.mayList(false);

        assertThat(failure())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("403", "EXECUTION_INFO", "read pipelines", "<ifExists>create</ifExists>");
    }

    @Test
    void createsTheActionIfTheListHasAnotherAddress() throws Exception {
        buddy.inject(
                Fault.answer(404, "text/html", "<html>").on("GET", "/actions$").always());

        create();

        assertThat(pipeline.actions()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"FIXED, LOCAL", "DYNAMIC, LOCAL", "NONE, REMOTE"})
    void warnsThatGitWillUndoTheChange(String gitConfigRef, String definitionSource) throws Exception {
        answersShowWhereThePipelineIsDefined(gitConfigRef, definitionSource);
        create();
        assertOutcome("created");
        assertThat(log.warnings()).singleElement().asString().contains("buddy/company-website/2", "git");

        nextBuild();
        create("<dockerImageTag>1.2</dockerImageTag>");
        assertOutcome("updated");
        assertThat(log.warnings()).hasSize(2).last().asString().contains("buddy/company-website/2", "git");

        nextBuild();
        create("<dockerImageTag>1.2</dockerImageTag>");
        assertOutcome("unchanged");
        assertThat(log.warnings()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"1.1, 1", "1.0, 0"})
    void warnsInADryRunThatGitWillUndoAChange(String desired, int warnings) throws Exception {
        pipeline.add(OLD);
        answersShowWhereThePipelineIsDefined("FIXED", "LOCAL");

        create("<dryRun>true</dryRun><dockerImageTag>" + desired + "</dockerImageTag>");

        assertThat(log.warnings()).hasSize(warnings).allMatch(line -> line.contains("git"));
    }

    @Test
    void warnsOfNoUndoingIfThePipelineIsNotDefinedInGit() throws Exception {
        answersShowWhereThePipelineIsDefined("NONE", "LOCAL");

        create();

        assertThat(log.warnings()).isEmpty();
    }

    @Test
    void sendsALostEditAgain() throws Exception {
        pipeline.add(OLD);
        buddy.inject(Fault.dropAfterProcessing().on("PATCH"));

        create();

        assertOutcome("updated");
        assertThat(tag(1)).isEqualTo("1.1");
    }

    @Test
    void showsWhatADryRunWouldCreate() throws Exception {
        create("<dryRun>true</dryRun>");

        assertThat(log.text())
                .contains("would create", "buddy/company-website/2")
                .contains("\nPOST " + buddy.apiUrl() + PIPELINE + "/actions\n{\n  \"name\" : \"Push\",");
        assertThat(writes()).isEmpty();
    }

    @Test
    void showsWhatADryRunWouldUpdate() throws Exception {
        pipeline.add(OLD);

        create("<dryRun>true</dryRun>");

        assertThat(log.text())
                .contains("would update", "id 1", "dockerImageTag: 1.0 -> 1.1")
                .contains("\nPATCH " + buddy.apiUrl() + PIPELINE + "/actions/1\n");
        assertThat(writes()).isEmpty();
    }

    @Test
    void saysInADryRunThatNothingWouldChange() throws Exception {
        pipeline.add(SAME);

        create("<dryRun>true</dryRun>");

        assertThat(log.lines()).singleElement().asString().contains("Dry run", "id 1", "unchanged");
    }

    @Test
    void showsInADryRunThatAnActionWouldBeSkipped() throws Exception {
        pipeline.add(OLD);

        File file = folder.resolve("outcome.json").toFile();
        create("<dryRun>true</dryRun><ifExists>skip</ifExists><outputFile>" + file + "</outputFile>");

        assertThat(log.lines()).singleElement().asString().contains("Dry run", "id 1", "would skip");
        assertThat(JSON.readTree(file).path("outcome").textValue()).isEqualTo("would skip");
    }

    @Test
    void writesTheOutcomeForScripts() throws Exception {
        pipeline.add(OLD.replace("\"name\"", "\"password\":\"old\",\"name\""));
        buddy.credentials(Credentials.IN_CLEAR);
        File file = folder.resolve("deep/outcome.json").toFile();

        create(LOGIN, "<outputFile>" + file + "</outputFile>");

        JsonNode outcome = JSON.readTree(file);
        assertThat(outcome.path("outcome").textValue()).isEqualTo("updated");
        assertThat(outcome.path("differences")).isEqualTo(JSON.readTree("""
                [{"field":"docker_image_tag","old":"1.0","new":"1.1"},{"field":"login","old":null,"new":"deployer"}]"""));
        assertThat(outcome.path("action").path("id").intValue()).isEqualTo(1);
        assertThat(outcome.toString()).doesNotContain("s3cret", "old\":\"old");
        assertThat(file.getParentFile().list()).as("no temporary file").containsExactly("outcome.json");
    }

    @Test
    void sendsNothingForASecondModuleWithTheSameAction() throws Exception {
        create();
        create();

        assertThat(methods()).containsExactly("GET", "POST", "GET");
        assertThat(log.text()).contains(": created", ": unchanged");
    }

    /** A lock that is not released stops only other threads. */
    @Test
    void letsModulesOnOtherThreadsThrough() throws Exception {
        pipeline.name("Live");
        String byName = "<pipelineId/><pipelineName>Live</pipelineName>";
        List<String> modules = List.of("", "", "<dryRun>true</dryRun>", "<name>Other</name>", byName, byName);
        ExecutorService threads = Executors.newFixedThreadPool(modules.size() + 2);
        try {
            for (String module : modules) {
                threads.submit(call(goal(CREATE, module))).get(15, TimeUnit.SECONDS);
            }
            threads.submit(call(goal(DELETE))).get(15, TimeUnit.SECONDS);
            threads.submit(call(goal(DELETE))).get(15, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }

        assertThat(pipeline.actions()).hasSize(1);
    }

    @Test
    void failsIfTwoModulesWantDifferentActionsOfOneName() throws Exception {
        create();

        assertThat(failure("<dockerImageTag>2.0</dockerImageTag>"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("module", "<name>");
        assertThat(writes()).hasSize(1);
    }

    @Test
    void failsInADryRunIfTwoModulesWantDifferentActionsOfOneName() throws Exception {
        create("<dryRun>true</dryRun>");

        assertThat(failure("<dryRun>true</dryRun><dockerImageTag>2.0</dockerImageTag>"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("odule", "<name>");
    }

    @Test
    void createsAnActionAnewThatWasDeletedSinceItWasListed() throws Exception {
        String gone = "{\"actions\":[" + SAME.replace("{\"name\"", "{\"id\":9,\"name\"") + "]}";
        buddy.inject(Fault.answer(200, "application/json", gone).on("GET"));

        create();

        assertThat(methods()).containsExactly("GET", "GET", "GET", "POST", "GET");
        assertOutcome("created");
    }

    @Test
    void listsAgainAfterAFailure() throws Exception {
        buddy.inject(Fault.answer(400, "", "").on("POST"));
        assertThat(failure()).isInstanceOf(MojoFailureException.class);

        create();

        assertThat(methods()).containsExactly("GET", "POST", "GET", "POST", "GET");
        assertThat(pipeline.actions()).hasSize(1);
    }

    @Test
    void updatesAnActionThatAnotherModuleSkipped() throws Exception {
        pipeline.add(OLD);
        create("<ifExists>skip</ifExists>");
        create("<ifExists>skip</ifExists>");
        assertOutcome("skipped");

        create();

        assertOutcome("updated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dev/null"})
    void refusesAnOutputFileThatIsNoFile(String other) {
        assertThat(failure("<outputFile>" + other + "</outputFile>"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("<outputFile>" + other + "</outputFile>", "file");
        assertThat(buddy.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {CREATE, EXPORT, LIST})
    void writesThatItFailedIntoItsOwnOutputFile(String goal) throws Exception {
        Path file = Files.writeString(folder.resolve("outcome.json"), "{\n  \"outcome\" : \"created\"}");
        buddy.inject(Fault.answer(400, "", "").always());

        assertThat(failureOf(goal, "<outputFile>" + file + "</outputFile>")).isInstanceOf(MojoFailureException.class);
        JsonNode outcome = JSON.readTree(file.toFile());
        assertThat(outcome.path("outcome").textValue()).isEqualTo("failed");
        assertThat(outcome.path("message").textValue()).contains("HTTP 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {CREATE, EXPORT, LIST})
    void refusesAnOutputFileThatItHasNotWritten(String goal) throws Exception {
        Path file = Files.writeString(folder.resolve("pom.xml"), "<project/>");

        assertThat(failureOf(goal, "<outputFile>" + file + "</outputFile>"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("<outputFile>" + file + "</outputFile>", "not written");
        assertThat(file).hasContent("<project/>");
        assertThat(buddy.requests()).isEmpty();
    }

    private static Callable<Void> call(Mojo goal) {
        return () -> {
            goal.execute();
            return null;
        };
    }

    private void answersShowWhereThePipelineIsDefined(String gitConfigRef, String definitionSource) {
        pipeline.gitConfigRef(gitConfigRef).definitionSource(definitionSource);
        buddy.actionsShowDefinition(true);
    }

    private String tag(int id) {
        return pipeline.action(id).orElseThrow().path("docker_image_tag").textValue();
    }
}
