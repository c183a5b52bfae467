package io.github.buddymaven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.fakebuddy.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The goal as Maven configures it, against the stand-in: what is sent, what is said, how it ends. */
class GoalTest extends AbstractMojoTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    private MavenProject project;

    @Inject
    private MavenSession session;

    @Inject
    private MojoExecution execution;

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "dockerImageTag", value = "14.06")
    @MojoParameter(name = "region", value = "us-east-1")
    @MojoParameter(name = "integration", value = "5ddb7c180fb38be67bd78a88a")
    @MojoParameter(name = "dockerBuildActionId", value = "1")
    @MojoParameter(name = "repository", value = "MyDockerRepo")
    void sendsTheDocumentedRequest(CreatePushActionMojo goal) throws Exception {
        execute(goal);

        assertThat(sent().method()).isEqualTo("POST");
        assertThat(sent().rawPath()).isEqualTo(PIPELINE + "/actions");
        assertThat(sent().json()).isEqualTo(JSON.readTree(sample("create-request.json")));
        assertThat(sent().header("Authorization")).hasValue("Bearer " + FakeBuddy.TOKEN);
        assertThat(sent().header("Content-Type")).hasValue("application/json");
        assertThat(sent().header("Accept")).hasValue("application/json");
        assertThat(sent().header("Accept-Encoding")).hasValue("identity");
        assertThat(sent().header("X-Buddy-Media-Type")).hasValue("buddy.v1.1.0");
        assertThat(sent().header("User-Agent").orElse(""))
                .matches("buddy-maven-plugin/\\d\\S* Maven/\\d\\S* Java/\\d\\S*");
        assertThat(sent().headers().keySet())
                .as("no cookies, no compression, no upgrade")
                .map(String::toLowerCase)
                .containsExactlyInAnyOrder(
                        "accept",
                        "accept-encoding",
                        "authorization",
                        "connection",
                        "content-length",
                        "content-type",
                        "host",
                        "user-agent",
                        "x-buddy-media-type");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void takesTheDocumentedAnswer(CreatePushActionMojo goal) throws Exception {
        buddy.inject(Fault.answer(201, "application/json", sample("create-response.json"))
                .on("POST"));

        execute(goal);

        assertThat(log.lines())
                .containsExactly(
                        "info Action 'Push to registry' (id 2) in pipeline buddy/company-website/2: created",
                        "info https://app.buddy.works/buddy/company-website/pipelines/action/2/edit");
        assertThat(project.getProperties())
                .containsEntry("buddy.action.id", "2")
                .containsEntry(
                        "buddy.action.url",
                        "https://api.buddy.works/workspaces/buddy/projects/company-website/pipelines/2/actions/2")
                .containsEntry(
                        "buddy.action.htmlUrl", "https://app.buddy.works/buddy/company-website/pipelines/action/2/edit")
                .containsEntry("buddy.action.outcome", "created");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void takesAnySuccessWithAnId(CreatePushActionMojo goal) throws Exception {
        buddy.inject(Fault.answer(200, "text/plain", "{\"id\":7}").on("POST"));

        execute(goal);

        assertThat(log.lines())
                .containsExactly("info Action 'Push to registry' (id 7) in pipeline buddy/company-website/2: created");
    }

    @Test
    @InjectMojo(goal = GOAL, pom = """
            <project><build><plugins><plugin><artifactId>buddy-maven-plugin</artifactId><configuration>
              <integration><identifier>docker-hub</identifier></integration>
            </configuration></plugin></plugins></build></project>""")
    void knowsAnIntegrationByItsIdentifier(CreatePushActionMojo goal) throws Exception {
        execute(goal);

        assertThat(sent().json().path("integration")).isEqualTo(JSON.readTree("{\"identifier\":\"docker-hub\"}"));
    }

    @Test
    @InjectMojo(goal = GOAL, pom = """
            <project><build><plugins><plugin><artifactId>buddy-maven-plugin</artifactId><configuration>
              <integration><hashId>5ddb</hashId></integration>
            </configuration></plugin></plugins></build></project>""")
    void knowsAnIntegrationByItsHash(CreatePushActionMojo goal) throws Exception {
        execute(goal);

        assertThat(sent().json().path("integration")).isEqualTo(JSON.readTree("{\"hash_id\":\"5ddb\"}"));
    }

    @Test
    @InjectMojo(goal = GOAL)
    void sendsNothingThatIsNotConfigured(CreatePushActionMojo goal) throws Exception {
        execute(goal);

        assertThat(sent().json())
                .isEqualTo(JSON.readTree("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\","
                        + "\"trigger_time\":\"ON_EVERY_EXECUTION\"}"));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "registryServerId", value = "nexus")
    void sendsTheLoginOfTheRegistry(CreatePushActionMojo goal) throws Exception {
        execute(goal);

        assertThat(sent().json().path("login").textValue()).isEqualTo("deployer");
        assertThat(sent().json().path("password").textValue()).isEqualTo("s3cret");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "serverId", value = "elsewhere")
    void fallsBackToTheEnvironment(CreatePushActionMojo goal) throws Exception {
        request.getSystemProperties().setProperty("env.BUDDY_TOKEN", FakeBuddy.TOKEN);

        execute(goal);

        assertThat(sent().header("Authorization")).hasValue("Bearer " + FakeBuddy.TOKEN);
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "serverId", value = "elsewhere")
    void refusesATokenThatWouldEndTheHeader(CreatePushActionMojo goal) {
        request.getSystemProperties().setProperty("env.BUDDY_TOKEN", "t0ken\r\nX-Evil: 1");

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(
                        "The token, which is the environment variable BUDDY_TOKEN, has a blank, a line break or another"
                                + " character that no token of Buddy has: copy it anew from Buddy.");
        assertThat(buddy.requests()).isEmpty();
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "skip", value = "true")
    @MojoParameter(name = "pipelineId", value = "nonsense")
    void skipsInOneLineAndLooksAtNothingElse(CreatePushActionMojo goal) throws Exception {
        execute(goal);

        assertThat(log.lines()).containsExactly("info Skipped: <skip> (buddy.skip) is true.");
        assertThat(buddy.requests()).isEmpty();
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "dryRun", value = "true")
    @MojoParameter(name = "serverId", value = "elsewhere")
    @MojoParameter(name = "registryServerId", value = "nexus")
    void aDryRunNeedsNoTokenAndShowsNoSecret(CreatePushActionMojo goal) throws Exception {
        request.setOffline(true);

        execute(goal);

        assertThat(log.text())
                .isEqualTo(
                        "warn The dry run could not look at the pipeline, and without dryRun this would fail: Maven is"
                                + " offline (-o), and this goal has to reach " + buddy.apiUrl()
                                + ": run it without -o, or with"
                                + " -Dbuddy.skip.\ninfo Dry run, nothing is sent. The request would be:\nPOST "
                                + buddy.apiUrl() + PIPELINE + "/actions\n" + """
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
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "dryRun", value = "true")
    @MojoParameter(name = "registryServerId", value = "absent")
    void aDryRunSaysWhichCredentialsAreMissing(CreatePushActionMojo goal) throws Exception {
        execute(goal);

        assertThat(log.lines().get(0))
                .startsWith(
                        "warn The dry run could not look at the pipeline, and without dryRun this would fail: <registryServerId>absent</registryServerId>: settings.xml"
                                + " has no <server> of this id.");
        assertThat(log.text()).contains("\"login\" : \"****\"", "\"password\" : \"****\"");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "lenient", value = "true")
    @MojoParameter(name = "triggerTime", value = "ON_FULL_MOON")
    void lenientWarnsAndSendsTheValueAsItIs(CreatePushActionMojo goal) throws Exception {
        buddy.inject(Fault.answer(201, "application/json", "{\"id\":7}").on("POST"));

        execute(goal);

        assertThat(log.lines().get(0)).startsWith("warn <triggerTime>ON_FULL_MOON</triggerTime> is not known.");
        assertThat(sent().json().path("trigger_time").textValue()).isEqualTo("ON_FULL_MOON");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "workspace", value = " ")
    @MojoParameter(name = "pipelineId", value = "0")
    @MojoParameter(name = "connectTimeout", value = "0")
    @MojoParameter(name = "requestTimeout", value = "soon")
    @MojoParameter(name = "dockerBuildActionId", value = "-1")
    void reportsAllBrokenRulesAtOnce(CreatePushActionMojo goal) {
        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("The configuration has 5 problems, and nothing was sent:\n  - <workspace>")
                .hasMessageContainingAll(
                        "\n  - <pipelineId>0</pipelineId> must be a whole number from 1 to 2147483647: ",
                        "\n  - <connectTimeout>0</connectTimeout> must be a whole number from 1 to 2147483647: ",
                        "\n  - <requestTimeout>soon</requestTimeout> must be a whole number from 1 to 2147483647: ",
                        "\n  - <dockerBuildActionId>-1</dockerBuildActionId> must be a whole number from 0 to ");
        assertThat(buddy.requests()).isEmpty();
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "skip", value = "yes")
    @MojoParameter(name = "dryRun", value = "TRUE")
    @MojoParameter(name = "failOnChange", value = "maybe")
    @MojoParameter(name = "lenient", value = "1")
    void whatIsNeitherTrueNorFalseIsNotTakenForFalse(CreatePushActionMojo goal) {
        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll(
                        "<skip>yes</skip> must be true or false: write one of them.",
                        "<dryRun>TRUE</dryRun> must be true or false",
                        "<failOnChange>maybe</failOnChange> must be true or false",
                        "<lenient>1</lenient> must be true or false");
        assertThat(buddy.requests()).isEmpty();
    }

    /** Many POMs have {@code <skip>${some.property}</skip>}, and set the property where they want to skip. */
    @Test
    @InjectMojo(goal = GOAL)
    void aFlagOfAnUnsetPropertyIsNotSet(CreatePushActionMojo goal) throws Exception {
        Configured.configure(
                goal, Configured.xml("<configuration><skip>${skip.push}</skip></configuration>"), session, execution);
        MojoExtension.setVariableValueToObject(
                goal, "skip", "false"); // Maven's default where it knows no such property

        execute(goal);

        assertThat(sent().method()).isEqualTo("POST");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void isRefusedOffline(CreatePushActionMojo goal) {
        request.setOffline(true);

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("Maven is offline (-o), and this goal has to reach " + buddy.apiUrl()
                        + ": run it without -o, or with -Dbuddy.skip or -Dbuddy.dryRun.");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        400,
                        "{\"errors\":[{\"message\":\"Name is taken.\"}]}",
                        "Buddy refused (HTTP 400): Name is taken. Correct the parameters that Buddy names."),
                Arguments.of(
                        400,
                        "{\"errors\":[{\"message\":\"First\"},{\"message\":\"Second\"}]}",
                        "Buddy refused (HTTP 400):\n  - First\n  - Second\nCorrect the parameters that Buddy names."),
                Arguments.of(
                        400,
                        "{\"errors\":[{\"message\":\"API is disabled in this workspace.\"}]}",
                        "Buddy refused (HTTP 400): API is disabled in this workspace. Switch the API on in Buddy, in the"
                                + " settings of workspace 'buddy'."),
                Arguments.of(
                        401,
                        "{\"errors\":[{\"message\":\"Wrong authentication data.\"}]}",
                        "Buddy refused (HTTP 401): Wrong authentication data. The token is the <password> of <server>"
                                + " 'buddy' in settings.xml: it may be mistyped, expired or revoked"),
                Arguments.of(
                        403,
                        "{\"error\":\"Scope EXECUTION_MANAGE is missing\"}",
                        "Buddy refused (HTTP 403): Scope EXECUTION_MANAGE is missing. The token is the <password> of"
                                + " <server> 'buddy' in settings.xml: give it the right to change pipelines"),
                Arguments.of(
                        403,
                        "{\"errors\":[{\"message\":\"Rate limit exceeded.\"}]}",
                        "Buddy refused (HTTP 403): Rate limit exceeded. Too many requests were made with this token"),
                Arguments.of(
                        404,
                        "",
                        "Buddy refused (HTTP 404) without a reason. Check <workspace>, <projectName> and <pipelineId>"),
                Arguments.of(
                        405,
                        "<html><body>not here</body></html>",
                        "Buddy refused (HTTP 405) without a reason. A web page came back, as no API sends it. Check that"
                                + " <apiUrl>"),
                Arguments.of(
                        409,
                        "plain\u0007 text,\nin two  lines",
                        "Buddy refused (HTTP 409): plain text, in two lines. Check that <apiUrl>"),
                Arguments.of(
                        422,
                        "{\"errors\":[{\"message\":\"Too long.\"}]}",
                        "Buddy refused (HTTP 422): Too long. Correct what Buddy names."),
                Arguments.of(407, "", "Buddy refused (HTTP 407) without a reason. Check that <apiUrl>"),
                Arguments.of(429, "[]", "Buddy refused (HTTP 429): []. Too many requests were made with this token"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    @InjectMojo(goal = GOAL)
    void aRefusalIsTheUsersToMend(int status, String body, String said, CreatePushActionMojo goal) {
        buddy.inject(Fault.answer(status, "application/json", body).on("POST"));

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("The action 'Push to registry' could not be brought into pipeline"
                        + " buddy/company-website/2: " + said);
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "workspace", value = "budy")
    void namesAnUnknownWorkspace(CreatePushActionMojo goal) {
        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining(
                        "Buddy refused (HTTP 404): Workspace not found. There is no workspace 'budy', or the"
                                + " token may not see it: correct <workspace>");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "projectName", value = "website")
    void namesAnUnknownProject(CreatePushActionMojo goal) {
        assertThatThrownBy(() -> execute(goal))
                .hasMessageContaining("There is no project 'website' in workspace 'buddy', or the token may not see it:"
                        + " correct <projectName>");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "pipelineId", value = "3")
    void namesAnUnknownPipeline(CreatePushActionMojo goal) {
        assertThatThrownBy(() -> execute(goal))
                .hasMessageContaining("There is no pipeline 3 in project 'company-website': correct <pipelineId>");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void doesNotGuessWhatIsUnknownWhereBuddyWillNotSay(CreatePushActionMojo goal) {
        buddy.inject(Fault.answer(404, "application/json", "{}").on("POST"))
                .inject(Fault.dropBeforeProcessing()
                        .on("GET", "^/workspaces/buddy$")
                        .always());

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("Buddy refused (HTTP 404) without a reason. Check <workspace>, <projectName>");
    }

    static Stream<Arguments> answersWithoutSense() {
        String notAnAction = " instead of Buddy's JSON. Check that <apiUrl>";
        return Stream.of(
                Arguments.of(200, "<html>Log in</html>", " answered HTTP 200 with a web page" + notAnAction),
                Arguments.of(201, "", " answered HTTP 201 with an empty answer" + notAnAction),
                Arguments.of(201, "{\"id\":7,\"na", " answered HTTP 201 with no readable JSON" + notAnAction),
                Arguments.of(201, "{\"name\":\"x\"}", " answered HTTP 201 with other JSON" + notAnAction),
                Arguments.of(201, "{\"id\":\"x\"}", " answered HTTP 201 with other JSON" + notAnAction),
                Arguments.of(204, "", " answered HTTP 204 with an empty answer" + notAnAction),
                Arguments.of(302, "", " answered HTTP 302, a redirect, which is not followed"),
                Arguments.of(
                        500,
                        "{\"errors\":[{\"message\":\"Oops\"}]}",
                        " answered HTTP 500: Oops. The fault is on the other side. The action may exist or be changed by now: look at"
                                + " pipeline buddy/company-website/2 in Buddy."),
                Arguments.of(503, "<html/>", " answered HTTP 503 without a reason. The fault is on the other side."));
    }

    @ParameterizedTest
    @MethodSource("answersWithoutSense")
    @InjectMojo(goal = GOAL)
    void anAnswerWithoutSenseIsTheOtherSides(int status, String body, String said, CreatePushActionMojo goal) {
        buddy.inject(Fault.answer(status, "application/json", body).on("POST").always());

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("The action 'Push to registry' could not be brought into pipeline"
                        + " buddy/company-website/2: " + buddy.apiUrl() + said);
        assertThat(writes()).as("only a lost answer is a reason to send twice").hasSize(status == 503 ? 3 : 1);
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "registryServerId", value = "nexus")
    void aServerThatRepeatsSecretsIsNotRepeated(CreatePushActionMojo goal) {
        String body = "{\"errors\":[{\"message\":\"login deployer:s3cret with " + FakeBuddy.TOKEN + " failed\"}]}";
        buddy.inject(Fault.answer(400, "application/json", body).on("POST"));

        assertThatThrownBy(() -> execute(goal)).hasMessageContaining("login deployer:**** with **** failed");
    }

    private static String sample(String name) throws IOException {
        try (InputStream file = GoalTest.class.getResourceAsStream("/samples/" + name)) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
