package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.buddymaven.fakebuddy.Credentials;
import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.fakebuddy.Fault;
import io.github.buddymaven.fakebuddy.Pages;
import io.github.buddymaven.fakebuddy.Pipeline;
import io.github.buddymaven.fakebuddy.Spelling;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

/**
 * Whatever the network and the server do: at most one action of a name at the end, and a build that succeeds has left exactly one, as
 * the POM describes it.
 */
class ExactlyOncePropertyTest {
    private static final List<String> NAMES = List.of("Push to Registry", "A & B", "Pu\u0301sh");
    private static final Duration LONG_AFTER = Duration.ofMinutes(2);
    private static final List<UnaryOperator<JsonNode>> SPELLINGS = List.of(
            Spelling.trimmed(), Spelling.cutTo(6), Spelling.lowerCased(), Spelling.htmlEscaped(), Spelling.composed());
    private static final List<Pages> PAGES = List.of(
            Pages.one(),
            Pages.of(10),
            Pages.of(20),
            Pages.of(20).ofFixedSize(),
            Pages.of(7).withEnvelope(),
            Pages.of(20).withEnvelope().ofFixedSize());

    @Property(tries = 300)
    void neverLeavesTwoActionsOfAName(RandomValues random) throws Exception {
        try (FakeBuddy buddy = FakeBuddy.start()) {
            Pipeline pipeline = buddy.pipeline("buddy", "website", 2);
            setUp(buddy, pipeline, random);
            List<String> names = random.ints(1 + random.nextInt(3), 0, NAMES.size())
                    .mapToObj(NAMES::get)
                    .toList();
            for (int build = 1 + random.nextInt(2); build > 0; build--) {
                injectFaults(buddy, random);
                injectFaultsOfDeletes(buddy, random);
                String tag = random.text();
                List<GoalRun> runs = new ArrayList<>();
                GoalRunner goal = goal(buddy);
                names.forEach(name -> runs.add(goal.run(xml(name, tag))));
                buddy.clock().advance(LONG_AFTER);
                for (int module = 0; module < runs.size(); module++) {
                    assertExactlyOnce(pipeline, names.get(module), tag, runs.get(module));
                }
                buddy.heal();
            }
        }
    }

    @Property(tries = 50)
    void leavesOneActionOfTwoBuildsAtOnce(RandomValues random) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (FakeBuddy buddy = FakeBuddy.start()) {
            Pipeline pipeline = buddy.pipeline("buddy", "website", 2);
            addOthers(pipeline, random.oneOf(List.of(0, 3, 10)));
            buddy.inject(Fault.barrier(2).on("GET", "/actions$"));
            injectFaultsOfDeletes(buddy, random);
            String xml = xml(random.oneOf(NAMES), random.text());

            List<Future<GoalRun>> builds =
                    List.of(threads.submit(() -> goal(buddy).run(xml)), threads.submit(() -> goal(buddy)
                            .run(xml)));

            for (Future<GoalRun> build : builds) {
                assertThat(build.get().failure()).as(build.get().text()).isEmpty();
            }
            assertThat(pipeline.actions().stream().filter(action -> isPush(action)))
                    .hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void setUp(FakeBuddy buddy, Pipeline pipeline, RandomValues random) {
        addOthers(pipeline, random.oneOf(List.of(0, 3, 10, 20, 41)));
        Pages pages = random.oneOf(PAGES);
        buddy.actionPages(pages).credentials(random.oneOf(List.of(Credentials.values())));
        buddy.listsLag(Duration.ofSeconds(random.oneOf(List.of(0, 0, 2))));
        if (random.nextInt(4) == 0) {
            buddy.stores("name", random.oneOf(SPELLINGS));
        }
    }

    private static void addOthers(Pipeline pipeline, int count) {
        for (int number = 1; number <= count; number++) {
            pipeline.add("{\"name\":\"Other " + number + "\",\"type\":\"BUILD\"}");
        }
    }

    private static void injectFaults(FakeBuddy buddy, RandomValues random) {
        for (int fault = random.nextInt(4); fault > 0; fault--) {
            buddy.inject(fault(random).on(random.oneOf(List.of("POST", "POST", "POST", "PATCH", "GET"))));
        }
    }

    /** More of them, and nobody can keep it from leaving two. */
    private static void injectFaultsOfDeletes(FakeBuddy buddy, RandomValues random) {
        for (int fault = random.nextInt(3); fault > 0; fault--) {
            buddy.inject(random.oneOf(List.of(
                            Fault.answer(random.oneOf(List.of(500, 502, 503, 504, 408)), "", ""),
                            Fault.dropBeforeProcessing(),
                            Fault.dropAfterProcessing(),
                            rateLimit(random)))
                    .on("DELETE"));
        }
    }

    private static Fault fault(RandomValues random) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> maybeLater(random, Fault.answer(random.oneOf(List.of(500, 502, 504, 408)), "", ""));
            case 2 -> maybeLater(random, Fault.answer(random.oneOf(List.of(200, 201, 204)), "", ""));
            case 3 -> maybeLater(random, Fault.dropBeforeProcessing());
            case 4 -> Fault.truncate();
            default -> random.nextBoolean() ? Fault.answer(503, "", "") : rateLimit(random);
        };
    }

    private static Fault maybeLater(RandomValues random, Fault fault) {
        return random.nextBoolean() ? fault : fault.carriedOutLater(Duration.ofSeconds(random.nextInt(29)));
    }

    private static Fault rateLimit(RandomValues random) {
        return Fault.answer(429, "", "").header("Retry-After", random.oneOf(List.of("1", "9", "20", "50")));
    }

    private static void assertExactlyOnce(Pipeline pipeline, String name, String tag, GoalRun run) {
        List<JsonNode> actions = pipeline.actions().stream()
                .filter(action -> action.path("name").asText().equals(name))
                .map(JsonNode.class::cast)
                .toList();
        assertThat(actions).as("actions of this name after\n%s", run.text()).hasSizeLessThanOrEqualTo(1);
        if (run.failure().isEmpty()) {
            assertThat(actions).as("actions after the success\n%s", run.text()).hasSize(1);
            assertThat(actions.get(0).path("docker_image_tag").asText())
                    .as("tag after\n%s", run.text())
                    .isEqualTo(tag);
        }
    }

    private static boolean isPush(JsonNode action) {
        return action.path("type").asText().equals("DOCKER_PUSH");
    }

    private static GoalRunner goal(FakeBuddy buddy) throws IOException {
        return GoalRunner.of("create-push-action")
                .against(buddy)
                .userProperty("buddy.rateLimitWait", "60")
                .server("nexus", "deployer", "s3cret")
                .element("workspace", "buddy")
                .element("projectName", "website")
                .element("pipelineId", "2")
                .element("repository", "my/app")
                .element("dockerBuildActionId", "0")
                .element("registryServerId", "nexus");
    }

    private static String xml(String name, String tag) {
        return "<name>" + name.replace("&", "&amp;") + "</name><dockerImageTag>" + tag + "</dockerImageTag>";
    }
}
