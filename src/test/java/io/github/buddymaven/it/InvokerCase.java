package io.github.buddymaven.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.fakebuddy.Exchange;
import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.fakebuddy.Pipeline;
import io.github.buddymaven.fakebuddy.RecordedRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One build of {@code src-it} against a fake Buddy of its own. {@code prebuild.groovy} starts it with {@link #before},
 * {@code postbuild.groovy} takes it with {@link #after}; the build finds it through {@code buddy.apiUrl}.
 */
public final class InvokerCase {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API_URL = "buddy.apiUrl";

    private final Map<String, Object> context;
    private final FakeBuddy buddy;
    private final File basedir;

    private InvokerCase(Map<String, Object> context, FakeBuddy buddy, File basedir) {
        this.context = context;
        this.buddy = buddy;
        this.basedir = basedir;
    }

    /** Starts a fake Buddy that has the pipeline of Buddy's own example. */
    public static void before(Map<String, Object> context) throws IOException {
        before(context, buddy -> {});
    }

    /** The same, and then changes it. */
    public static void before(Map<String, Object> context, Consumer<FakeBuddy> change) throws IOException {
        FakeBuddy buddy = FakeBuddy.start();
        buddy.pipeline("buddy", "company-website", 2);
        change.accept(buddy);
        offer(context, API_URL, buddy);
    }

    /** Passes a fake's address to the build as a property; {@link #after} closes it. */
    public static void offer(Map<String, Object> context, String property, FakeBuddy buddy) {
        context.put(property, buddy);
        if (context.get("userProperties") instanceof Properties properties) {
            properties.setProperty(property, buddy.apiUrl());
        }
    }

    /** Checks the build when it has ended, and closes all its fakes. */
    public static void after(Map<String, Object> context, File basedir, Consumer<InvokerCase> checks) {
        try {
            checks.accept(new InvokerCase(context, fake(context, API_URL), basedir));
        } finally {
            context.values().stream()
                    .filter(FakeBuddy.class::isInstance)
                    .map(FakeBuddy.class::cast)
                    .forEach(FakeBuddy::close);
        }
    }

    private static FakeBuddy fake(Map<String, Object> context, String property) {
        if (context.get(property) instanceof FakeBuddy buddy) {
            return buddy;
        }
        throw new IllegalStateException("prebuild.groovy has offered no fake as " + property);
    }

    public FakeBuddy buddy() {
        return buddy;
    }

    /** The fake that {@code prebuild.groovy} offered to the build by this property. */
    public FakeBuddy buddy(String property) {
        return fake(context, property);
    }

    /** The pipeline of Buddy's own example, with its actions and runs. */
    public Pipeline pipeline() {
        return buddy.pipeline("buddy", "company-website", 2);
    }

    /** All requests that were to change something. */
    public List<RecordedRequest> writes() {
        return buddy.requests().stream()
                .filter(sent -> !sent.method().equals("GET"))
                .toList();
    }

    public List<RecordedRequest> requests() {
        return buddy.requests();
    }

    /** The one request of the build that was to change something. */
    public RecordedRequest request() {
        assertThat(writes()).hasSize(1);
        return writes().get(0);
    }

    /** Asserts that the actions of the folder {@code expected} were created, each as its file has it, and no others. */
    public void assertEachIsSentOnce() throws IOException {
        Map<String, JsonNode> expected = new TreeMap<>();
        try (Stream<Path> files = Files.list(basedir.toPath().resolve("expected"))) {
            for (Path file : files.toList()) {
                JsonNode body = json(Files.readString(file));
                expected.put(body.path("name").textValue(), body);
            }
        }
        assertThat(sent("POST")).isNotEmpty().isEqualTo(expected);
    }

    /** Asserts that later runs of the same changed nothing. */
    public void assertNothingIsSentAgain() throws IOException {
        assertThat(writes()).map(RecordedRequest::method).containsOnly("POST");
        assertAllAreUnchanged();
    }

    /** Asserts the same, but for a secret of one action, which nobody can compare. */
    public void assertOnlySentAgain(String name, String field) throws IOException {
        assertThat(sent("PATCH")).containsOnlyKeys(name).allSatisfy((sent, body) -> assertThat(body.fieldNames())
                .toIterable()
                .containsExactly("name", "type", field));
        assertAllAreUnchanged();
    }

    private void assertAllAreUnchanged() throws IOException {
        String log = log();
        assertThat(sent("POST").keySet()).allSatisfy(name -> assertThat(log)
                .containsOnlyOnce(name + "' (id " + id(name) + ") in pipeline buddy/company-website/2: created")
                .containsOnlyOnce(name + "' (id " + id(name) + ") in pipeline buddy/company-website/2: unchanged"));
    }

    private int id(String name) {
        return pipeline().actions().stream()
                .filter(action -> action.path("name").asText().equals(name))
                .mapToInt(action -> action.path("id").intValue())
                .sum();
    }

    private Map<String, JsonNode> sent(String method) {
        Map<String, JsonNode> sent = new TreeMap<>();
        writes().stream()
                .filter(request -> request.method().equals(method))
                .map(RecordedRequest::json)
                .forEach(body -> assertThat(sent.put(body.path("name").textValue(), body))
                        .isNull());
        return sent;
    }

    /** The build's whole output. */
    public String log() throws IOException {
        return Files.readString(basedir.toPath().resolve("build.log"), UTF_8);
    }

    /** What went out and what came back, for a person to read, passwords masked. */
    public String conversation() {
        return buddy.exchanges().stream().map(InvokerCase::readable).collect(joining("\n"));
    }

    private static String readable(Exchange exchange) {
        RecordedRequest request = exchange.request();
        String sent = "\n>>> " + request.method() + " " + request.rawPath()
                + (request.text().isEmpty() ? "" : "\n" + masked(request.text()));
        return exchange.answer()
                .map(answer -> sent + "\n\n<<< " + answer.status() + "\n" + masked(answer.body()))
                .orElse(sent);
    }

    private static String masked(String body) {
        try {
            JsonNode json = json(body);
            mask(json);
            return json.toPrettyString();
        } catch (IOException e) {
            // what a proxy answers
            return body;
        }
    }

    private static void mask(JsonNode json) {
        if (json instanceof ObjectNode object) {
            List<String> secrets = object.path("encrypted").asBoolean()
                    ? List.of("password", "passphrase", "value")
                    : List.of("password", "passphrase");
            secrets.stream().filter(object::has).forEach(field -> object.put(field, "****"));
        }
        json.forEach(InvokerCase::mask);
    }

    /** JSON as a tree, to compare with a request's. */
    public static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }
}
