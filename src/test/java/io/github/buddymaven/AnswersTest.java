package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.buddymaven.fakebuddy.Fault;
import io.github.buddymaven.fakebuddy.RecordedRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In whatever form Buddy answers, the goal makes the same of it, or says that it cannot. */
@MojoParameter(name = "workspace", value = "buddy")
@MojoParameter(name = "projectName", value = "company-website")
@MojoParameter(name = "pipelineId", value = "2")
@MojoParameter(name = "name", value = "Push to registry")
@MojoParameter(name = "dockerImageTag", value = "1.0")
@MojoParameter(name = "integration", value = "123456")
@MojoParameter(name = "dockerBuildActionId", value = "0")
class AnswersTest extends AbstractMojoTest {
    private static final String ACTION = "{\"id\":1,\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\",";

    @Inject
    private MojoExecution execution;

    @TempDir
    private Path folder;

    @BeforeEach
    void configure() {
        execution.setConfiguration(new Xpp3Dom("configuration"));
    }

    @Test
    @InjectMojo(goal = GOAL)
    void numbersThatAreTextsAndTextsThatAreNumbersAreTheSame(CreatePushActionMojo goal) throws Exception {
        lists("{\"actions\":[{\"id\":\"1\",\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\"}]}");
        buddy.inject(Fault.answer(
                        200,
                        "application/json",
                        ACTION.replace("1,", "\"1\",") + "\"docker_image_tag\":1.0,\"docker_build_action_id\":\"0\","
                                + "\"integration\":{\"hash_id\":123456}}")
                .on("GET", "/actions/1$"));

        execute(goal);

        assertThat(log.lines().get(0)).endsWith("(id 1) in pipeline buddy/company-website/2: unchanged");
        assertThat(buddy.requests()).map(RecordedRequest::method).containsExactly("GET", "GET");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "timeout", value = "30")
    @MojoParameter(name = "retryCount", value = "0")
    @MojoParameter(name = "disabled", value = "false")
    void fractionsThatAreNoneAndEmptyTextsAreTheSame(CreatePushActionMojo goal) throws Exception {
        has("\"timeout\":30.0,\"retry_count\":\"\",\"disabled\":\"\"");

        execute(goal);

        assertThat(log.lines().get(0)).endsWith(": unchanged");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "pipelineId", value = "")
    @MojoParameter(name = "pipelineName", value = "Live")
    void aPipelineWithANumberOutOfRangeIsNoAnswer(CreatePushActionMojo goal) {
        buddy.inject(Fault.answer(200, "application/json", "{\"pipelines\":[{\"id\":-5000000000,\"name\":\"Live\"}]}")
                .on("GET", "/pipelines$"));

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("with other JSON instead of Buddy's JSON");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void thePreviousActionIsNotNone(CreatePushActionMojo goal) throws Exception {
        lists("{\"actions\":[" + ACTION + "\"disabled\":false}]}");
        buddy.pipeline("buddy", "company-website", 2)
                .add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\",\"docker_image_tag\":\"1.0\","
                        + "\"integration\":{\"hash_id\":\"123456\"}}");

        execute(goal);

        assertThat(log.text()).contains("dockerBuildActionId: (none) -> 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"actions\":[{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\"}]}",
                "{\"actions\":[{\"id\":\"one\",\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\"}]}",
                "{\"actions\":[{\"id\":1e3,\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\"}]}",
                "{\"actions\":[null]}",
                "{\"actions\":{\"id\":1}}",
                "{\"url\":\"https://api.buddy.works\"}",
            })
    @InjectMojo(goal = GOAL)
    void aListThatCannotBeReadIsNoReasonToAddASecondOne(String list, CreatePushActionMojo goal) {
        lists(list);

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("with other JSON instead of Buddy's JSON");
        assertThat(writes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"actions\":null}",
                "{\"actions\":[],\"x\":1e9999999999}",
                "{\"x\":-1E-9999999999,\"actions\":[]}"
            })
    @InjectMojo(goal = GOAL)
    void nothingAndWhatNobodyKnowsDoNoHarm(String list, CreatePushActionMojo goal) throws Exception {
        lists(list);

        execute(goal);

        assertThat(sent().method()).isEqualTo("POST");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aNumberBeyondAllBoundsIsNoReasonToPostAgain(CreatePushActionMojo goal) throws Exception {
        buddy.inject(Fault.processThenAnswer(201, "application/json", ACTION + "\"x\":1e9999999999}")
                .on("POST"));

        execute(goal);

        assertThat(sent().method()).isEqualTo("POST");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void anAnswerThatNestsTooDeepIsLookedAfterLikeALostOne(CreatePushActionMojo goal) throws Exception {
        outputFile(goal);
        String deep = "[".repeat(999) + "]".repeat(999);
        buddy.inject(Fault.processThenAnswer(201, "application/json", ACTION + "\"x\":" + deep + "}")
                .on("POST"));

        execute(goal);

        assertThat(log.lines().get(0)).endsWith("(id 1) in pipeline buddy/company-website/2: created");
        assertThat(outcome().at("/action/id").intValue()).isEqualTo(1);
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aLongMessageIsCutBetweenCharactersThatTakeTwoUnits(CreatePushActionMojo goal) {
        String whale = Character.toString(0x1F433);
        buddy.inject(Fault.answer(400, "application/json", "{\"errors\":[{\"message\":\"" + whale.repeat(600) + "\"}]}")
                .on("POST"));

        assertThatThrownBy(() -> execute(goal))
                .message()
                .contains(whale.repeat(500))
                .doesNotContain(whale.repeat(501));
    }

    @Test
    @InjectMojo(goal = GOAL)
    void halfACharacterDoesNotSpoilTheOutputFile(CreatePushActionMojo goal) throws Exception {
        outputFile(goal);
        buddy.inject(Fault.processThenAnswer(201, "application/json", ACTION + "\"x\":\"caf\\ud83d\"}")
                .on("POST"));

        execute(goal);

        assertThat(outcome().at("/action/x").textValue()).startsWith("caf");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "integration", value = "")
    @MojoParameter(name = "registryServerId", value = "digits")
    void aPasswordIsNotInTheOutputAsANumberOrAKey(CreatePushActionMojo goal) throws Exception {
        addServer("digits", "deployer", "12345678");
        outputFile(goal);
        buddy.inject(
                Fault.processThenAnswer(201, "application/json", ACTION + "\"x\":[12345678],\"y\":{\"12345678\":true}}")
                        .on("POST"));

        execute(goal);

        assertThat(outcome().path("action").path("x").path(0).textValue()).isEqualTo("****");
        assertThat(outcome().toString()).doesNotContain("12345678");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "loop", value = "eu,us")
    void anEmptyTextInAListIsNotTheWordNull(CreatePushActionMojo goal) throws Exception {
        has("\"loop\":[\"eu\",null,\"us\"]");

        execute(goal);

        assertThat(log.lines().get(0)).endsWith(": unchanged");
    }

    /** The action is there as it is configured above, and with these fields. */
    private void has(String further) {
        lists("{\"actions\":[" + ACTION + "\"disabled\":false}]}");
        buddy.inject(Fault.answer(
                        200,
                        "application/json",
                        ACTION + "\"docker_image_tag\":\"1.0\",\"docker_build_action_id\":0,"
                                + "\"integration\":{\"hash_id\":\"123456\"}," + further + "}")
                .on("GET", "/actions/1$"));
    }

    private void lists(String list) {
        buddy.inject(Fault.answer(200, "application/json", list).on("GET", "/actions$"));
    }

    private void outputFile(CreatePushActionMojo goal) throws IllegalAccessException {
        MojoExtension.setVariableValueToObject(
                goal, "outputFile", folder.resolve("outcome.json").toFile());
    }

    private JsonNode outcome() throws Exception {
        return new ObjectMapper().readTree(Files.readString(folder.resolve("outcome.json")));
    }
}
