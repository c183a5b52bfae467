package io.github.buddymaven;

import static io.github.buddymaven.fakebuddy.FakeBuddy.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.buddymaven.fakebuddy.Answer;
import io.github.buddymaven.fakebuddy.Fault;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Buddy says is shown without secrets and invisible marks; what it names is shown as it is or not at all. */
class MaskedAnswersTest extends AbstractMojoTest {
    private static final String JSON = "application/json";
    private static final String REGISTRY = "<registryServerId>short</registryServerId>";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"2", "app", "buddy", "1"})
    void changesNoIdAndNoAddressForAShortSecret(String secret) throws Exception {
        addServer("short", "deployer", secret);

        create(REGISTRY, outputFile());

        String address = "https://app.buddy.works/buddy/company-website/pipelines/action/1/edit";
        assertThat(log.text())
                .contains("(id 1) in pipeline buddy/company-website/2: created", address)
                .doesNotContain("****");
        assertThat(output().at("/action/html_url").textValue()).isEqualTo(address);
        assertThat(output().at("/action/id").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            app | {"errors":[{"message":"Login with app failed"}]}
            app | {"error":"Basic dXNlcjphcHA= refused"}
            2   | The password is 2
            a&b | {"message":"Bad value a%26b"}
            """)
    void leavesAMessageOutThatHoldsAShortSecret(String secret, String body) {
        addServer("short", "deployer", secret);
        buddy.inject(Fault.answer(400, JSON, body).on("POST"));

        assertThat(failure(REGISTRY))
                .hasMessageContainingAll("HTTP 400", "not shown", "secret")
                .hasMessageNotContainingAny("failed", "Basic", "password is", "value", "****");
    }

    @Test
    void showsTheMessagesWithoutAShortSecret() {
        addServer("short", "deployer", "app");
        buddy.inject(Fault.answer(400, JSON, "{\"errors\":[{\"message\":\"No app\"},{\"message\":\"Too long\"}]}")
                .on("POST"));

        assertThat(failure(REGISTRY))
                .hasMessageContainingAll("Too long", "not shown")
                .hasMessageNotContaining("No app");
    }

    @Test
    void knowsThatTheApiIsDisabledThoughTheMessageIsNotShown() {
        addServer("short", "deployer", "API");
        buddy.inject(Fault.answer(403, JSON, "{\"error\":\"API is disabled in this workspace\"}"));

        assertThat(failure(REGISTRY)).hasMessageContainingAll("not shown", "Switch the API on");
    }

    @Test
    void masksTheTokenInANameWhereverTheActionIsListed() throws Exception {
        pipeline.add("{\"name\":\"Push with " + TOKEN + "\",\"type\":\"DOCKERFILE\"}");
        run(LIST, outputFile());
        create("<dockerBuildActionName>Build</dockerBuildActionName>");
        String after = failure("<name>Another</name><afterActionName>Build</afterActionName>")
                .getMessage();

        assertThat(log.text() + after + output()).contains("Push with ****").doesNotContain(TOKEN);
        assertThat(after).contains("Push with ****");
        assertThat(output().at("/actions/0/name").textValue()).isEqualTo("Push with ****");
    }

    @Test
    void masksTheTokenInTheNameOfAPipelineAndInTheTypeOfAnAction() {
        pipeline.name("Live " + TOKEN);
        pipeline.add("{\"name\":\"Push to registry\",\"type\":\"SLACK " + TOKEN + "\"}");

        String type = failure().getMessage();
        String unknown =
                failure("<pipelineId/><pipelineName>Live</pipelineName>").getMessage();

        assertThat(type).contains("SLACK ****").doesNotContain(TOKEN);
        assertThat(unknown).contains("Live ****").doesNotContain(TOKEN);
    }

    @Test
    void leavesAnIdAndAnAddressOutThatHoldTheToken() throws Exception {
        addServer("number", "", "1234567");
        buddy.inject(Fault.answer(200, JSON, "{\"actions\":[]}").on("GET"));
        buddy.inject(Fault.answer(
                        201,
                        JSON,
                        "{\"id\":5,\"after_action_id\":1234567,\"url\":\"https://x/1234567\",\"html_url\":\"https://x/5\"}")
                .on("POST"));

        create("<serverId>number</serverId>", outputFile());

        assertThat(output().path("action").toString())
                .contains("\"html_url\":\"https://x/5\"", "\"id\":5")
                .doesNotContain("1234567", "****", "\"url\"");
        assertThat(project.getProperties()).doesNotContainKey("buddy.action.url");
    }

    @ParameterizedTest
    @ValueSource(strings = {CREATE, LIST, DELETE, CHECK})
    void changesNoIdThatIsASecretOfDigitsButNotTheToken(String goal) throws Exception {
        addServer("digits", "deployer", "123456");
        buddy.nextActionId(123456);
        create("<registryServerId>digits</registryServerId>", outputFile());
        if (!goal.equals(CREATE)) {
            nextBuild();
            run(goal, goal.equals(LIST) ? "" : "<registryServerId>digits</registryServerId>", outputFile());
        }

        assertThat(log.lines()).anyMatch(line -> line.contains("123456"));
        assertThat(log.text()).doesNotContain("****");
        assertThat(output().findValue("id").intValue()).isEqualTo(123456);
        assertThat(project.getProperties()).containsEntry("buddy.action.id", "123456");
    }

    @ParameterizedTest
    @ValueSource(strings = {CREATE, LIST, DELETE, CHECK, EXPORT})
    void leavesAnIdOutThatIsTheTokenInEveryLineAndFile(String goal) throws Exception {
        buddy.token("1234567").nextActionId(1234567);
        addServer("digits", "", "1234567");
        String server = "<serverId>digits</serverId>";
        create(server, outputFile());
        if (!goal.equals(CREATE)) {
            nextBuild();
            run(goal, server, goal.equals(EXPORT) ? "" : outputFile());
        }
        assertThat(log.text() + output()).contains("Push to registry").doesNotContain("1234567", "****");
        assertThat(project.getProperties()).doesNotContainKeys("buddy.action.id", "buddy.action.htmlUrl");
    }

    @Test
    void showsNoIdThatIsTheTokenInAPlanOrAFailure() {
        buddy.token("1234567").nextActionId(1234567);
        addServer("digits", "", "1234567");
        pipeline.add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\"}");
        String server = "<serverId>digits</serverId>";

        String drift = failureOf(CHECK, server, "<timeout>5</timeout>").getMessage();
        String exists = failure(server, "<ifExists>fail</ifExists>").getMessage();

        assertThat(log.text() + drift + exists)
                .contains("(id …)", "/actions/…\n", "id …")
                .doesNotContain("1234567", "****");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202e", "\u200b", "\u2066", "\ufeff"})
    void escapesInvisibleMarksInEveryLine(String mark) throws Exception {
        pipeline.name("Live" + mark);
        pipeline.add("{\"name\":\"Build" + mark + "\",\"type\":\"DOCKERFILE" + mark + "\"}");
        pipeline.add("{\"name\":\"Push" + mark + "\",\"type\":\"DOCKER_PUSH\",\"repository\":\"a" + mark + "\"}");
        String name = "<name>Push" + mark + "</name>";
        run(LIST);
        run(EXPORT, name);
        create(name, "<repository>b" + mark + "</repository><dockerBuildActionName>Buil</dockerBuildActionName>");
        create("<name>New" + mark + "</name><dryRun>true</dryRun>");
        String messages = failure("<pipelineId/><pipelineName>Life" + mark + "</pipelineName>")
                        .getMessage()
                + failure("<name>Third</name><afterActionName>Nothing" + mark + "</afterActionName>")
                        .getMessage();
        buddy.inject(Fault.answer(400, JSON, "{\"error\":\"Wrong name: x" + mark + "\"}")
                .on("POST"));
        messages += failure("<name>Fourth</name>").getMessage();
        pipeline.add(
                "{\"name\":\"Hub\",\"type\":\"DOCKER_PUSH\",\"integration\":{\"identifier\":\"hub" + mark + "\"}}");
        create("<name>Hub</name><integration>5ddb</integration>");
        buddy.inject(Fault.none()
                .on("POST")
                .altering(answer -> new Answer(
                        answer.status(),
                        answer.contentType(),
                        answer.body().replace("/execution/", "/execution" + mark + "/"))));
        run(RUN, "<wait>false</wait>");

        assertThat(log.text() + messages)
                .doesNotContain(mark)
                .contains("\\u%04x".formatted((int) mark.charAt(0)))
                .contains("Live", "Build", "Push", "New", "Wrong name");
    }

    @ParameterizedTest
    @CsvSource({"408, may have been", "409, may have been", "400, ''", "422, ''"})
    void saysThatARefusalMayComeAfterTheWork(int status, String doubt) {
        buddy.inject(Fault.answer(status, JSON, "{\"error\":\"No\"}").on("POST"));

        String message = String.valueOf(failure().getMessage());

        assertThat(message).contains("HTTP " + status, doubt);
        assertThat(message.contains("may have been")).isEqualTo(!doubt.isEmpty());
    }

    @Test
    void saysNothingOfDoubtIfOnlyTheListWasRefused() {
        buddy.inject(Fault.answer(409, JSON, "{\"error\":\"No\"}").on("GET"));

        assertThat(failure()).hasMessageContaining("HTTP 409").hasMessageNotContaining("may have been");
    }

    private String outputFile() {
        return "<outputFile>" + folder.resolve("outcome.json") + "</outputFile>";
    }

    private JsonNode output() throws Exception {
        return new ObjectMapper().readTree(folder.resolve("outcome.json").toFile());
    }
}
