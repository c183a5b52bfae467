package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buddymaven.fakebuddy.Fault;
import io.github.buddymaven.fakebuddy.RecordedRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names in the POM in place of numbers, and the defaults inside a run of Buddy. */
@MojoParameter(name = "name", value = "Push")
class NamesTest extends AbstractMojoTest {
    private static final String PIPELINES = "/workspaces/buddy/projects/company-website/pipelines";

    @BeforeEach
    void name() {
        buddy.pipeline("buddy", "company-website", 2).name("Live");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "workspace", value = "buddy")
    @MojoParameter(name = "projectName", value = "company-website")
    @MojoParameter(name = "pipelineName", value = "Live")
    void findsAPipelineOnAnyPage(CreatePushActionMojo goal) throws Exception {
        IntStream.rangeClosed(100, 350)
                .forEach(id -> buddy.pipeline("buddy", "company-website", id).name("Pipeline " + id));
        MojoExtension.setVariableValueToObject(goal, "pipelineName", "Pipeline 340");

        execute(goal);
        execute(goal);

        assertThat(buddy.requests())
                .map(sent -> sent.method() + " " + sent.target())
                .containsExactly(
                        "GET " + PIPELINES + "?page=1&per_page=100",
                        "GET " + PIPELINES + "?page=2&per_page=100",
                        "GET " + PIPELINES + "?page=3&per_page=100",
                        "GET " + PIPELINES + "?page=4&per_page=100",
                        "GET " + PIPELINES + "/340/actions",
                        "POST " + PIPELINES + "/340/actions");
        assertThat(log.lines().get(0))
                .isEqualTo("info Action 'Push' (id 1) in pipeline buddy/company-website/340: created");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "workspace", value = "buddy")
    @MojoParameter(name = "projectName", value = "company-website")
    @MojoParameter(name = "pipelineName", value = "Live")
    void aServerThatKnowsNoPagesIsAskedTwice(CreatePushActionMojo goal) throws Exception {
        buddy.inject(Fault.answer(200, "application/json", "{\"pipelines\":[{\"id\":2,\"name\":\"Live\"}]}")
                .on("GET", "/pipelines$")
                .always());

        execute(goal);

        assertThat(buddy.requests()).map(RecordedRequest::method).containsExactly("GET", "GET", "GET", "POST");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "workspace", value = "buddy")
    @MojoParameter(name = "projectName", value = "company-website")
    @MojoParameter(name = "pipelineName", value = "Life")
    void listsThePipelinesThatAreThere(CreatePushActionMojo goal) {
        buddy.pipeline("buddy", "company-website", 3).name("Tests");

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("The action 'Push' could not be brought into pipeline buddy/company-website/'Life':"
                        + " <pipelineName>Life</pipelineName> is not there, did you mean Live? There are:\n"
                        + "  - id 2, Live\n  - id 3, Tests");
        assertThat(writes()).isEmpty();
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "workspace", value = "buddy")
    @MojoParameter(name = "projectName", value = "company-website")
    @MojoParameter(name = "pipelineName", value = "pipe230")
    void listsThemAllAndTakesAMissingBlankForTheSmallestSlip(CreatePushActionMojo goal) {
        IntStream.rangeClosed(30, 233).forEach(number -> buddy.pipeline("buddy", "company-website", number)
                .name("Pipe " + number));

        assertThatThrownBy(() -> execute(goal))
                .hasMessageContainingAll("did you mean Pipe 230? There are:", "id 2, Live", "id 233, Pipe 233")
                .hasMessageNotContaining("more");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "workspace", value = "buddy")
    @MojoParameter(name = "projectName", value = "company-website")
    @MojoParameter(name = "pipelineName", value = "Live")
    void asksForTheRightToReadWhereReadingIsRefused(CreatePushActionMojo goal) {
        buddy.inject(Fault.answer(403, "application/json", "{\"errors\":[{\"message\":\"No.\"}]}")
                .on("GET", "/pipelines$"));

        assertThatThrownBy(() -> execute(goal)).hasMessageContaining("give it the right to read pipelines, in Buddy");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "workspace", value = "buddy")
    @MojoParameter(name = "projectName", value = "company-website")
    @MojoParameter(name = "pipelineId", value = "2")
    @MojoParameter(name = "afterActionName", value = "Build")
    @MojoParameter(name = "ifExists", value = "create")
    void doesNotAdviseWhatIsDoneAlready(CreatePushActionMojo goal) {
        buddy.mayList(false);

        assertThatThrownBy(() -> execute(goal))
                .hasMessageContaining("by its number, <afterActionId>.")
                .hasMessageNotContaining("<ifExists>create");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "workspace", value = "buddy")
    @MojoParameter(name = "projectName", value = "company-website")
    @MojoParameter(name = "pipelineName", value = "Live")
    void doesNotChooseAmongPipelinesOfOneName(CreatePushActionMojo goal) {
        buddy.pipeline("buddy", "company-website", 3).name("Live");

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("<pipelineName>Live</pipelineName> is the name of several:\n  - id 2, Live\n"
                        + "  - id 3, Live\nName the one that you mean by its number instead, <pipelineId>, or rename the"
                        + " others in Buddy.");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "workspace", value = "buddy")
    @MojoParameter(name = "projectName", value = "website")
    @MojoParameter(name = "pipelineName", value = "Live")
    void namesTheProjectThatIsUnknown(CreatePushActionMojo goal) {
        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("There is no project 'website' in workspace 'buddy'");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "workspace", value = "buddy")
    @MojoParameter(name = "projectName", value = "company-website")
    @MojoParameter(name = "pipelineName", value = "Live")
    @MojoParameter(name = "pipelineId", value = "2")
    void aNameAndANumberExcludeEachOther(CreatePushActionMojo goal) {
        assertThatThrownBy(() -> execute(goal))
                .hasMessageContaining(
                        "<pipelineId>2</pipelineId> and <pipelineName>Live</pipelineName> exclude each other");
        assertThat(buddy.requests()).isEmpty();
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "workspace", value = "buddy")
    @MojoParameter(name = "projectName", value = "company-website")
    @MojoParameter(name = "pipelineName", value = "Live")
    @MojoParameter(name = "afterActionName", value = "Build")
    @MojoParameter(name = "dryRun", value = "true")
    void aDryRunWithoutNetworkNamesWhatItCannotNumber(CreatePushActionMojo goal) throws Exception {
        request.setOffline(true);

        execute(goal);

        assertThat(log.text())
                .contains("POST " + buddy.apiUrl() + PIPELINES + "/{number of 'Live'}/actions")
                .contains("and with the id of action 'Build' as after_action_id");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "workspace", value = "buddy")
    @MojoParameter(name = "projectName", value = "company-website")
    @MojoParameter(name = "pipelineId", value = "2")
    @MojoParameter(name = "afterActionName", value = "Build")
    void goesBehindTheActionOfThatName(CreatePushActionMojo goal) throws Exception {
        add("{\"id\":7,\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");
        add("{\"id\":9,\"name\":\"Notify\",\"type\":\"SLACK\"}");

        execute(goal);

        assertThat(sent().json().path("after_action_id").intValue()).isEqualTo(7);
        assertThat(ids()).containsExactly(7, 10, 9);
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "workspace", value = "buddy")
    @MojoParameter(name = "projectName", value = "company-website")
    @MojoParameter(name = "pipelineId", value = "2")
    @MojoParameter(name = "ifExists", value = "create")
    @MojoParameter(name = "afterActionName", value = "Build")
    void looksForThatNameEvenWhereItCreatesWithoutLooking(CreatePushActionMojo goal) throws Exception {
        add("{\"id\":7,\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");

        execute(goal);

        assertThat(buddy.requests()).map(RecordedRequest::method).containsExactly("GET", "POST");
        assertThat(sent().json().path("after_action_id").intValue()).isEqualTo(7);
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "workspace", value = "buddy")
    @MojoParameter(name = "projectName", value = "company-website")
    @MojoParameter(name = "pipelineId", value = "2")
    @MojoParameter(name = "afterActionName", value = "build")
    void listsTheActionsThatAreThere(CreatePushActionMojo goal) {
        add("{\"id\":7,\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageEndingWith("<afterActionName>build</afterActionName> is not there, did you mean Build? There"
                        + " are:\n  - id 7, Build");
        assertThat(writes()).isEmpty();
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "workspace", value = "buddy")
    @MojoParameter(name = "projectName", value = "company-website")
    @MojoParameter(name = "pipelineId", value = "2")
    @MojoParameter(name = "afterActionName", value = "Gone")
    void thePlaceCountsOnlyWhenTheActionIsCreated(CreatePushActionMojo goal) throws Exception {
        add("{\"id\":7,\"name\":\"Push\",\"type\":\"DOCKER_PUSH\",\"trigger_time\":\"ON_EVERY_EXECUTION\"}");

        execute(goal);

        assertThat(log.lines().get(0)).endsWith(": unchanged");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "pipelineId", value = "2")
    void takesWorkspaceAndProjectOfTheRunOfBuddy(CreatePushActionMojo goal) throws Exception {
        MojoExtension.setVariableValueToObject(goal, "workspace", null);
        MojoExtension.setVariableValueToObject(goal, "projectName", null);
        request.getSystemProperties().setProperty("env.BUDDY_WORKSPACE_DOMAIN", "buddy");
        request.getSystemProperties().setProperty("env.BUDDY_PROJECT_NAME", "company-website");

        execute(goal);

        assertThat(sent().rawPath()).isEqualTo(PIPELINES + "/2/actions");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "workspace", value = "buddy")
    @MojoParameter(name = "projectName", value = "company-website")
    @MojoParameter(name = "pipelineId", value = "2")
    void thePomWinsOverTheRunOfBuddy(CreatePushActionMojo goal) throws Exception {
        request.getSystemProperties().setProperty("env.BUDDY_WORKSPACE_DOMAIN", "other");
        request.getSystemProperties().setProperty("env.BUDDY_PROJECT_NAME", "other");

        execute(goal);

        assertThat(sent().rawPath()).isEqualTo(PIPELINES + "/2/actions");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "workspace", value = "buddy")
    @MojoParameter(name = "projectName", value = "company-website")
    @MojoParameter(name = "pipelineId", value = "2")
    @MojoParameter(name = "dockerBuildActionName", value = "Build imag")
    void warnsOfABuildActionThatIsNotThere(CreatePushActionMojo goal) throws Exception {
        add("{\"id\":7,\"name\":\"Build image\",\"type\":\"DOCKERFILE\"}");
        add("{\"id\":8,\"name\":\"Build arm\",\"type\":\"DOCKER_BUILD_MULTI_ARCH\"}");
        add("{\"id\":9,\"name\":\"Notify\",\"type\":\"SLACK\"}");

        execute(goal);

        assertThat(log.lines())
                .anyMatch(line -> line.endsWith(": created"))
                .contains("warn <dockerBuildActionName>Build imag</dockerBuildActionName> is no action of pipeline"
                        + " buddy/company-website/2, did you mean Build image? Those that build an image there:\n"
                        + "  - id 7, Build image\n  - id 8, Build arm\n"
                        + "Correct it, unless the image is built elsewhere.");
        assertThat(buddy.requests()).hasSize(2);
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "workspace", value = "buddy")
    @MojoParameter(name = "projectName", value = "company-website")
    @MojoParameter(name = "pipelineId", value = "2")
    @MojoParameter(name = "dockerBuildActionId", value = "0")
    void noBuildActionIsNoUnknownOne(CreatePushActionMojo goal) throws Exception {
        execute(goal);

        assertThat(log.text()).doesNotContain("warn");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "workspace", value = "buddy")
    @MojoParameter(name = "projectName", value = "company-website")
    @MojoParameter(name = "pipelineId", value = "2")
    @MojoParameter(name = "dockerBuildActionId", value = "5")
    void warnsOfABuildActionWhoseNumberIsNotThere(CreatePushActionMojo goal) throws Exception {
        execute(goal);

        assertThat(log.lines())
                .contains("warn <dockerBuildActionId>5</dockerBuildActionId> is no action of pipeline"
                        + " buddy/company-website/2. No action there builds an image. Correct it, unless the image is"
                        + " built elsewhere.");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "workspace", value = "buddy")
    @MojoParameter(name = "projectName", value = "company-website")
    @MojoParameter(name = "pipelineId", value = "2")
    @MojoParameter(name = "dockerBuildActionName", value = "$BUILD")
    void doesNotWarnOfAVariable(CreatePushActionMojo goal) throws Exception {
        execute(goal);

        assertThat(log.lines()).noneMatch(line -> line.startsWith("warn"));
    }

    private void add(String action) {
        buddy.pipeline("buddy", "company-website", 2).add(action);
    }

    private List<Integer> ids() {
        return buddy.pipeline("buddy", "company-website", 2).actions().stream()
                .map(action -> action.path("id").intValue())
                .toList();
    }
}
