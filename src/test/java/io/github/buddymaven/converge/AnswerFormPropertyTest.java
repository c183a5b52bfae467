package io.github.buddymaven.converge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.action.DraftItem;
import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.action.PushActionDraft;
import io.github.buddymaven.api.BuddyApi;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.Project;
import io.github.buddymaven.check.Problems;
import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.fakebuddy.RecordedRequest;
import io.github.buddymaven.http.ApacheTransport;
import io.github.buddymaven.http.Timeouts;
import io.github.buddymaven.http.Transport;
import io.github.buddymaven.secret.Redactor;
import io.github.buddymaven.secret.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Any action, in any form in which Buddy may give it back, is what the POM wants: nothing is sent again. */
@SuppressWarnings("NullAway.Init") // set before the container starts
class AnswerFormPropertyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The lists whose order says nothing. */
    private static final Set<String> SETS =
            Set.of("variables", "trigger_days", "trigger_hours", "trigger_condition_paths");

    /** What keeps its form: Buddy's own key, and the one number whose zero is a value. */
    private static final Set<String> KEPT = Set.of("name", "type", "docker_build_action_id");

    private static FakeBuddy buddy;
    private static Transport connector;
    private static int lastPipeline;

    @BeforeContainer
    static void start() throws IOException {
        buddy = FakeBuddy.start();
        Timeouts limits = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5));
        connector = new ApacheTransport(limits, Optional.empty());
    }

    @AfterContainer
    static void stop() {
        connector.close();
        buddy.close();
    }

    @Property(tries = 300)
    void isUnchanged(@ForAll("actions") PushAction wanted, @ForAll long form) throws Exception {
        assertThat(converge(++lastPipeline, wanted).outcome()).isEqualTo(Outcome.CREATED);
        JsonNode sent = buddy.requests().get(buddy.requests().size() - 1).json();
        JsonNode answered = inAnotherForm(sent, new Random(form));
        buddy.pipeline("w", "p", ++lastPipeline).add((ObjectNode) answered);
        int before = buddy.requests().size();

        Result result = converge(lastPipeline, wanted);

        assertThat(result.differences()).as("%s answered as %s", sent, answered).isEmpty();
        assertThat(buddy.requests().subList(before, buddy.requests().size()))
                .extracting(RecordedRequest::method)
                .containsExactly("GET", "GET");
    }

    @Provide
    Arbitrary<PushAction> actions() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(3),
                Arbitraries.of("true", "false", "0", "007", "1.0", "1.10", "1e5", "null", "-1"));
        Arbitrary<Map<Field, String>> plain = Combinators.combine(
                        Arbitraries.maps(
                                Arbitraries.of(
                                        Field.DOCKER_IMAGE_TAG, Field.REPOSITORY, Field.DOCKER_BUILD_ACTION_NAME),
                                texts),
                        Arbitraries.maps(
                                Arbitraries.of(Field.TIMEOUT, Field.RETRY_COUNT, Field.RETRY_INTERVAL),
                                Arbitraries.integers().between(0, 3).map(String::valueOf)),
                        Arbitraries.maps(
                                Arbitraries.of(Field.DISABLED, Field.IGNORE_ERRORS), Arbitraries.of("true", "false")))
                .as(AnswerFormPropertyTest::all);
        Arbitrary<List<DraftItem>> conditions = Combinators.combine(
                        Arbitraries.subsetOf("1", "3", "7").filter(days -> !days.isEmpty()),
                        Arbitraries.oneOf(texts, Arbitraries.just("")))
                .as((days, value) -> List.of(
                        new DraftItem(Map.of("triggerCondition", List.of("DAY"), "triggerDays", List.copyOf(days))),
                        new DraftItem(Map.of(
                                "triggerCondition", List.of("VAR_IS"),
                                "triggerVariableKey", List.of("KEY"),
                                "triggerVariableValue", List.of(value)))));
        Arbitrary<List<DraftItem>> variables = Arbitraries.maps(Arbitraries.of("A", "B", "1", "C"), texts)
                .map(values -> values.entrySet().stream()
                        .map(variable -> new DraftItem(Map.of(
                                "key", List.of(variable.getKey()),
                                "value", List.of(variable.getValue()),
                                "settable",
                                        List.of(String.valueOf(
                                                variable.getValue().length() > 1)))))
                        .toList());
        return Combinators.combine(plain, texts.list().ofMaxSize(3), conditions.optional(), variables)
                .as(AnswerFormPropertyTest::action);
    }

    private static Map<Field, String> all(
            Map<Field, String> texts, Map<Field, String> numbers, Map<Field, String> flags) {
        texts.putAll(numbers);
        texts.putAll(flags);
        return texts;
    }

    private static PushAction action(
            Map<Field, String> fields,
            List<String> loop,
            Optional<List<DraftItem>> conditions,
            List<DraftItem> variables) {
        PushActionDraft draft = new PushActionDraft().text(Field.NAME, "Push");
        fields.forEach(draft::text);
        return draft.loop(loop)
                .items(Field.TRIGGER_CONDITIONS, conditions.orElse(List.of()))
                .items(Field.VARIABLES, variables)
                .check(new Problems(true))
                .orElseThrow();
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

    private static Result converge(int pipelineId, PushAction action) throws Exception {
        buddy.pipeline("w", "p", pipelineId);
        Pipeline pipeline = new Pipeline(
                Project.check(buddy.apiUrl(), "w", "p", new Problems(false)).orElseThrow(), pipelineId);
        BuddyApi api = new BuddyApi(connector, Secret.of(FakeBuddy.TOKEN), Redactor.of(List.of()), "test");
        return new Convergence(api, pipeline, new PipelineMemory(), duration -> {})
                .converge(action, IfExists.UPDATE, "module");
    }
}
