package io.github.buddymaven.fakebuddy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the fake to its promises: if it is wrong, the tests that use it prove nothing. */
@Timeout(20)
class FakeBuddyTest {

    private static final String PROJECT = "/workspaces/buddy/projects/company-website";
    private static final String PIPELINE = PROJECT + "/pipelines/2";
    private static final String ACTIONS = PIPELINE + "/actions";
    private static final String RUNS = PIPELINE + "/executions";
    private static final String MINIMAL = "{\"name\":\"Push\",\"type\":\"DOCKER_PUSH\"}";
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final HttpClient client = HttpClient.newHttpClient();
    private final FakeBuddy buddy;
    private final Pipeline pipeline;

    FakeBuddyTest() throws IOException {
        buddy = FakeBuddy.start();
        pipeline = buddy.pipeline("buddy", "company-website", 2);
    }

    @AfterEach
    void stop() {
        buddy.close();
    }

    @Test
    void listensOnAPortOfItsOwn() throws Exception {
        try (FakeBuddy other = FakeBuddy.start()) {
            assertThat(other.apiUrl()).startsWith("http://127.0.0.1:").isNotEqualTo(buddy.apiUrl());
            assertThat(get("/workspaces/buddy").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void keepsToItsBasePath() throws Exception {
        try (FakeBuddy own = FakeBuddy.start("/api")) {
            own.pipeline("buddy", "company-website", 2);
            String root = own.apiUrl().replace("/api", "");
            assertThat(own.apiUrl()).endsWith("/api");
            assertThat(status(request(own.apiUrl() + PIPELINE))).isEqualTo(200);
            assertThat(status(request(root + PIPELINE))).isEqualTo(404);
        }
    }

    @Test
    void speaksTls(@TempDir java.nio.file.Path folder) throws Exception {
        PrivateCertificate certificate = PrivateCertificate.in(folder);
        try (FakeBuddy tls = FakeBuddy.startTls(certificate.context())) {
            tls.pipeline("buddy", "company-website", 2);
            HttpRequest request = request(tls.apiUrl() + PIPELINE).build();
            HttpClient trusting =
                    HttpClient.newBuilder().sslContext(certificate.context()).build();
            assertThat(trusting.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
            assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
                    .hasMessageContaining("certificat");
        }
    }

    @Test
    void answersOthersWhileManyWaitAndLetsThemGoWhenClosed() throws Exception {
        buddy.inject(Fault.neverAnswer().on("POST").always());
        List<CompletableFuture<HttpResponse<String>>> waiting = IntStream.range(0, 20)
                .mapToObj(number -> async("POST", ACTIONS, MINIMAL))
                .toList();
        await().until(() -> buddy.requests().size() == waiting.size());
        assertThat(get(PIPELINE).statusCode()).isEqualTo(200);
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        buddy.close();
        assertThat(waiting).allSatisfy(FakeBuddyTest::assertLost);
    }

    @Test
    void answersTheDocumentedExchangeToTheLetter() throws Exception {
        buddy.nextActionId(2).doubledTriggerTime(true);
        HttpResponse<String> answer = send("POST", ACTIONS, """
                {"name":"Push to registry","type":"DOCKER_PUSH","trigger_time":"ON_EVERY_EXECUTION",
                "docker_image_tag":"14.06","region":"us-east-1","integration":{"hash_id":"5ddb7c180fb38be67bd78a88a"},
                "docker_build_action_id":1,"repository":"MyDockerRepo"}""");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body().replace(buddy.apiUrl(), "https://api.buddy.works"))
                .isEqualTo("""
                {"url":"https://api.buddy.works/workspaces/buddy/projects/company-website/pipelines/2/actions/2",
                "html_url":"https://app.buddy.works/buddy/company-website/pipelines/action/2/edit","id":2,
                "name":"Push to registry","type":"DOCKER_PUSH","trigger_time":"ON_EVERY_EXECUTION",
                "last_execution_status":"INITIAL","docker_build_action_id":1,"trigger_time":"ON_EVERY_EXECUTION",
                "docker_image_tag":"14.06","region":"us-east-1","integration":{"hash_id":"5ddb7c180fb38be67bd78a88a"},
                "repository":"MyDockerRepo",
                "pipeline":{"url":"https://api.buddy.works/workspaces/buddy/projects/company-website/pipelines/2",
                "html_url":"https://app.buddy.works/buddy/company-website/pipelines/pipeline/2","id":2,
                "name":"Live mirror","on":"CLICK","refs":["refs/heads/master"],"last_execution_status":"SUCCESSFUL",
                "last_execution_revision":"506a3963507943d6908154f4bc9646e829128a08"}}""".replace("\n", ""));
    }

    @Test
    void givesEachActionAnIdOfItsOwnWhateverItsName() throws Exception {
        Pipeline other = buddy.pipeline("buddy", "company-website", 3);
        assertThat(other.add("{\"name\":\"Push\",\"type\":\"DOCKER_PUSH\"}")).isEqualTo(1);
        send("POST", ACTIONS, MINIMAL);
        send("POST", ACTIONS, MINIMAL);
        assertThat(pipeline.actions())
                .extracting(action -> action.path("id").asInt())
                .containsExactly(2, 3);
        assertThat(pipeline.actions())
                .extracting(action -> action.path("name").asText())
                .containsOnly("Push");
        assertThatThrownBy(() -> other.add("{\"id\":3}")).hasMessageContaining("3");
    }

    @Test
    void takesSeedsOfAnyTypeWithTheirOwnIds() throws Exception {
        assertThat(pipeline.add("{\"id\":7,\"name\":\"Build\",\"type\":\"DOCKERFILE\"}"))
                .isEqualTo(7);
        assertThat(json(get(ACTIONS + "/7")).path("type").asText()).isEqualTo("DOCKERFILE");
        assertThat(json(send("POST", ACTIONS, MINIMAL)).path("id").asInt()).isEqualTo(8);
    }

    @Test
    void showsCopiesOfWhatItStores() {
        pipeline.add(MINIMAL);
        pipeline.actions().get(0).put("name", "changed");
        assertThat(pipeline.action(1).orElseThrow().path("name").asText()).isEqualTo("Push");
        assertThatThrownBy(() -> pipeline.actions().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void putsAnActionBehindAnother() throws Exception {
        pipeline.add("{\"name\":\"first\"}");
        pipeline.add("{\"name\":\"last\"}");
        send("POST", ACTIONS, with("\"after_action_id\":1"));
        assertThat(pipeline.actions())
                .extracting(action -> action.path("name").asText())
                .containsExactly("first", "Push", "last");
        assertThat(pipeline.actions()).noneMatch(action -> action.has("after_action_id"));
        assertThat(messages(send("POST", ACTIONS, with("\"after_action_id\":99"))))
                .hasSize(1);
    }

    @Test
    void listsSummariesOnly() throws Exception {
        send("POST", ACTIONS, with("\"repository\":\"r\""));
        ObjectNode list = json(get(ACTIONS));
        assertThat(list.path("actions").get(0).toString()).isEqualTo("""
                {"url":"%s/1","html_url":"https://app.buddy.works/buddy/company-website/pipelines/action/1/edit",\
                "id":1,"name":"Push","type":"DOCKER_PUSH","trigger_time":"ON_EVERY_EXECUTION",\
                "last_execution_status":"INITIAL","disabled":false}""".formatted(buddy.apiUrl() + ACTIONS));
        assertThat(list.fieldNames()).toIterable().containsExactly("url", "html_url", "actions");
    }

    @Test
    void editsOnlyWhatIsSent() throws Exception {
        send("POST", ACTIONS, with("\"repository\":\"r\",\"region\":\"us-east-1\""));
        ObjectNode edited = json(send("PATCH", ACTIONS + "/1", with("\"region\":\"eu-west-1\"")));
        assertThat(edited.path("region").asText()).isEqualTo("eu-west-1");
        assertThat(edited.path("repository").asText()).isEqualTo("r");
        assertThat(json(get(ACTIONS + "/1"))).isEqualTo(edited);
    }

    @Test
    void deletes() throws Exception {
        pipeline.add(MINIMAL);
        HttpResponse<String> answer = send("DELETE", ACTIONS + "/1", "");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(pipeline.actions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "LEFT_OUT, {}",
        "NULL, '{\"login\":null,\"password\":null}'",
        "MASKED, '{\"login\":\"****\",\"password\":\"****\"}'",
        "IN_CLEAR, '{\"login\":\"me\",\"password\":\"secret\"}'"
    })
    void showsCredentialsAsItIsTold(Credentials form, String shown) throws Exception {
        buddy.credentials(form);
        ObjectNode created = json(send("POST", ACTIONS, with("\"login\":\"me\",\"password\":\"secret\"")));
        assertThat(created.retain("login", "password")).hasToString(shown);
        assertThat(pipeline.actions().get(0).path("password").asText()).isEqualTo("secret");
    }

    @Test
    void encryptsCredentialsAnewWithEachAnswer() throws Exception {
        send("POST", ACTIONS, with("""
                "login":"me","password":"secret","variables":[
                {"key":"A","value":"hush","encrypted":true},{"key":"B","value":"open","password":"hush"}]"""));
        Set<String> texts = new HashSet<>();
        for (int look = 0; look < 2; look++) {
            JsonNode action = json(get(ACTIONS + "/1"));
            assertThat(action.at("/variables/1/value").asText()).isEqualTo("open");
            Stream.of("/login", "/password", "/variables/0/value", "/variables/1/password")
                    .map(path -> action.at(path).asText())
                    .forEach(texts::add);
        }
        assertThat(texts).hasSize(8).allMatch(text -> text.startsWith("!encrypted "));
        buddy.credentials(Credentials.SECURE).logins(Credentials.IN_CLEAR);
        assertThat(json(get(ACTIONS + "/1")).path("password").asText()).startsWith("secure!");
        assertThat(json(get(ACTIONS + "/1")).path("login").asText()).isEqualTo("me");
    }

    static Stream<Arguments> spellings() {
        return Stream.of(
                arguments(Spelling.trimmed(), "X < E\u0301"),
                arguments(Spelling.cutTo(3), " X "),
                arguments(Spelling.lowerCased(), " x < e\u0301 "),
                arguments(Spelling.htmlEscaped(), " X &lt; E\u0301 "),
                arguments(Spelling.composed(), " X < \u00c9 "));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void storesAnotherNameThanWasSent(UnaryOperator<JsonNode> spelling, String stored) throws Exception {
        buddy.stores("name", spelling);
        JsonNode created = json(send("POST", ACTIONS, with("\"name\":\" X < E\u0301 \"")));
        assertThat(created.path("name").asText()).isEqualTo(stored);
        assertThat(pipeline.actions().get(0).path("name")).isEqualTo(created.path("name"));
    }

    @Test
    void storesADefaultAndALimitOfItsOwn() throws Exception {
        buddy.stores("timeout", sent -> IntNode.valueOf(Math.min(60, sent.asInt(30))));
        assertThat(json(send("POST", ACTIONS, MINIMAL)).path("timeout").asInt()).isEqualTo(30);
        String edit = with("\"timeout\":90");
        assertThat(json(send("PATCH", ACTIONS + "/1", edit)).path("timeout").asInt())
                .isEqualTo(60);
        assertThat(json(send("PATCH", ACTIONS + "/1", MINIMAL)).path("timeout").asInt())
                .isEqualTo(60);
    }

    @Test
    void runsActionByAction() throws Exception {
        pipeline.add("{\"id\":7,\"name\":\"Push\"}");
        pipeline.runScript(RunScript.start()
                .status("ENQUEUED", Duration.ofSeconds(2))
                .action("Push", Duration.ofSeconds(10), "FAILED")
                .action("Notify", Duration.ZERO, "NOT_EXECUTED"));
        JsonNode run = json(send("POST", RUNS, "{\"comment\":\"mine\"}"));
        assertThat(run.path("html_url").asText()).endsWith("/pipelines/pipeline/2/execution/1");
        assertThat(run.path("comment").asText()).isEqualTo("mine");
        assertThat(states(run)).containsExactly("ENQUEUED", "INITIAL 0", "INITIAL 0");
        buddy.autoAdvance(Duration.ofSeconds(6));
        run = json(get(RUNS + "/1"));
        assertThat(states(run)).containsExactly("INPROGRESS", "INPROGRESS 40", "INITIAL 0");
        assertThat(run.path("finish_date").isNull()).isTrue();
        run = json(get(RUNS + "/1"));
        assertThat(states(run)).containsExactly("FAILED", "FAILED 100", "NOT_EXECUTED 0");
        assertThat(run.path("finish_date").asText()).isEqualTo("2026-09-01T08:00:12Z");
        assertThat(run.at("/action_executions/0/start_date").asText()).isEqualTo("2026-09-01T08:00:02Z");
        assertThat(run.at("/action_executions/0/action/id").asInt()).isEqualTo(7);
    }

    @Test
    void runsThePipelineIfThereIsNoScript() throws Exception {
        pipeline.add("{\"name\":\"A\"}");
        pipeline.add("{\"name\":\"B\",\"disabled\":true}");
        send("POST", RUNS, "{}");
        buddy.clock().advance(Duration.ofSeconds(10));
        assertThat(states(json(get(RUNS + "/1")))).containsExactly("SUCCESSFUL", "SUCCESSFUL 100", "SKIPPED 0");
    }

    @Test
    void waitsForAPersonOrEndsInAnUnknownWay() {
        pipeline.runScript(RunScript.start()
                .status("WAITING_FOR_APPLY", AN_HOUR)
                .action("Push", "WAITING_FOR_VARIABLES", AN_HOUR, "SUCCESSFUL")
                .endsAs("ARCHIVED"));
        Run run = pipeline.run("{}");
        List<String> statuses = new ArrayList<>();
        for (int hour = 0; hour < 3; hour++) {
            statuses.add(run.status());
            buddy.clock().advance(AN_HOUR);
        }
        assertThat(statuses).containsExactly("WAITING_FOR_APPLY", "WAITING_FOR_VARIABLES", "ARCHIVED");
    }

    @Test
    void cancelsARun() throws Exception {
        pipeline.runScript(RunScript.start()
                .action("A", AN_HOUR, "SUCCESSFUL")
                .action("B", RunScript.FOREVER, "SUCCESSFUL")
                .action("C", AN_HOUR, "SUCCESSFUL"));
        pipeline.run("{}");
        buddy.clock().advance(AN_HOUR);
        assertThat(send("PATCH", RUNS + "/1", "{\"operation\":\"RETRY\"}").statusCode())
                .isEqualTo(400);
        String cancel = "{\"operation\":\"CANCEL\"}";
        JsonNode run = json(send("PATCH", RUNS + "/1", cancel));
        assertThat(states(run)).containsExactly("TERMINATED", "SUCCESSFUL 100", "TERMINATED 0", "NOT_EXECUTED 0");
        assertThat(run.path("finish_date").asText()).isEqualTo("2026-09-01T09:00:00Z");
        assertThat(send("PATCH", RUNS + "/1", cancel).statusCode()).isEqualTo(400);
    }

    @Test
    void listsRunsInEitherOrder() throws Exception {
        pipeline.run("{}");
        buddy.listsLag(AN_HOUR);
        send("POST", RUNS, "{}");
        assertThat(ids(RUNS, "executions")).containsExactly(1);
        buddy.clock().advance(AN_HOUR);
        assertThat(ids(RUNS, "executions")).containsExactly(2, 1);
        assertThat(ids(RUNS + "?page=2&per_page=1", "executions")).containsExactly(1);
        buddy.oldestRunFirst(true);
        assertThat(ids(RUNS, "executions")).containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to_revision | {\"to_revision\":\"HEAD\"}",
                "branch | {\"branch\":\"main\"}",
                "comment | {\"comment\":1}",
                "refresh | {\"refresh\":\"true\"}",
                "priority | {\"priority\":\"MEDIUM\"}",
                "variables | {\"variables\":{}}",
                "tag | {\"tag\":{\"name\":\"1\"},\"branch\":{\"name\":\"main\"}}"
            })
    void refusesARunWithAWrongField(String field, String body) throws Exception {
        HttpResponse<String> answer = send("POST", RUNS, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(messages(answer)).singleElement().asString().contains(field);
        assertThat(pipeline.runs()).isEmpty();
    }

    @Test
    void takesAllDocumentedFieldsOfARun() throws Exception {
        String body = """
                {"to_revision":{"revision":"HEAD"},"tag":{"name":"1"},"refresh":true,"clear_cache":true,"priority":"LOW",
                "comment":"c","variables":[{"key":"A","value":"hush","encrypted":true}],"actions_to_run":[1]}""";
        assertThat(send("POST", RUNS, body).body()).doesNotContain("hush");
        assertThat(buddy.unknownFields()).isEmpty();
        assertThat(pipeline.runs().get(0).sent()).isEqualTo(Json.object(body));
    }

    @Test
    void ticksIfItIsToldSo() {
        Instant start = buddy.clock().instant();
        buddy.clock().tick();
        assertThat(Stream.generate(buddy.clock()::instant).limit(1_000_000)).anyMatch(now -> now.isAfter(start));
    }

    @Test
    void carriesOutLaterWhatItAnswersNow() throws Exception {
        buddy.inject(Fault.answer(504, "", "").carriedOutLater(Duration.ofSeconds(4)));
        buddy.inject(Fault.dropBeforeProcessing()
                .carriedOutLater(Duration.ofSeconds(2))
                .times(2));
        assertThat(send("POST", ACTIONS, with("\"name\":\"A\"")).statusCode()).isEqualTo(504);
        for (String name : List.of("B", "C")) {
            String body = with("\"name\":\"" + name + "\"");
            assertThatThrownBy(() -> send("POST", ACTIONS, body)).isInstanceOf(IOException.class);
        }
        buddy.clock().advance(Duration.ofMillis(1999));
        assertThat(pipeline.actions()).isEmpty();
        buddy.clock().advance(Duration.ofSeconds(3));
        assertThat(pipeline.actions())
                .extracting(action -> action.path("name").asText())
                .containsExactly("B", "C", "A");
    }

    @Test
    void cutsOffAnAnswerToWhatIsCarriedOutLater() {
        buddy.inject(Fault.truncate().carriedOutLater(AN_HOUR));
        assertThatThrownBy(() -> send("POST", ACTIONS, MINIMAL)).isInstanceOf(IOException.class);
        assertThat(pipeline.actions()).isEmpty();
        buddy.clock().advance(AN_HOUR);
        assertThat(pipeline.actions()).hasSize(1);
    }

    @Test
    void lagsBehindInLists() throws Exception {
        pipeline.add(MINIMAL);
        buddy.listsLag(Duration.ofSeconds(5));
        send("POST", ACTIONS, MINIMAL);
        send("DELETE", ACTIONS + "/1", "");
        assertThat(ids(ACTIONS, "actions")).containsExactly(1);
        assertThat(get(ACTIONS + "/1").statusCode()).isEqualTo(404);
        assertThat(get(ACTIONS + "/2").statusCode()).isEqualTo(200);
        buddy.clock().advance(Duration.ofSeconds(5));
        assertThat(ids(ACTIONS, "actions")).containsExactly(2);
    }

    @Test
    void answersListsTogetherBeforeEitherClientGoesOn() throws Exception {
        buddy.inject(Fault.barrier(2).on("GET", "/actions$"));
        CompletableFuture<Integer> first = async("GET", ACTIONS, "")
                .thenCompose(list -> async("POST", ACTIONS, MINIMAL).thenApply(created -> listed(list)));
        assertThat(get(PIPELINE).statusCode()).isEqualTo(200);
        assertThat(first).isNotDone();
        CompletableFuture<Integer> second = async("GET", ACTIONS, "").thenApply(FakeBuddyTest::listed);
        assertThat(List.of(first.get(10, SECONDS), second.get(10, SECONDS))).containsExactly(0, 0);
        assertThat(ids(ACTIONS, "actions")).hasSize(1);
    }

    @Test
    void opensTheBarrierWhenClosed() {
        buddy.inject(Fault.barrier(2));
        CompletableFuture<HttpResponse<String>> waiting = async("GET", ACTIONS, "");
        await().until(() -> !buddy.requests().isEmpty());
        buddy.close();
        assertLost(waiting);
    }

    @Test
    void tellsWhereAPipelineIsDefined() throws Exception {
        assertThat(json(get(PIPELINE)).toString())
                .contains("\"git_config_ref\":\"NONE\"", "\"definition_source\":\"LOCAL\"");
        pipeline.name("Mine").gitConfigRef("FIXED").definitionSource("REMOTE");
        assertThat(json(get(PIPELINE)).toString())
                .contains("\"name\":\"Mine\"", "\"git_config_ref\":\"FIXED\"", "\"definition_source\":\"REMOTE\"");
    }

    @Test
    void showsProjectAndWorkspace() throws Exception {
        assertThat(json(get(PROJECT)).path("name").asText()).isEqualTo("company-website");
        assertThat(json(get("/workspaces/buddy")).path("name").asText()).isEqualTo("buddy");
    }

    @Test
    void listsPipelinesInPages() throws Exception {
        IntStream.rangeClosed(1, 30).forEach(id -> buddy.pipeline("buddy", "many", id));
        String path = "/workspaces/buddy/projects/many/pipelines";
        assertThat(ids(path, "pipelines")).hasSize(20).startsWith(1, 2);
        assertThat(ids(path + "?page=2", "pipelines")).hasSize(10).startsWith(21);
        assertThat(ids(path + "?per_page=4&page=3", "pipelines")).containsExactly(9, 10, 11, 12);
        assertThat(get(path + "?page=0").statusCode()).isEqualTo(400);
    }

    @Test
    void listsActionsInPages() throws Exception {
        IntStream.range(0, 5).forEach(number -> pipeline.add(MINIMAL));
        assertThat(ids(ACTIONS + "?page=2&per_page=2", "actions")).containsExactly(1, 2, 3, 4, 5);
        buddy.actionPages(Pages.of(2).withEnvelope());
        assertThat(ids(ACTIONS, "actions")).containsExactly(1, 2);
        assertThat(ids(ACTIONS + "?page=2&per_page=3", "actions")).containsExactly(4, 5);
        assertThat(get(ACTIONS + "?page=3").body())
                .contains("\"page\":3,\"page_size\":2,\"total_page_count\":3")
                .contains("\"element_count\":1,\"total_element_count\":5");
        buddy.actionPages(Pages.of(2).ofFixedSize());
        assertThat(ids(ACTIONS + "?page=4&per_page=9", "actions")).isEmpty();
        buddy.actionPages(Pages.of(2).repeated());
        assertThat(ids(ACTIONS + "?page=9", "actions")).containsExactly(1, 2);
        buddy.actionPages(Pages.of(2).endless().withEnvelope());
        assertThat(ids(ACTIONS + "?page=3", "actions")).containsExactly(5, 1_000_005);
        assertThat(get(ACTIONS + "?page=1000").body()).contains("\"total_page_count\":1001");
    }

    @ParameterizedTest
    @CsvSource({
        "/workspaces/other/projects/company-website/pipelines/2/actions/1, Workspace not found.",
        "/workspaces/buddy/projects/other/pipelines/2/actions/1, Project not found.",
        "/workspaces/buddy/projects/company-website/pipelines/3/actions/1, Pipeline not found.",
        "/workspaces/buddy/projects/company-website/pipelines/2/actions/1, Action not found.",
        "/workspaces/buddy/projects, Not found.",
        "/workspaces/buddy/groups/company-website, Not found.",
        "/, Not found."
    })
    void namesWhatIsMissing(String path, String message) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(messages(answer)).containsExactly(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {ACTIONS, ACTIONS + "/1", PIPELINE, PROJECT, PROJECT + "/pipelines", "/workspaces/buddy"})
    void refusesOtherMethods(String path) throws Exception {
        pipeline.add(MINIMAL);
        assertThat(send("PUT", path, MINIMAL).statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource({"a/b,a%2Fb", "50% off,50%25%20off", "%41,%2541", "Zoë,Zo%C3%AB", "a+b,a+b", "a+b,a%2Bb"})
    void decodesEachPartOfAPathOnce(String project, String encoded) throws Exception {
        buddy.pipeline("buddy", project, 1);
        ObjectNode answer = json(get("/workspaces/buddy/projects/" + encoded));
        assertThat(answer.path("name").asText()).isEqualTo(project);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%FF", "%C3", "%C0%AF"})
    void refusesAPathThatIsNotUtf8(String encoded) throws Exception {
        assertThat(get("/workspaces/buddy/projects/" + encoded).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Basic " + FakeBuddy.TOKEN, "Bearer", ""})
    void refusesAnyOtherToken(String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(buddy.apiUrl() + PIPELINE));
        HttpResponse<String> answer = client.send(
                (authorization.isEmpty() ? request : request.header("Authorization", authorization)).build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"errors\":[{\"message\":\"Wrong authentication data.\"}]}");
    }

    @Test
    void takesTheTokenItIsTold() throws Exception {
        buddy.token("another");
        assertThat(get(PIPELINE).statusCode()).isEqualTo(401);
        buddy.token(FakeBuddy.TOKEN);
        assertThat(get(PIPELINE).statusCode()).isEqualTo(200);
    }

    @Test
    void switchesTheApiOffForOneWorkspace() throws Exception {
        buddy.pipeline("other", "p", 1);
        buddy.apiDisabled("buddy");
        assertThat(get(PIPELINE).statusCode()).isEqualTo(400);
        buddy.apiDisabled("buddy", 403);
        HttpResponse<String> answer = get(PIPELINE);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(messages(answer)).containsExactly("API is disabled in this workspace.");
        assertThat(get("/workspaces/other").statusCode()).isEqualTo(200);
    }

    @Test
    void separatesReadingFromWriting() throws Exception {
        buddy.mayWrite(false);
        assertThat(messages(send("POST", ACTIONS, MINIMAL))).first().asString().contains("EXECUTION_MANAGE");
        assertThat(get(ACTIONS).statusCode()).isEqualTo(200);
        buddy.mayWrite(true).mayList(false);
        assertThat(get(ACTIONS).statusCode()).isEqualTo(403);
        assertThat(messages(get(ACTIONS))).first().asString().contains("EXECUTION_INFO");
        buddy.mayRun(false);
        assertThat(messages(send("POST", RUNS, "{}"))).first().asString().contains("EXECUTION_RUN");
        assertThat(send("POST", ACTIONS, MINIMAL).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"name\":1",
                "\"type\":null",
                "\"trigger_time\":true",
                "\"docker_image_tag\":14.06",
                "\"repository\":{}",
                "\"login\":1",
                "\"password\":1",
                "\"region\":[]",
                "\"registry\":1",
                "\"docker_build_action_name\":1",
                "\"docker_build_action_id\":\"1\"",
                "\"docker_build_action_id\":1.5",
                "\"integration\":\"x\"",
                "\"integration\":{}",
                "\"integration\":{\"hash_id\":1}",
                "\"integration\":{\"hash_id\":\"a\",\"identifier\":\"b\"}",
                "\"docker_registry\":1",
                "\"artifact\":1",
                "\"run_next\":1",
                "\"after_action_id\":\"1\"",
                "\"timeout\":\"1\"",
                "\"retry_interval\":\"1\"",
                "\"retry_count\":\"1\"",
                "\"run_only_on_first_failure\":\"true\"",
                "\"disabled\":0",
                "\"ignore_errors\":\"no\"",
                "\"loop\":\"a\"",
                "\"loop\":[1]",
                "\"trigger_conditions\":{}",
                "\"trigger_conditions\":[\"a\"]",
                "\"variables\":{}",
                "\"variables\":[1]",
                "\"trigger_time\":\"NEVER\""
            })
    void refusesAWrongFieldWithOneMessage(String field) throws Exception {
        HttpResponse<String> answer = send("POST", ACTIONS, with(field));
        String name = field.substring(1, field.indexOf('"', 1));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(messages(answer)).singleElement().asString().contains(name);
        assertThat(pipeline.actions()).isEmpty();
    }

    @Test
    void acceptsEveryDocumentedField() throws Exception {
        String fields = """
                "trigger_time":"ON_FAILURE","docker_image_tag":"1","repository":"r","login":"l","password":"p",
                "region":"r","registry":"r","integration":{"identifier":"i"},"docker_build_action_id":0,
                "docker_build_action_name":"n","docker_registry":"OTHER","artifact":"a","run_next":"WAIT_ON_SUCCESS",
                "timeout":1,"retry_interval":1,"retry_count":1,"run_only_on_first_failure":true,"disabled":true,
                "ignore_errors":true,"loop":["a"],"trigger_conditions":[{}],"variables":[{"key":"k"}]""";
        assertThat(send("POST", ACTIONS, with(fields)).statusCode()).isEqualTo(201);
        assertThat(pipeline.actions().get(0)).hasSize(2 + 22 + 1);
        assertThat(buddy.unknownFields()).isEmpty();
    }

    @Test
    void makesAllComplaintsTogether() throws Exception {
        assertThat(messages(send("POST", ACTIONS, "{\"type\":\"DOCKERFILE\",\"region\":1}")))
                .hasSize(3);
        pipeline.add(MINIMAL);
        assertThat(messages(send("PATCH", ACTIONS + "/1", "{}")))
                .containsExactly("Field name is required.", "Field type is required.");
    }

    @Test
    void keepsTheTypeInAnEdit() throws Exception {
        pipeline.add("{\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");
        assertThat(send("PATCH", ACTIONS + "/1", MINIMAL).statusCode()).isEqualTo(400);
        assertThat(send("PATCH", ACTIONS + "/1", MINIMAL.replace("DOCKER_PUSH", "DOCKERFILE"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{\"name\":\"Push\",\"type\":\"DOCKER_PUSH\"} {}", "\u00ff"})
    void refusesWhatIsNotOneJsonObject(String body) throws Exception {
        HttpRequest.Builder request =
                request(buddy.apiUrl() + ACTIONS).POST(BodyPublishers.ofByteArray(body.getBytes(ISO_8859_1)));
        assertThat(messages(client.send(request.build(), BodyHandlers.ofString())))
                .containsExactly("Malformed JSON.");
    }

    @Test
    void refusesBytesThatAreNotUtf8InsideAString() throws Exception {
        byte[] latin = MINIMAL.replace("Push", "P\u00fcsh").getBytes(ISO_8859_1);
        HttpRequest.Builder request = request(buddy.apiUrl() + ACTIONS).POST(BodyPublishers.ofByteArray(latin));
        assertThat(status(request)).isEqualTo(400);
    }

    @Test
    void refusesAnotherContentType() throws Exception {
        HttpRequest.Builder request = request(buddy.apiUrl() + ACTIONS)
                .setHeader("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(MINIMAL));
        assertThat(messages(client.send(request.build(), BodyHandlers.ofString())))
                .containsExactly("Content-Type must be application/json.");
    }

    @Test
    void dropsAndRecordsUnknownFields() throws Exception {
        assertThat(send("POST", ACTIONS, with("\"dockerImageTag\":\"1\"")).statusCode())
                .isEqualTo(201);
        assertThat(buddy.unknownFields()).containsExactly("dockerImageTag");
        assertThat(pipeline.actions().get(0).has("dockerImageTag")).isFalse();
    }

    @Test
    void sendsTheDocumentedHeadersWithEveryAnswer() throws Exception {
        for (String path : List.of(ACTIONS, "/nowhere")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
            assertThat(answer.headers().allValues("X-Rate-Limit-Limit")).containsExactly("1");
            assertThat(answer.headers().allValues("X-Rate-Limit-Remaining")).containsExactly("999");
            assertThat(answer.headers().firstValueAsLong("X-Rate-Limit-Reset").orElseThrow())
                    .isGreaterThan(1_700_000_000L);
        }
    }

    @Test
    void recordsRequestsAsTheyCame() throws Exception {
        buddy.inject(Fault.answer(502, "text/html", "<p>"));
        send("POST", ACTIONS, with("\"repository\":\"Zoë\""));
        get("/workspaces/a%2Fb?x=%20y");
        assertThat(buddy.requests()).extracting(RecordedRequest::method).containsExactly("POST", "GET");
        RecordedRequest post = buddy.requests().get(0);
        assertThat(post.header("content-TYPE")).hasValue("application/json");
        assertThat(post.header("Cookie")).isEmpty();
        assertThat(post.json().path("repository").asText()).isEqualTo("Zoë");
        assertThat(post.bytes()).contains(0xC3, 0xAB);
        assertThat(buddy.requests().get(1).target()).isEqualTo("/workspaces/a%2Fb?x=%20y");
        assertThat(buddy.requests().get(1).rawPath()).isEqualTo("/workspaces/a%2Fb");
    }

    @Test
    void recordsAnswers() throws Exception {
        String body = send("POST", ACTIONS, MINIMAL).body();
        buddy.inject(Fault.dropBeforeProcessing());
        assertThatThrownBy(() -> send("POST", ACTIONS, MINIMAL)).isInstanceOf(IOException.class);
        Answer answer = buddy.exchanges().get(0).answer().orElseThrow();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(buddy.exchanges().get(1).request())
                .isEqualTo(buddy.requests().get(1));
        assertThat(buddy.exchanges().get(1).answer()).isEmpty();
    }

    @Test
    void countsConnections() throws Exception {
        get(PIPELINE);
        get(PIPELINE);
        assertThat(buddy.connections()).isEqualTo(1);
        HttpClient.newHttpClient().send(request(buddy.apiUrl() + PIPELINE).build(), BodyHandlers.discarding());
        assertThat(buddy.connections()).isEqualTo(2);
    }

    @Test
    void answersAsItIsToldWithoutProcessing() throws Exception {
        buddy.inject(Fault.answer(429, "text/html", "<p>wait</p>")
                .header("Retry-After", "3")
                .header("X-Rate-Limit-Remaining", "0")
                .withoutHeader("X-Rate-Limit-Reset"));
        HttpResponse<String> answer = send("POST", ACTIONS, MINIMAL);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).isEqualTo("<p>wait</p>");
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("text/html");
        assertThat(answer.headers().allValues("Retry-After")).containsExactly("3");
        assertThat(answer.headers().allValues("X-Rate-Limit-Remaining")).containsExactly("0");
        assertThat(answer.headers().allValues("X-Rate-Limit-Reset")).isEmpty();
        assertThat(pipeline.actions()).isEmpty();
    }

    @Test
    void dropsTheConnectionBeforeProcessing() {
        buddy.inject(Fault.dropBeforeProcessing());
        assertThatThrownBy(() -> send("POST", ACTIONS, MINIMAL)).isInstanceOf(IOException.class);
        assertThat(pipeline.actions()).isEmpty();
    }

    @Test
    void dropsTheConnectionAfterProcessing() {
        buddy.inject(Fault.dropAfterProcessing());
        assertThatThrownBy(() -> send("POST", ACTIONS, MINIMAL)).isInstanceOf(IOException.class);
        assertThat(pipeline.actions()).hasSize(1);
    }

    @Test
    void truncatesAnAnswer() throws Exception {
        buddy.inject(Fault.truncate());
        HttpResponse<InputStream> answer = stream("POST", ACTIONS, MINIMAL);
        long promised = answer.headers().firstValueAsLong("Content-Length").orElseThrow();
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body().readNBytes((int) promised / 2)).startsWith('{');
        assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOf(IOException.class);
        assertThat(pipeline.actions()).hasSize(1);
    }

    @Test
    void dripsAnAnswer() throws Exception {
        buddy.inject(Fault.drip(Duration.ofNanos(1))).inject(Fault.drip(AN_HOUR));
        assertThat(json(send("POST", ACTIONS, MINIMAL)).path("id").asInt()).isEqualTo(1);
        HttpResponse<InputStream> slow = stream("POST", ACTIONS, MINIMAL);
        assertThat(slow.statusCode()).isEqualTo(201);
        assertThat(slow.body().available()).isZero();
        buddy.close();
        assertThatThrownBy(() -> slow.body().read()).isInstanceOf(IOException.class);
    }

    @Test
    void sendsWithoutEnd() throws Exception {
        buddy.inject(Fault.endlessBody());
        HttpResponse<InputStream> answer = stream("GET", ACTIONS, "");
        assertThat(answer.body().readNBytes(1_000_000)).hasSize(1_000_000).containsOnly(' ');
        buddy.close();
        assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({"200", "204"})
    void editsWithAnEmptyAnswer(int status) throws Exception {
        pipeline.add(MINIMAL);
        buddy.inject(Fault.processThenAnswer(status, "", "").on("PATCH"));
        HttpResponse<String> answer = send("PATCH", ACTIONS + "/1", with("\"repository\":\"r\""));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
        assertThat(pipeline.actions().get(0).path("repository").asText()).isEqualTo("r");
    }

    @Test
    void losesTheAnswerToADelete() {
        pipeline.add(MINIMAL);
        buddy.inject(Fault.truncate().on("DELETE"));
        assertThatThrownBy(() -> send("DELETE", ACTIONS + "/1", "")).isInstanceOf(IOException.class);
        assertThat(pipeline.actions()).isEmpty();
    }

    @Test
    void altersAnAnswer() throws Exception {
        buddy.inject(Fault.none().altering(answer -> answer.withStatus(200)));
        HttpResponse<String> answer = send("POST", ACTIONS, MINIMAL);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("id").asInt()).isEqualTo(1);
    }

    @Test
    void compressesAnAnswerUnasked() throws Exception {
        buddy.inject(Fault.none().gzipped());
        HttpResponse<InputStream> answer = stream("GET", PIPELINE, "");
        assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(new String(new GZIPInputStream(answer.body()).readAllBytes(), UTF_8))
                .contains("Live mirror");
    }

    @Test
    void delaysAnAnswer() throws Exception {
        buddy.inject(Fault.delay(Duration.ofMillis(60)));
        long start = System.nanoTime();
        assertThat(send("POST", ACTIONS, MINIMAL).statusCode()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(60));
    }

    @Test
    void answersOtherwiseAfterProcessing() throws Exception {
        buddy.inject(Fault.processThenAnswer(502, "text/html", "<p>"));
        HttpResponse<String> answer = send("POST", ACTIONS, MINIMAL);
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).isEqualTo("<p>");
        assertThat(pipeline.actions()).hasSize(1);
    }

    @Test
    void keepsAFaultForTheRequestsItIsMeantFor() throws Exception {
        buddy.inject(Fault.answer(500, "text/plain", "").on("GET", "/actions$").times(2));
        List<Integer> statuses = new ArrayList<>();
        for (String path : List.of(PIPELINE, ACTIONS, ACTIONS, ACTIONS)) {
            statuses.add(get(path).statusCode());
        }
        assertThat(statuses).containsExactly(200, 500, 500, 200);
    }

    @Test
    void healsFromAFaultThatIsThereAlways() throws Exception {
        buddy.inject(Fault.answer(500, "text/plain", "no").on("GET").always());
        assertThat(get(PIPELINE).statusCode()).isEqualTo(500);
        assertThat(get(PIPELINE).statusCode()).isEqualTo(500);
        buddy.heal();
        assertThat(get(PIPELINE).statusCode()).isEqualTo(200);
    }

    private static void assertLost(CompletableFuture<?> answer) {
        assertThatThrownBy(() -> answer.get(10, SECONDS)).hasRootCauseInstanceOf(IOException.class);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, "");
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return client.send(request(method, path, body), BodyHandlers.ofString());
    }

    private HttpResponse<InputStream> stream(String method, String path, String body) throws Exception {
        return client.send(request(method, path, body), BodyHandlers.ofInputStream());
    }

    private CompletableFuture<HttpResponse<String>> async(String method, String path, String body) {
        return client.sendAsync(request(method, path, body), BodyHandlers.ofString());
    }

    private int status(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    private HttpRequest request(String method, String path, String body) {
        return request(buddy.apiUrl() + path)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + FakeBuddy.TOKEN)
                .header("Content-Type", "application/json");
    }

    /** The minimal body with more fields, or with others in their place. */
    private static String with(String fields) {
        String name = fields.startsWith("\"name\"") ? "" : "\"name\":\"Push\",";
        String type = fields.startsWith("\"type\"") ? "" : "\"type\":\"DOCKER_PUSH\",";
        return "{" + name + type + fields + "}";
    }

    private static ObjectNode json(HttpResponse<String> answer) {
        return Json.object(answer.body());
    }

    private static List<String> messages(HttpResponse<String> answer) {
        return json(answer).path("errors").findValuesAsText("message");
    }

    private static List<String> states(JsonNode run) {
        List<String> states = new ArrayList<>();
        states.add(run.path("status").asText());
        run.path("action_executions")
                .forEach(each -> states.add(each.path("status").asText() + " "
                        + each.path("progress").asInt()));
        return states;
    }

    private static int listed(HttpResponse<String> answer) {
        return json(answer).path("actions").size();
    }

    private List<Integer> ids(String path, String field) throws Exception {
        return StreamSupport.stream(json(get(path)).path(field).spliterator(), false)
                .map(element -> element.path("id").intValue())
                .toList();
    }
}
