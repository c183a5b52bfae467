package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.fakebuddy.Credentials;
import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.fakebuddy.RecordedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the goals send to Buddy, and what they make of an action that is there. Each run has a pipeline of its own, in a fake
 * Buddy that all tests share; where the pipeline is and the action's name are filled in. settings.xml has {@code nexus} with
 * the login of the user {@code deployer}, and the secrets {@code a}, {@code b} and {@code c}; each password is
 * {@link #SECRET} and the server's id.
 */
public final class PushActionRuns {
    public static final String SECRET = "hush-hush-";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
                    JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();
    private static final Pattern DIFFERENCE = Pattern.compile("(?m)^info +(\\w+: .* -> .*)$");
    private static final FakeBuddy BUDDY = start();
    private static final AtomicInteger PIPELINES = new AtomicInteger();
    private static final GoalRunner PUSH = runner("create-push-action");
    private static final GoalRunner EXPORT = runner("export-push-action");

    /**
     * What a run changes in an action that is there.
     *
     * @param lines the differences that the user reads, such as {@code timeout: 60 -> 30}
     * @param patch the fields that are sent besides name and type; empty if nothing is sent
     */
    public record Diff(List<String> lines, ObjectNode patch, GoalRun run) {
        public Diff {
            lines = List.copyOf(lines);
        }
    }

    private PushActionRuns() {}

    /** JSON that may have single quotes, names without any, and a comma at the end. */
    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** The action that is created for a configuration, in whatever way Buddy answers. */
    public static JsonNode posted(String xml) {
        RecordedRequest sent =
                PUSH.element("pipelineId", nextPipeline()).run(xml).sent();
        assertThat(sent.method()).isEqualTo("POST");
        return sent.json();
    }

    /**
     * What a configuration changes in an action.
     *
     * @param stored the fields that it has in Buddy besides name and type, {@code timeout: 60, loop: ['a']}
     */
    public static Diff diff(String xml, String stored) {
        GoalRun run = PUSH.element("pipelineId", pipelineWith(stored)).run(xml);
        assertThat(run.failure()).as(run::text).isEmpty();
        List<String> lines = DIFFERENCE
                .matcher(run.text())
                .results()
                .map((MatchResult line) -> line.group(1))
                .toList();
        return new Diff(lines, run.writes().isEmpty() ? JSON.createObjectNode() : patch(run.sent()), run);
    }

    private static ObjectNode patch(RecordedRequest sent) {
        assertThat(sent.method()).isEqualTo("PATCH");
        assertThat(sent.json()).isInstanceOf(ObjectNode.class);
        ObjectNode patch = sent.json().deepCopy();
        assertThat(patch.remove("name").textValue()).isEqualTo("Push");
        assertThat(patch.remove("type").textValue()).isEqualTo("DOCKER_PUSH");
        return patch;
    }

    /** What the export shows of an action. */
    public static String exported(String stored) {
        GoalRun run = EXPORT.element("pipelineId", pipelineWith(stored)).run("");
        assertThat(run.failure()).as(run::text).isEmpty();
        return run.text();
    }

    private static String pipelineWith(String stored) {
        String id = nextPipeline();
        String action =
                json("{name: 'Push', type: 'DOCKER_PUSH', " + stored + "}").toString();
        BUDDY.pipeline("buddy", "company-website", Integer.parseInt(id)).add(action);
        return id;
    }

    private static String nextPipeline() {
        int id = PIPELINES.incrementAndGet();
        BUDDY.pipeline("buddy", "company-website", id);
        return String.valueOf(id);
    }

    private static GoalRunner runner(String goal) {
        GoalRunner runner = GoalRunner.of(goal)
                .against(BUDDY)
                .element("workspace", "buddy")
                .element("projectName", "company-website")
                .element("name", "Push");
        List.of("nexus", "a", "b", "c").forEach(id -> runner.server(id, "deployer", SECRET + id));
        return runner;
    }

    private static FakeBuddy start() {
        try {
            return FakeBuddy.start().logins(Credentials.IN_CLEAR);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
