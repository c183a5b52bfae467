package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.fakebuddy.Fault;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in the POM instead of numbers, and the defaults within a run of Buddy. */
class NamesTest extends AbstractMojoTest {
    private static final String PIPELINES = "/workspaces/buddy/projects/company-website/pipelines";
    private static final String LIVE = "<pipelineName>Live</pipelineName>";
    private static final String AFTER_BUILD = "<afterActionName>Build</afterActionName>";

    @BeforeEach
    void nameThePipeline() {
        pipeline.name("Live");
        defaults.put("name", "Push");
    }

    @Test
    void findsAPipelineOnAnyPageAndListsThemOnceABuild() throws Exception {
        defaults.remove("pipelineId");
        IntStream.rangeClosed(100, 350)
                .forEach(id -> buddy.pipeline("buddy", "company-website", id).name("Pipeline " + id));

        create("<pipelineName>Pipeline 340</pipelineName>");
        create("<pipelineName>Pipeline 340</pipelineName>");

        assertThat(buddy.requests())
                .map(sent -> sent.method() + " " + sent.target())
                .containsExactly(
                        "GET " + PIPELINES + "?page=1&per_page=100",
                        "GET " + PIPELINES + "?page=2&per_page=100",
                        "GET " + PIPELINES + "?page=3&per_page=100",
                        "GET " + PIPELINES + "?page=4&per_page=100",
                        "GET " + PIPELINES + "/340/actions",
                        "POST " + PIPELINES + "/340/actions",
                        "GET " + PIPELINES + "/340/actions");
        assertThat(log.lines().get(0)).contains("buddy/company-website/340");
    }

    @Test
    void asksAServerThatKnowsNoPagesTwice() throws Exception {
        defaults.remove("pipelineId");
        buddy.inject(Fault.answer(200, "application/json", "{\"pipelines\":[{\"id\":2,\"name\":\"Live\"}]}")
                .on("GET", "/pipelines$")
                .always());

        create(LIVE);

        assertThat(methods()).containsExactly("GET", "GET", "GET", "POST", "GET");
    }

    @Test
    void listsThePipelinesThatExist() {
        defaults.remove("pipelineId");
        buddy.pipeline("buddy", "company-website", 3).name("Tests");

        assertThat(failure("<pipelineName>Life</pipelineName>"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll(
                        "<pipelineName>Life</pipelineName>", "mean Live", "\n  - id 2, Live", "\n  - id 3, Tests");
        assertThat(writes()).isEmpty();
    }

    @Test
    void saysThatTheProjectHasNoPipeline() {
        defaults.remove("pipelineId");
        buddy.inject(Fault.answer(200, "application/json", "{\"pipelines\":[]}").on("GET", "/pipelines$"));

        assertThat(failure(LIVE)).hasMessageContainingAll("<pipelineName>Live</pipelineName>", "any other pipeline");
    }

    @Test
    void listsAllPipelinesAndTakesAMissingBlankForTheSmallestSlip() {
        defaults.remove("pipelineId");
        IntStream.rangeClosed(30, 233).forEach(number -> buddy.pipeline("buddy", "company-website", number)
                .name("Pipe " + number));

        assertThat(failure("<pipelineName>pipe230</pipelineName>"))
                .hasMessageContainingAll("mean Pipe 230", "id 2, Live", "id 233, Pipe 233")
                .hasMessageNotContaining("more");
    }

    @Test
    void namesTheRightThatIsMissingToReadPipelines() {
        defaults.remove("pipelineId");
        buddy.inject(Fault.answer(403, "application/json", "{\"errors\":[{\"message\":\"No.\"}]}")
                .on("GET", "/pipelines$"));

        assertThat(failure(LIVE)).hasMessageContainingAll("403", "No.", "read pipelines");
    }

    @Test
    void advisesNothingThatIsDoneAlready() {
        buddy.mayList(false);

        assertThat(failure(AFTER_BUILD, "<ifExists>create</ifExists>"))
                .hasMessageContaining("<afterActionId>")
                .hasMessageNotContaining("<ifExists>create");
    }

    @Test
    void failsIfSeveralPipelinesHaveTheName() {
        defaults.remove("pipelineId");
        buddy.pipeline("buddy", "company-website", 3).name("Live");

        assertThat(failure(LIVE))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll(
                        "<pipelineName>Live</pipelineName>",
                        "several",
                        "\n  - id 2, Live",
                        "\n  - id 3, Live",
                        "<pipelineId>");
    }

    @Test
    void failsIfSeveralActionsHaveTheNameOfTheOneBefore() {
        pipeline.add("{\"id\":7,\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");
        pipeline.add("{\"id\":8,\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");

        assertThat(failure(AFTER_BUILD))
                .hasMessageContainingAll("<afterActionName>Build</afterActionName>", "several", "<afterActionId>");
    }

    @Test
    void namesTheProjectThatIsUnknown() {
        defaults.remove("pipelineId");

        assertThat(failure("<projectName>website</projectName>", LIVE))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("project 'website'", "workspace 'buddy'", "<projectName>");
    }

    @Test
    void refusesANameBesideANumber() {
        assertThat(failure(LIVE))
                .hasMessageContainingAll("<pipelineId>2</pipelineId>", "<pipelineName>Live</pipelineName>", "exclude");
        assertThat(buddy.requests()).isEmpty();
    }

    @Test
    void showsInADryRunWithoutNetworkWhichNumbersAreUnknown() throws Exception {
        defaults.remove("pipelineId");
        request.setOffline(true);

        create(LIVE, AFTER_BUILD, "<dryRun>true</dryRun>");

        assertThat(log.text()).contains("POST " + buddy.apiUrl() + PIPELINES + "/{", "'Live'", "'Build'");
    }

    @Test
    void placesANewActionAfterTheOneOfThatName() throws Exception {
        pipeline.add("{\"id\":7,\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");
        pipeline.add("{\"id\":9,\"name\":\"Notify\",\"type\":\"SLACK\"}");

        create(AFTER_BUILD);

        assertThat(sent().json().path("after_action_id").intValue()).isEqualTo(7);
        assertThat(ids()).containsExactly(7, 10, 9);
    }

    @Test
    void looksForThatNameAlsoIfItCreatesWithoutLooking() throws Exception {
        pipeline.add("{\"id\":7,\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");

        create(AFTER_BUILD, "<ifExists>create</ifExists>");

        assertThat(methods()).containsExactly("GET", "POST");
        assertThat(sent().json().path("after_action_id").intValue()).isEqualTo(7);
    }

    @Test
    void listsTheActionsThatExist() {
        pipeline.add("{\"id\":7,\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");

        assertThat(failure("<afterActionName>build</afterActionName>"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("<afterActionName>build</afterActionName>", "mean Build", "\n  - id 7, Build");
        assertThat(writes()).isEmpty();
    }

    @Test
    void ignoresThePlaceIfTheActionExists() throws Exception {
        pipeline.add("{\"id\":7,\"name\":\"Push\",\"type\":\"DOCKER_PUSH\",\"trigger_time\":\"ON_EVERY_EXECUTION\"}");

        create("<afterActionName>Gone</afterActionName>");

        assertOutcome("unchanged");
    }

    @Test
    void takesWorkspaceAndProjectOfTheRunOfBuddy() throws Exception {
        defaults.remove("workspace");
        defaults.remove("projectName");
        environment("BUDDY_WORKSPACE_DOMAIN", "buddy");
        environment("BUDDY_PROJECT_NAME", "company-website");

        create();

        assertThat(sent().rawPath()).isEqualTo(PIPELINES + "/2/actions");
    }

    @Test
    void prefersThePomToTheRunOfBuddy() throws Exception {
        environment("BUDDY_WORKSPACE_DOMAIN", "other");
        environment("BUDDY_PROJECT_NAME", "other");

        create();

        assertThat(sent().rawPath()).isEqualTo(PIPELINES + "/2/actions");
    }

    @Test
    void warnsAboutAnUnknownBuildAction() throws Exception {
        pipeline.add("{\"id\":7,\"name\":\"Build image\",\"type\":\"DOCKERFILE\"}");
        pipeline.add("{\"id\":8,\"name\":\"Build arm\",\"type\":\"DOCKER_BUILD_MULTI_ARCH\"}");
        pipeline.add("{\"id\":9,\"name\":\"Notify\",\"type\":\"SLACK\"}");

        create("<dockerBuildActionName>Build imag</dockerBuildActionName>");

        assertOutcome("created");
        assertThat(log.warnings())
                .singleElement()
                .asString()
                .contains(
                        "<dockerBuildActionName>Build imag</dockerBuildActionName>",
                        "mean Build image",
                        "\n  - id 7, Build image",
                        "\n  - id 8, Build arm")
                .doesNotContain("Notify");
        assertThat(buddy.requests()).hasSize(3);
    }

    @Test
    void warnsAboutAnUnknownNumberOfABuildAction() throws Exception {
        create("<dockerBuildActionId>5</dockerBuildActionId>");

        assertThat(log.warnings())
                .singleElement()
                .asString()
                .contains("<dockerBuildActionId>5</dockerBuildActionId>", "buddy/company-website/2");
    }

    @ParameterizedTest
    @CsvSource({
        "<dockerBuildActionId>0</dockerBuildActionId>",
        "<dockerBuildActionId>7</dockerBuildActionId>",
        "<dockerBuildActionName>Build</dockerBuildActionName>",
        "<dockerBuildActionName>$BUILD</dockerBuildActionName>",
    })
    void doesNotWarnAboutABuildActionThatExistsOrMayExist(String xml) throws Exception {
        pipeline.add("{\"id\":7,\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");

        create(xml);

        assertThat(log.warnings()).isEmpty();
    }

    private List<Integer> ids() {
        return pipeline.actions().stream()
                .map(action -> action.path("id").intValue())
                .toList();
    }
}
