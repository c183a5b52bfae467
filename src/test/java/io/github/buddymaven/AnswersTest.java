package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.buddymaven.fakebuddy.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In whatever form Buddy answers, the goal makes the same of it, or says that it cannot. */
class AnswersTest extends AbstractMojoTest {
    private static final String JSON = "application/json";
    private static final String ACTION = "{\"id\":1,\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\",";

    @TempDir
    private Path folder;

    @BeforeEach
    void describeTheAction() {
        defaults.put("dockerImageTag", "1.0");
        defaults.put("integration", "123456");
        defaults.put("dockerBuildActionId", "0");
    }

    @Test
    void comparesNumbersAndTextsByTheirMeaning() throws Exception {
        lists("{\"actions\":[{\"id\":\"1\",\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\"}]}");
        shows("\"docker_image_tag\":1.0,\"docker_build_action_id\":\"0\",\"integration\":{\"hash_id\":123456}}");

        create();

        assertOutcome("unchanged");
        assertThat(methods()).containsExactly("GET", "GET");
        assertThat(project.getProperties()).containsEntry("buddy.action.id", "1");
    }

    @Test
    void comparesWholeNumbersWithFractionsAndEmptyTextsWithDefaults() throws Exception {
        has("\"timeout\":30.0,\"retry_count\":\"\",\"disabled\":\"\"");

        create("<timeout>30</timeout><retryCount>0</retryCount><disabled>false</disabled>");

        assertOutcome("unchanged");
    }

    @Test
    void takesANullInAListForAnEmptyText() throws Exception {
        has("\"loop\":[\"eu\",null,\"us\"]");

        create("<loop>eu,us</loop>");

        assertOutcome("unchanged");
    }

    @Test
    void tellsThePreviousActionFromNone() throws Exception {
        pipeline.add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\",\"docker_image_tag\":\"1.0\","
                + "\"integration\":{\"hash_id\":\"123456\"}}");

        create();

        assertThat(log.text()).contains("dockerBuildActionId: (none) -> 0");
    }

    @Test
    void refusesAPipelineWhoseNumberIsOutOfRange() {
        defaults.remove("pipelineId");
        buddy.inject(Fault.answer(200, JSON, "{\"pipelines\":[{\"id\":-5000000000,\"name\":\"Live\"}]}")
                .on("GET", "/pipelines$"));

        assertThat(failure("<pipelineName>Live</pipelineName>"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContainingAll("JSON", "<apiUrl>");
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
    void addsNothingIfItCannotReadTheList(String list) {
        lists(list);

        assertThat(failure()).isInstanceOf(MojoExecutionException.class).hasMessageContainingAll("JSON", "<apiUrl>");
        assertThat(writes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"actions\":null}",
                "{\"actions\":[],\"x\":1e9999999999}",
                "{\"x\":-1E-9999999999,\"actions\":[]}"
            })
    void ignoresWhatItDoesNotKnowInTheList(String list) throws Exception {
        lists(list);

        create();

        assertThat(sent().method()).isEqualTo("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9999999999", "deep"})
    void postsOnceIfTheAnswerHasAnUnknownFieldThatIsHardToRead(String value) throws Exception {
        String hard = value.equals("deep") ? "[".repeat(999) + "]".repeat(999) : value;
        buddy.inject(Fault.processThenAnswer(201, JSON, ACTION + "\"x\":" + hard + "}")
                .on("POST"));

        create("<outputFile>" + file() + "</outputFile>");

        assertThat(sent().method()).isEqualTo("POST");
        assertOutcome("created");
        assertThat(outcome().at("/action/id").intValue()).isEqualTo(1);
    }

    @Test
    void cutsALongMessageBetweenCharacters() {
        String whale = Character.toString(0x1F433);
        buddy.inject(Fault.answer(400, JSON, "{\"errors\":[{\"message\":\"" + whale.repeat(600) + "\"}]}")
                .on("POST"));

        assertThat(failure()).hasMessageContaining(whale.repeat(500)).hasMessageNotContaining(whale.repeat(501));
    }

    @Test
    void writesTheOutputFileAlsoIfTheAnswerHasHalfACharacter() throws Exception {
        buddy.inject(Fault.processThenAnswer(201, JSON, ACTION + "\"x\":\"caf\\ud83d\"}")
                .on("POST"));

        create("<outputFile>" + file() + "</outputFile>");

        assertThat(outcome().at("/action/x").textValue()).startsWith("caf");
    }

    @Test
    void masksAPasswordInTheOutputFileAlsoAsANumberOrAKey() throws Exception {
        addServer("digits", "deployer", "12345678");
        buddy.inject(Fault.processThenAnswer(201, JSON, ACTION + "\"x\":[12345678],\"y\":{\"12345678\":true}}")
                .on("POST"));

        create("<integration/><registryServerId>digits</registryServerId><outputFile>" + file() + "</outputFile>");

        assertThat(outcome().path("action").path("x").path(0).textValue()).isEqualTo("****");
        assertThat(outcome().toString()).doesNotContain("12345678");
    }

    /** Answers with the action as it is configured above, and with these fields. */
    private void has(String further) {
        lists("{\"actions\":[" + ACTION + "\"disabled\":false}]}");
        shows("\"docker_image_tag\":\"1.0\",\"docker_build_action_id\":0,\"integration\":{\"hash_id\":\"123456\"},"
                + further + "}");
    }

    private void lists(String list) {
        buddy.inject(Fault.answer(200, JSON, list).on("GET", "/actions$"));
    }

    private void shows(String fields) {
        buddy.inject(Fault.answer(200, JSON, ACTION + fields).on("GET", "/actions/1$"));
    }

    private Path file() {
        return folder.resolve("outcome.json");
    }

    private JsonNode outcome() throws Exception {
        return new ObjectMapper().readTree(Files.readString(file()));
    }
}
