package io.github.buddymaven.converge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.action.ActionSecrets;
import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.action.PushActionDraft;
import io.github.buddymaven.action.RegistryLogin;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Any wanted state over any existing one: applied twice, it is unchanged the second time. */
@SuppressWarnings("NullAway.Init") // set before the container starts
class ConvergencePropertyTest {
    private static final List<Field> TEXTS = List.of(
            Field.TRIGGER_TIME,
            Field.DOCKER_IMAGE_TAG,
            Field.REPOSITORY,
            Field.REGION,
            Field.REGISTRY,
            Field.DOCKER_BUILD_ACTION_NAME);
    private static final List<String> TRIGGER_TIMES = List.of("ON_EVERY_EXECUTION", "ON_SUCCESS", "ON_FAILURE");

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

    @Property(tries = 200)
    void appliedTwiceItIsUnchanged(
            @ForAll("fields") Map<Field, String> wanted, @ForAll("fields") Map<Field, String> existing)
            throws Exception {
        int pipeline = ++lastPipeline;
        buddy.pipeline("w", "p", pipeline).add(json(existing));
        PushAction action = action(wanted);

        Result first = converge(pipeline, action);
        int sent = buddy.requests().size();
        Result second = converge(pipeline, action);

        assertThat(first.outcome()).isIn(Outcome.UPDATED, Outcome.UNCHANGED);
        assertThat(second.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(second.differences()).isEmpty();
        assertThat(buddy.requests().subList(sent, buddy.requests().size()))
                .extracting(RecordedRequest::method)
                .doesNotContain("POST", "PATCH");
        assertThat(buddy.pipeline("w", "p", pipeline).actions()).hasSize(1);
    }

    @Property(tries = 50)
    void whatThePomDoesNotMentionIsLeftAlone(
            @ForAll("fields") Map<Field, String> wanted, @ForAll("fields") Map<Field, String> existing)
            throws Exception {
        int pipeline = ++lastPipeline;
        buddy.pipeline("w", "p", pipeline).add(json(existing));

        Result ignored = converge(pipeline, action(wanted));

        ObjectNode now = buddy.pipeline("w", "p", pipeline).actions().get(0);
        existing.forEach((field, value) ->
                assertThat(now.path(field.key()).asText()).isEqualTo(wanted.getOrDefault(field, value)));
        assertThat(ignored.action().name()).isEqualTo("Push");
    }

    @Property(tries = 50)
    void aNewActionIsUnchangedTheSecondTime(@ForAll("fields") Map<Field, String> wanted) throws Exception {
        int pipeline = ++lastPipeline;
        buddy.pipeline("w", "p", pipeline);
        PushAction action = action(wanted)
                .with(new ActionSecrets(Optional.of(new RegistryLogin("user", Secret.of("s3cret"))), Map.of()));

        assertThat(converge(pipeline, action).outcome()).isEqualTo(Outcome.CREATED);
        Result second = converge(pipeline, action);
        assertThat(second.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(second.secretsSent()).containsExactly(Field.PASSWORD);
    }

    @Provide
    Arbitrary<Map<Field, String>> fields() {
        return Arbitraries.maps(
                        Arbitraries.of(TEXTS),
                        Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(3))
                .map(fields -> {
                    fields.computeIfPresent(
                            Field.TRIGGER_TIME,
                            (field, text) -> TRIGGER_TIMES.get(text.length() % TRIGGER_TIMES.size()));
                    return fields;
                });
    }

    private static PushAction action(Map<Field, String> fields) {
        PushActionDraft draft = new PushActionDraft().text(Field.NAME, "Push");
        fields.forEach(draft::text);
        return draft.check(new Problems(true)).orElseThrow();
    }

    private static ObjectNode json(Map<Field, String> fields) {
        ObjectNode json =
                new ObjectMapper().createObjectNode().put("name", "Push").put("type", "DOCKER_PUSH");
        fields.forEach((field, value) -> json.put(field.key(), value));
        return json;
    }

    private static Result converge(int pipelineId, PushAction action) throws Exception {
        Pipeline pipeline = new Pipeline(
                Project.check(buddy.apiUrl(), "w", "p", new Problems(false)).orElseThrow(), pipelineId);
        BuddyApi api = new BuddyApi(connector, Secret.of(FakeBuddy.TOKEN), Redactor.of(List.of()), "test");
        return new Convergence(api, pipeline, new PipelineMemory(), duration -> {})
                .converge(action, IfExists.UPDATE, "module");
    }
}
