package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.fakebuddy.RecordedRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Any action, in any form in which Buddy may give it back, is what the POM wants: nothing is sent again. */
@SuppressWarnings("NullAway.Init") // set before each test
class AnswerFormPropertyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The lists whose order says nothing. */
    private static final Set<String> SETS =
            Set.of("variables", "trigger_days", "trigger_hours", "trigger_condition_paths");

    /** What keeps its form: Buddy's own key, and the one number whose zero is a value. */
    private static final Set<String> KEPT = Set.of("name", "type", "docker_build_action_id");

    private static final List<String> AMBIGUOUS =
            List.of("true", "false", "0", "007", "1.0", "1.10", "1e5", "null", "-1");

    private FakeBuddy buddy;

    record Action(
            @Nullable String dockerImageTag,
            @Nullable String repository,
            @Nullable String dockerBuildActionName,
            @Nullable Integer timeout,
            @Nullable Integer retryCount,
            @Nullable Integer retryInterval,
            @Nullable Boolean disabled,
            @Nullable Boolean ignoreErrors,
            @Nullable List<String> loop,
            @Nullable List<Record> triggerConditions,
            @Nullable List<Variable> variables) {}

    record OnDays(String triggerCondition, List<String> triggerDays) {}

    record IfVariable(String triggerCondition, String triggerVariableKey, String triggerVariableValue) {}

    record Variable(String key, String value, boolean settable) {}

    @BeforeEach
    void startBuddy() throws IOException {
        buddy = FakeBuddy.start();
    }

    @AfterEach
    void stopBuddy() {
        buddy.close();
    }

    @Property(tries = 300)
    void sendsNothingIfTheAnswerMeansTheSame(RandomValues random) throws JsonProcessingException {
        Action action = action(random);
        JsonNode sent = apply(1, action).sent().json();
        JsonNode answered = inAnotherForm(sent, random);
        buddy.pipeline("buddy", "website", 2).add((ObjectNode) answered);

        GoalRun run = apply(2, action);

        assertThat(run.properties())
                .as("properties after %s, answered as %s:%n%s", sent, answered, run.text())
                .containsEntry("buddy.action.outcome", "unchanged");
        assertThat(run.log()).as("log of %s", answered).noneMatch(line -> line.contains(" -> "));
        assertThat(run.requests())
                .as("requests after %s", answered)
                .extracting(RecordedRequest::method)
                .containsExactly("GET", "GET");
    }

    private GoalRun apply(int pipelineId, Action action) {
        buddy.pipeline("buddy", "website", pipelineId);
        return GoalRunner.of("create-push-action")
                .against(buddy)
                .element("workspace", "buddy")
                .element("projectName", "website")
                .element("pipelineId", String.valueOf(pipelineId))
                .element("name", "Push")
                .element("lenient", "true")
                .run(ActionWriter.xml(action));
    }

    private static Action action(RandomValues random) {
        return new Action(
                random.orNull(() -> text(random)),
                random.orNull(() -> text(random)),
                random.orNull(() -> text(random)),
                random.orNull(() -> random.nextInt(4)),
                random.orNull(() -> random.nextInt(4)),
                random.orNull(() -> random.nextInt(4)),
                random.orNull(random::nextBoolean),
                random.orNull(random::nextBoolean),
                random.orNull(() -> loop(random)),
                random.orNull(() -> conditions(random)),
                random.orNull(() -> variables(random)));
    }

    private static String text(RandomValues random) {
        return random.nextBoolean() ? random.text() : random.oneOf(AMBIGUOUS);
    }

    private static List<String> loop(RandomValues random) {
        return Stream.generate(() -> text(random)).limit(random.nextInt(4)).toList();
    }

    private static List<Record> conditions(RandomValues random) {
        List<String> days = random.some("1", "3", "7");
        return List.of(
                new OnDays("DAY", days.isEmpty() ? List.of("3") : days),
                new IfVariable("VAR_IS", "KEY", random.nextBoolean() ? text(random) : ""));
    }

    private static List<Variable> variables(RandomValues random) {
        return random.some("A", "B", "1", "C").stream()
                .map(key -> variable(key, text(random)))
                .toList();
    }

    private static Variable variable(String key, String value) {
        return new Variable(key, value, value.length() > 1);
    }

    /** Numbers and flags as texts and the other way round, what is empty left out, other keys and another order. */
    private static JsonNode inAnotherForm(JsonNode json, Random random) throws JsonProcessingException {
        if (json instanceof ObjectNode object) {
            ObjectNode other = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                boolean kept = KEPT.contains(field.getKey());
                if (!kept && isEmpty(field.getValue()) && random.nextBoolean()) {
                    if (random.nextBoolean()) {
                        other.putNull(field.getKey());
                    }
                } else {
                    JsonNode value = inAnotherForm(field.getValue(), random);
                    other.set(field.getKey(), kept ? field.getValue() : inAnyOrder(field.getKey(), value, random));
                }
            }
            return random.nextBoolean() ? other : other.put("unknown", random.nextInt());
        }
        if (json instanceof ArrayNode array) {
            ArrayNode other = JsonNodeFactory.instance.arrayNode();
            for (JsonNode element : array) {
                other.add(inAnotherForm(element, random));
            }
            return other;
        }
        return random.nextBoolean() ? json : scalar(json);
    }

    private static boolean isEmpty(JsonNode json) {
        return json.isTextual()
                ? json.textValue().isEmpty()
                : json.isValueNode() && Set.of("0", "false").contains(json.asText());
    }

    private static JsonNode inAnyOrder(String key, JsonNode json, Random random) {
        if (!SETS.contains(key)) {
            return json;
        }
        List<JsonNode> elements = new ArrayList<>();
        json.forEach(elements::add);
        Collections.shuffle(elements, random);
        return JsonNodeFactory.instance.arrayNode().addAll(elements);
    }

    private static JsonNode scalar(JsonNode json) throws JsonProcessingException {
        if (!json.isTextual()) {
            return JsonNodeFactory.instance.textNode(json.asText());
        }
        try {
            JsonNode read = JSON.readTree(json.textValue());
            boolean same =
                    (read.isNumber() || read.isBoolean()) && read.toString().equals(json.textValue());
            return same ? read : json;
        } catch (JsonProcessingException e) {
            return json;
        }
    }
}
