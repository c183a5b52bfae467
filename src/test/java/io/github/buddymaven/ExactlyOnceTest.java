package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.fakebuddy.Answer;
import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.fakebuddy.Fault;
import io.github.buddymaven.fakebuddy.Pages;
import io.github.buddymaven.fakebuddy.Pipeline;
import io.github.buddymaven.fakebuddy.RecordedRequest;
import io.github.buddymaven.fakebuddy.Spelling;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One action, never two: with old lists, other builds, and servers that store something else than was sent. */
@Timeout(30)
@SuppressWarnings("NullAway.Init") // set before each test
class ExactlyOnceTest {
    private FakeBuddy buddy;
    private Pipeline pipeline;

    @BeforeEach
    void startBuddy() throws IOException {
        buddy = FakeBuddy.start();
        pipeline = buddy.pipeline("buddy", "website", 2);
    }

    @AfterEach
    void stopBuddy() {
        buddy.close();
    }

    @Test
    void looksOncePerBuildAfterItHasCreated() {
        GoalRunner build = build();

        List<String> methods = methods(build.run(named("A")), build.run(named("B")));

        assertThat(methods).containsExactly("GET", "POST", "GET", "POST");
    }

    @Test
    void readsAnOldListAgainBeforeItCreates() {
        GoalRunner build = build();
        build.run(named("A"));
        pipeline.add(action("B"));
        buddy.clock().advance(Duration.ofSeconds(31));

        GoalRun run = build.run(named("B"));

        assertThat(run.text()).contains("unchanged");
        assertThat(pipeline.actions()).hasSize(2);
    }

    @Test
    void readsTheListAgainAfterItWaitedForTheRateLimit() {
        GoalRunner build = build().userProperty("buddy.rateLimitWait", "60");
        buddy.inject(Fault.answer(429, "", "")
                .header("Retry-After", "20")
                .on("POST")
                .meanwhile(() -> pipeline.add(action("A"))));

        GoalRun run = build.run(named("A"));

        assertThat(run.failure()).isEmpty();
        assertThat(pipeline.actions()).hasSize(1);
        assertThat(methods(run)).startsWith("GET", "POST", "GET").containsOnlyOnce("POST");
    }

    @Test
    void givesWayToAnotherBuildThatWasQuicker() throws Exception {
        buddy.inject(Fault.barrier(2).on("GET", "/actions$").times(2));
        ExecutorService builds = Executors.newFixedThreadPool(2);
        try {
            Callable<GoalRun> create = () -> build().run(named("A"));
            List<Future<GoalRun>> runs = builds.invokeAll(List.of(create, create));
            for (Future<GoalRun> run : runs) {
                assertThat(run.get().failure()).isEmpty();
            }
        } finally {
            builds.shutdownNow();
        }

        assertThat(pipeline.actions()).hasSize(1);
        assertThat(pipeline.actions().get(0).path("id").intValue()).isEqualTo(1);
    }

    @Test
    void looksAfterEachActionOnceAnotherBuildWasQuicker() {
        GoalRunner build = build();
        buddy.inject(Fault.none().on("POST").meanwhile(() -> pipeline.add(action("A"))));

        GoalRun first = build.run(named("A"));
        GoalRun second = build.run(named("B"));

        assertThat(first.failure()).isEmpty();
        assertThat(methods(second)).containsExactly("POST", "GET");
    }

    @Test
    void looksAgainAfterTheNextActionIfTheLookFailed() {
        GoalRunner build = build();
        buddy.inject(Fault.answer(500, "", "").on("GET", "/actions$").when(request -> !pipeline.actions()
                .isEmpty()));

        GoalRun first = build.run(named("A"));
        GoalRun second = build.run(named("B"));

        assertThat(first.failure()).isEmpty();
        assertThat(methods(second)).endsWith("POST", "GET");
    }

    @Test
    void knowsAfterItGaveWayWhichActionIsLeft() {
        GoalRunner build = build();
        buddy.inject(Fault.none().on("POST").meanwhile(() -> pipeline.add(action("A"))));
        build.run(named("A"));

        GoalRun after = build.run(named("B") + "<afterActionName>A</afterActionName>");

        assertThat(after.failure()).isEmpty();
        assertThat(after.sent().json().path("after_action_id").intValue()).isEqualTo(1);
    }

    @Test
    void deletesAnActionAgainThatTheListHasUnderAnotherName() {
        buddy.stores("name", Spelling.lowerCased());
        buddy.inject(Fault.none()
                .on("POST")
                .altering(answer -> new Answer(
                        answer.status(), answer.contentType(), answer.body().replace("\"push\"", "\"Push\""))));

        GoalRun run = build().run(named("Push"));

        assertThat(run.message()).contains("'push'");
        assertThat(pipeline.actions()).isEmpty();
    }

    @Test
    void leavesNoSecondActionOfAnotherName() {
        GoalRunner build = build();
        buddy.stores("name", Spelling.lowerCased());
        buddy.inject(Fault.answer(403, "", "").on("DELETE").always());

        build.run(named("Push"));
        GoalRun second = build.run(named("Push"));

        assertThat(second.message()).contains("'push'", "Delete");
        assertThat(pipeline.actions()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"push to registry", "Push  to registry", "Push to Registry", "Push to registry\u00a0"})
    void refusesANameThatIsEasilyTakenForAnother(String other) {
        pipeline.add(action(other));

        GoalRun run = build().run(named("Push to registry"));

        assertThat(run.failure()).containsInstanceOf(MojoFailureException.class);
        assertThat(run.message()).contains("<name>", "id 1", other.strip());
        assertThat(run.writes()).isEmpty();
        assertThat(build().run(named("Push to registry") + "<ifExists>create</ifExists>")
                        .failure())
                .isEmpty();
    }

    @Test
    void deletesAnActionAgainThatBuddyStoredUnderAnotherName() {
        buddy.stores("name", Spelling.cutTo(7));

        GoalRun run = build().run(named("Push to registry"));

        assertThat(run.failure()).containsInstanceOf(MojoFailureException.class);
        assertThat(run.message()).contains("'Push to'", "<name>");
        assertThat(pipeline.actions()).isEmpty();
    }

    @Test
    void saysWhatIsLeftIfItCannotDeleteTheActionAgain() {
        buddy.stores("name", Spelling.lowerCased());
        buddy.inject(Fault.answer(403, "", "").on("DELETE"));

        GoalRun run = build().run(named("Push"));

        assertThat(run.message()).contains("'push'", "id 1", "Delete");
    }

    @Test
    void warnsIfBuddyKeepsAnotherValueAndDoesNotSendItTwice() {
        buddy.stores("repository", Spelling.lowerCased());
        pipeline.add(action("A"));

        GoalRun run = build().run(named("A") + "<repository>My/App</repository>");

        assertThat(run.writes()).map(RecordedRequest::method).containsExactly("PATCH");
        assertThat(run.log())
                .anyMatch(line -> line.startsWith("warn") && line.contains("my/app") && line.contains("My/App"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429})
    void createsNothingIfItMayNotReadTheWholeList(int status) {
        buddy.actionPages(Pages.of(10));
        IntStream.range(0, 10).forEach(number -> pipeline.add(action("Other " + number)));
        pipeline.add(action("A"));
        buddy.inject(
                Fault.answer(status, "", "").when(request -> request.target().contains("page=2")));

        GoalRun run = build().userProperty("buddy.rateLimitWait", "0").run(named("A"));

        assertThat(run.message()).contains("HTTP " + status);
        assertThat(run.writes()).isEmpty();
    }

    @Test
    void failsIfTheListIsNotAllowed() {
        buddy.inject(Fault.answer(405, "", "").on("GET").always());

        GoalRun run = build().run(named("A"));

        assertThat(run.message()).contains("405", "<ifExists>create</ifExists>");
        assertThat(run.writes()).isEmpty();
    }

    @Test
    void warnsIfThereIsNoListAndTheActionWasCreatedAllTheSame() {
        buddy.inject(Fault.answer(404, "", "").on("GET", "/actions$").always());

        GoalRun run = build().run(named("A"));

        assertThat(run.failure()).isEmpty();
        assertThat(run.log()).anyMatch(line -> line.startsWith("warn") && line.contains("404"));
    }

    @Test
    void countsInADryRunWhatAnEarlierModuleWouldCreate() {
        GoalRunner build = build();
        String dry = "<dryRun>true</dryRun>";

        build.run(named("A") + dry);
        GoalRun shared = build.run(named("A") + dry);
        GoalRun after = build.run(named("B") + dry + "<afterActionName>A</afterActionName>");

        assertThat(shared.text()).contains("unchanged", "module");
        assertThat(after.failure()).isEmpty();
        assertThat(after.text()).contains("after_action_id");
    }

    @Test
    void sendsAnIntegrationAgainThatBuddyKnowsByAnotherName() {
        pipeline.add("{\"name\":\"A\",\"type\":\"DOCKER_PUSH\",\"integration\":{\"identifier\":\"hub\"}}");

        GoalRun plan = build().run(named("A") + "<integration>5ddb</integration><dryRun>true</dryRun>");
        GoalRun run = build().run(named("A") + "<integration>5ddb</integration>");

        assertThat(plan.text()).contains("unchanged", "<integration><identifier>hub</identifier></integration>");
        assertThat(run.text()).contains("unchanged", "its integration was sent again");
        assertThat(run.writes()).hasSize(1);
    }

    private GoalRunner build() {
        return GoalRunner.of("create-push-action")
                .against(buddy)
                .element("workspace", "buddy")
                .element("projectName", "website")
                .element("pipelineId", "2");
    }

    private static String named(String name) {
        return "<name>" + name + "</name>";
    }

    private static String action(String name) {
        return "{\"name\":\"" + name + "\",\"type\":\"DOCKER_PUSH\",\"trigger_time\":\"ON_EVERY_EXECUTION\"}";
    }

    private static List<String> methods(GoalRun... runs) {
        return List.of(runs).stream()
                .flatMap(run -> run.requests().stream())
                .map(RecordedRequest::method)
                .toList();
    }
}
