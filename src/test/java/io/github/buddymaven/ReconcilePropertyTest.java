package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.fakebuddy.Credentials;
import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.fakebuddy.Pipeline;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Any desired state over any actual one: applied twice, it is unchanged the second time. */
@SuppressWarnings("NullAway.Init") // set before each test
class ReconcilePropertyTest {
    private static final List<String> TRIGGER_TIMES = List.of("ON_EVERY_EXECUTION", "ON_SUCCESS", "ON_FAILURE");
    private static final Action EMPTY = new Action(null, null, null, null, null, null);

    private FakeBuddy buddy;
    private Pipeline pipeline;

    record Action(
            @Nullable String triggerTime,
            @Nullable String dockerImageTag,
            @Nullable String repository,
            @Nullable String region,
            @Nullable String registry,
            @Nullable String dockerBuildActionName) {}

    @BeforeEach
    void startBuddy() throws IOException {
        buddy = FakeBuddy.start().logins(Credentials.IN_CLEAR);
        pipeline = buddy.pipeline("buddy", "website", 2);
    }

    @AfterEach
    void stopBuddy() {
        buddy.close();
    }

    @Property(tries = 200)
    void isUnchangedTheSecondTime(RandomValues random) {
        Action desired = action(random);
        Action actual = action(random);
        pipeline.add(json(actual));

        GoalRun first = apply(goal(), desired);
        GoalRun second = apply(goal(), desired);

        String input = desired + " over " + actual;
        assertThat(first.properties().get("buddy.action.outcome"))
                .as("outcome of %s:%n%s", input, first.text())
                .isIn("updated", "unchanged");
        assertUnchanged(input, second);
        assertThat(second.writes()).as("second writes of %s", input).isEmpty();
        assertThat(pipeline.actions()).as("actions after %s", input).hasSize(1);
    }

    @Property(tries = 50)
    void leavesAloneWhatThePomDoesNotMention(RandomValues random) {
        Action desired = action(random);
        Action actual = action(random);
        pipeline.add(json(actual));

        GoalRun run = apply(goal(), desired);

        String input = desired + " over " + actual;
        assertThat(run.failure()).as("failure of %s", input).isEmpty();
        JsonNode after = pipeline.actions().get(0).without("id");
        assertThat(after).as("action after %s", input).isEqualTo(json(actual).setAll(json(desired)));
    }

    @Property(tries = 50)
    void isUnchangedAfterItWasCreated(RandomValues random) {
        Action desired = action(random);
        GoalRunner goal = goal().server("nexus", "deployer", "s3cret").element("registryServerId", "nexus");

        GoalRun first = apply(goal, desired);
        GoalRun second = apply(goal.nextBuild(), desired);

        assertThat(first.properties())
                .as("properties of %s:%n%s", desired, first.text())
                .containsEntry("buddy.action.outcome", "created");
        assertUnchanged(desired.toString(), second);
        assertThat(second.sent().json())
                .as("what is sent again of %s, since nobody can compare a password", desired)
                .isEqualTo(json(EMPTY).put("password", "s3cret"));
    }

    private static void assertUnchanged(String input, GoalRun run) {
        assertThat(run.properties())
                .as("properties of %s:%n%s", input, run.text())
                .containsEntry("buddy.action.outcome", "unchanged");
        assertThat(run.log()).as("differences of %s", input).noneMatch(line -> line.contains(" -> "));
    }

    private GoalRunner goal() {
        return GoalRunner.of("create-push-action")
                .against(buddy)
                .element("workspace", "buddy")
                .element("projectName", "website")
                .element("pipelineId", "2")
                .element("name", "Push")
                .element("lenient", "true");
    }

    private static GoalRun apply(GoalRunner goal, Action action) {
        return goal.run(ActionWriter.xml(action));
    }

    private static ObjectNode json(Action action) {
        return ActionWriter.json(action).put("name", "Push").put("type", "DOCKER_PUSH");
    }

    private static Action action(RandomValues random) {
        return new Action(
                random.orNull(() -> random.oneOf(TRIGGER_TIMES)),
                random.orNull(random::text),
                random.orNull(random::text),
                random.orNull(random::text),
                random.orNull(random::text),
                random.orNull(random::text));
    }
}
