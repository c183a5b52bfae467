package io.github.buddymaven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.fakebuddy.Fault;
import java.io.IOException;
import java.io.InputStream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One run of create-push-action: which request it sends, what it prints, how it ends. */
class GoalTest extends AbstractMojoTest {
    @Test
    void sendsTheDocumentedRequest() throws Exception {
        create("""
                <dockerImageTag>14.06</dockerImageTag><region>us-east-1</region><repository>MyDockerRepo</repository>
                <integration>5ddb7c180fb38be67bd78a88a</integration><dockerBuildActionId>1</dockerBuildActionId>""");

        assertThat(sent().method()).isEqualTo("POST");
        assertThat(sent().rawPath()).isEqualTo(PIPELINE + "/actions");
        assertThat(sent().json()).isEqualTo(json(sample("create-request.json")));
        assertThat(sent().header("Authorization")).hasValue("Bearer " + FakeBuddy.TOKEN);
        assertThat(sent().header("Content-Type")).hasValue("application/json");
        assertThat(sent().header("Accept")).hasValue("application/json");
        assertThat(sent().header("Accept-Encoding")).hasValue("identity");
        assertThat(sent().header("X-Buddy-Media-Type")).hasValue("buddy.v1.1.0");
        assertThat(sent().header("User-Agent").orElse(""))
                .matches("buddy-maven-plugin/\\d\\S* Maven/\\d\\S* Java/\\d\\S*");
        assertThat(sent().headers())
                .as("no cookies, no compression, no upgrade")
                .containsOnlyKeys(
                        "Accept",
                        "Accept-encoding",
                        "Authorization",
                        "Connection",
                        "Content-length",
                        "Content-type",
                        "Host",
                        "User-agent",
                        "X-buddy-media-type");
    }

    @Test
    void reportsTheDocumentedAnswer() throws Exception {
        buddy.inject(Fault.answer(201, "application/json", sample("create-response.json"))
                .on("POST"));

        create();

        String address = "https://app.buddy.works/buddy/company-website/pipelines/action/2/edit";
        assertThat(log.lines()).hasSize(2);
        assertThat(log.lines().get(0)).contains("Push to registry", "2", "buddy/company-website/2", "created");
        assertThat(log.lines().get(1)).isEqualTo("info " + address);
        assertThat(project.getProperties())
                .containsEntry("buddy.action.id", "2")
                .containsEntry(
                        "buddy.action.url",
                        "https://api.buddy.works/workspaces/buddy/projects/company-website/pipelines/2/actions/2")
                .containsEntry("buddy.action.htmlUrl", address)
                .containsEntry("buddy.action.outcome", "created");
    }

    @Test
    void acceptsAnySuccessWithAnId() throws Exception {
        buddy.inject(Fault.answer(200, "text/plain", "{\"id\":7}").on("POST"));

        create();

        assertThat(log.lines()).hasSize(1);
        assertOutcome("created");
        assertThat(project.getProperties()).containsEntry("buddy.action.id", "7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<identifier>docker-hub</identifier> | {\"identifier\":\"docker-hub\"}",
                "<hashId>5ddb</hashId> | {\"hash_id\":\"5ddb\"}",
                "5ddb | {\"hash_id\":\"5ddb\"}",
            })
    void sendsAnIntegrationByItsHashOrItsIdentifier(String integration, String expected) throws Exception {
        create("<integration>" + integration + "</integration>");

        assertThat(sent().json().path("integration")).isEqualTo(json(expected));
    }

    @Test
    void sendsNothingThatIsNotConfigured() throws Exception {
        create();

        assertThat(sent().json()).isEqualTo(json("""
                {"name":"Push to registry","type":"DOCKER_PUSH","trigger_time":"ON_EVERY_EXECUTION"}"""));
    }

    @Test
    void sendsTheLoginOfTheRegistry() throws Exception {
        create("<registryServerId>nexus</registryServerId>");

        assertThat(sent().json().path("login").textValue()).isEqualTo("deployer");
        assertThat(sent().json().path("password").textValue()).isEqualTo("s3cret");
    }

    @Test
    void takesTheTokenOfTheEnvironmentIfThereIsNoServer() throws Exception {
        environment("BUDDY_TOKEN", FakeBuddy.TOKEN);

        create("<serverId>elsewhere</serverId>");

        assertThat(sent().header("Authorization")).hasValue("Bearer " + FakeBuddy.TOKEN);
    }

    @Test
    void refusesATokenThatWouldEndTheHeader() {
        environment("BUDDY_TOKEN", "t0ken\r\nX-Evil: 1");

        assertThat(failure("<serverId>elsewhere</serverId>"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("BUDDY_TOKEN")
                .hasMessageNotContainingAny("t0ken", "X-Evil");
        assertThat(buddy.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {CHECK, CREATE, DELETE, EXPORT, LIST, RUN})
    void skipsWithOneLineAndChecksNothingElse(String goal) throws Exception {
        run(goal, "<skip>true</skip><pipelineId>nonsense</pipelineId>");

        assertThat(log.lines()).hasSize(1);
        assertThat(log.text()).contains("<skip>", "buddy.skip");
        assertThat(buddy.requests()).isEmpty();
    }

    @Test
    void showsTheRequestInADryRunWithoutTokenAndNetwork() throws Exception {
        request.setOffline(true);

        create("<dryRun>true</dryRun><serverId>elsewhere</serverId><registryServerId>nexus</registryServerId>");

        assertThat(log.warnings()).singleElement().asString().contains("-o", buddy.apiUrl());
        assertThat(log.text()).contains("POST " + buddy.apiUrl() + PIPELINE + "/actions", """
                        {
                          "name" : "Push to registry",
                          "type" : "DOCKER_PUSH",
                          "trigger_time" : "ON_EVERY_EXECUTION",
                          "login" : "****",
                          "password" : "****"
                        }""");
        assertThat(buddy.requests()).isEmpty();
    }

    @Test
    void warnsInADryRunOfMissingCredentials() throws Exception {
        create("<dryRun>true</dryRun><registryServerId>absent</registryServerId>");

        assertThat(log.warnings())
                .singleElement()
                .asString()
                .contains("<registryServerId>absent</registryServerId>", "settings.xml");
        assertThat(log.text()).contains("\"login\" : \"****\"", "\"password\" : \"****\"");
    }

    @Test
    void sendsAnUnknownValueWithAWarningIfLenient() throws Exception {
        buddy.inject(Fault.answer(201, "application/json", "{\"id\":7}").on("POST"));

        create("<lenient>true</lenient><triggerTime>ON_FULL_MOON</triggerTime>");

        assertThat(log.warnings()).singleElement().asString().contains("<triggerTime>ON_FULL_MOON</triggerTime>");
        assertThat(sent().json().path("trigger_time").textValue()).isEqualTo("ON_FULL_MOON");
    }

    @Test
    void reportsAllProblemsOfTheConfigurationTogether() {
        assertThat(failure("""
                        <workspace> </workspace><pipelineId>0</pipelineId><connectTimeout>0</connectTimeout>
                        <requestTimeout>soon</requestTimeout><dockerBuildActionId>-1</dockerBuildActionId>"""))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll(
                        "5 problems",
                        "\n  - <workspace>",
                        "\n  - <pipelineId>0</pipelineId>",
                        "from 1",
                        "\n  - <connectTimeout>0</connectTimeout>",
                        "\n  - <requestTimeout>soon</requestTimeout>",
                        "\n  - <dockerBuildActionId>-1</dockerBuildActionId>",
                        "from 0");
        assertThat(buddy.requests()).isEmpty();
    }

    @Test
    void refusesFlagsThatAreNeitherTrueNorFalse() {
        assertThat(failure("<skip>yes</skip><dryRun>TRUE</dryRun><lenient>1</lenient>"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll(
                        "<skip>yes</skip>", "<dryRun>TRUE</dryRun>", "<lenient>1</lenient>", "true nor false");
        assertThat(buddy.requests()).isEmpty();
    }

    @Test
    void refusesToRunOffline() {
        request.setOffline(true);

        assertThat(failure())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("-o", buddy.apiUrl(), "-Dbuddy.skip", "-Dbuddy.dryRun");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    400 | {"errors":[{"message":"Name is taken."}]}                     | Name is taken.               | parameters
                    400 | {"errors":[{"message":"First"},{"message":"Second"}]}         | Second                       | First
                    400 | {"errors":[{"message":"API is disabled in this workspace."}]} | API is disabled              | 'buddy'
                    401 | {"errors":[{"message":"Wrong authentication data."}]}         | Wrong authentication data.   | <server> 'buddy'
                    403 | {"error":"Scope EXECUTION_MANAGE is missing"}                 | EXECUTION_MANAGE             | change pipelines
                    403 | {"errors":[{"message":"Rate limit exceeded."}]}               | Rate limit exceeded.         | <rateLimitWait>
                    404 | {}                                                            | 404                          | <pipelineId>
                    405 | <html><body>not here</body></html>                            | web page                     | <apiUrl>
                    409 | plain\u0007 text,  in two  lines                              | plain text, in two lines     | <apiUrl>
                    422 | {"errors":[{"message":"Too long."}]}                          | Too long.                    | 422
                    407 | {}                                                            | 407                          | <apiUrl>
                    429 | []                                                            | []                           | <rateLimitWait>
                    """)
    void repeatsBuddysWordsAndARemedyIfBuddyRefuses(int status, String body, String said, String remedy) {
        buddy.inject(Fault.answer(status, "application/json", body).on("POST"));

        assertThat(failure())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("Push to registry", "buddy/company-website/2", "HTTP " + status, said, remedy);
    }

    @ParameterizedTest
    @CsvSource({
        "workspace,   budy,    workspace 'budy',  <workspace>",
        "projectName, website, project 'website', <projectName>",
        "pipelineId,  3,       pipeline 3,        <pipelineId>",
    })
    void namesThePartOfTheAddressThatBuddyDoesNotKnow(String parameter, String value, String named, String remedy) {
        defaults.put(parameter, value);

        assertThat(failure()).isInstanceOf(MojoFailureException.class).hasMessageContainingAll("404", named, remedy);
    }

    @Test
    void namesAllPartsOfTheAddressIfBuddyDoesNotTellWhichIsUnknown() {
        buddy.inject(Fault.answer(404, "application/json", "{}").on("POST"))
                .inject(Fault.dropBeforeProcessing()
                        .on("GET", "^/workspaces/buddy$")
                        .always());

        assertThat(failure())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("404", "<workspace>", "<projectName>", "<pipelineId>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    200 | <html>Log in</html>              | web page | <apiUrl> | 2
                    201 | ''                               | empty    | <apiUrl> | 2
                    201 | {"id":7,"na                      | JSON     | <apiUrl> | 2
                    201 | {"name":"x"}                     | JSON     | <apiUrl> | 2
                    201 | {"id":"x"}                       | JSON     | <apiUrl> | 2
                    204 | ''                               | empty    | <apiUrl> | 2
                    302 | ''                               | redirect | <apiUrl> | 1
                    500 | {"errors":[{"message":"Oops"}]}  | Oops     | may      | 1
                    503 | <html/>                          | 503      | Nothing  | 3
                    """)
    void blamesTheServerForAnAnswerThatMakesNoSense(int status, String body, String said, String advice, int sent) {
        buddy.inject(Fault.answer(status, "application/json", body).on("POST").always());

        assertThat(failure())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContainingAll(buddy.apiUrl(), "HTTP " + status, said, advice);
        assertThat(writes()).as("sent again only if the answer was lost").hasSize(sent);
    }

    @Test
    void masksSecretsThatBuddyRepeats() {
        String body = "{\"errors\":[{\"message\":\"login deployer:s3cret with " + FakeBuddy.TOKEN + " failed\"}]}";
        buddy.inject(Fault.answer(400, "application/json", body).on("POST"));

        assertThat(failure("<registryServerId>nexus</registryServerId>"))
                .hasMessageContaining("login deployer:**** with **** failed");
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static String sample(String name) throws IOException {
        try (InputStream file = GoalTest.class.getResourceAsStream("/samples/" + name)) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
