package io.github.buddymaven;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.fakebuddy.Fault;
import io.github.buddymaven.fakebuddy.PrivateCertificate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the network does, the build ends within its limits, says what to do and whether something may have changed. */
@Timeout(30)
class NetworkTest extends AbstractMojoTest {
    private static final String PATIENT = "<requestTimeout>25</requestTimeout>";
    private static final String NOTHING = "Nothing was changed";

    @BeforeEach
    void beImpatient() {
        userProperty("buddy.connectTimeout", "1");
        userProperty("buddy.requestTimeout", "1");
    }

    @Test
    void namesTheHostThatHasNoAddress() {
        apiUrl("https://buddy.invalid");

        assertFails().hasMessageContainingAll("https://buddy.invalid", "DNS", NOTHING);
    }

    @Test
    void namesTheAddressThatRefusesConnections() {
        buddy.close();

        assertFails().hasMessageContainingAll(buddy.apiUrl(), "accepts", NOTHING);
    }

    @Test
    void namesTheTimeForAConnectionIfTheHostDoesNotTakeIt() throws Exception {
        try (BusyHost host = BusyHost.start()) {
            apiUrl(host.url());

            assertFails(PATIENT).hasMessageContainingAll(host.url(), "<connectTimeout>1</connectTimeout>", NOTHING);
        }
    }

    @Test
    void namesTheTimeForAnAnswerIfNoneComes() {
        buddy.inject(Fault.neverAnswer().on("POST").always());

        assertFails().hasMessageContainingAll(buddy.apiUrl(), "<requestTimeout>1</requestTimeout>", "may");
    }

    @Test
    void namesTheTimeForAnAnswerIfItComesByteByByte() {
        buddy.inject(Fault.drip(Duration.ofMillis(300)).always());

        assertFails().hasMessageContainingAll(buddy.apiUrl(), "<requestTimeout>1</requestTimeout>", NOTHING);
    }

    @Test
    void refusesAnAnswerWithoutEnd() {
        buddy.inject(Fault.endlessBody().on("POST").always());

        assertFails(PATIENT).hasMessageContainingAll(buddy.apiUrl(), "8 MiB", "<apiUrl>", "may");
    }

    @Test
    void saysThatTheConnectionBroke() {
        buddy.inject(Fault.dropBeforeProcessing().on("POST").always());

        assertFails().hasMessageContainingAll(buddy.apiUrl(), "broke", "may");
    }

    @Test
    void saysThatTheServerDoesNotSpeakHttpAndMasksWhatItSaid() throws Exception {
        try (OneAnswer server = OneAnswer.with("220 mail.example.com ESMTP " + FakeBuddy.TOKEN)) {
            apiUrl(server.url());

            assertFails()
                    .hasMessageContainingAll(server.url(), "HTTP", "<apiUrl>", NOTHING)
                    .hasStackTraceContaining("****");
        }
    }

    @Test
    void refusesHeadersWithoutEnd() throws Exception {
        String[] head = new String[5000];
        Arrays.fill(head, "X: y");
        head[0] = "HTTP/1.1 200 OK";
        try (OneAnswer server = OneAnswer.with(head)) {
            apiUrl(server.url());

            assertFails().hasMessageContainingAll(server.url(), "HTTP", "<apiUrl>");
        }
    }

    @Test
    void saysThatTheCertificateIsNotTrusted(@TempDir Path folder) throws Exception {
        try (FakeBuddy secure = FakeBuddy.startTls(PrivateCertificate.in(folder).context())) {
            apiUrl(secure.apiUrl());

            assertFails().hasMessageContainingAll(secure.apiUrl(), "certificate", "javax.net.ssl.trustStore", NOTHING);
            assertThat(secure.requests()).isEmpty();
        }
    }

    @Test
    void saysThatTheServerDoesNotSpeakTls() throws Exception {
        try (OneAnswer server = OneAnswer.unasked("HTTP/1.1 400 Bad Request")) {
            String url = "https://127.0.0.1:" + server.port();
            apiUrl(url);

            assertFails().hasMessageContainingAll(url, "TLS", "<apiUrl>", NOTHING);
        }
    }

    @Test
    void namesTheTimeForAConnectionIfTheTlsHandshakeIsNotAnswered() {
        String url = buddy.apiUrl().replace("http:", "https:");
        apiUrl(url);

        assertFails(PATIENT).hasMessageContainingAll(url, "TLS", "<connectTimeout>1</connectTimeout>", NOTHING);
    }

    @Test
    void showsARedirectWithoutFollowingIt() {
        buddy.inject(Fault.answer(302, "", "")
                .header("Location", "https://evil.example.com/login")
                .on("POST"));

        assertFails().hasMessageContainingAll("HTTP 302", "https://evil.example.com/login", "<apiUrl>");
        assertThat(writes()).hasSize(1);
    }

    @Test
    void leavesTheAddressOfARedirectOutIfItHoldsTheToken() {
        buddy.inject(Fault.answer(302, "", "")
                .header("Location", "https://evil.example.com/?" + FakeBuddy.TOKEN)
                .on("POST"));

        assertFails()
                .hasMessageContainingAll("HTTP 302", "<apiUrl>")
                .hasMessageNotContainingAny("evil.example.com", FakeBuddy.TOKEN, "****");
    }

    static Stream<Arguments> interruptions() {
        return Stream.of(
                Arguments.of("during an exchange", Fault.neverAnswer(), "interrupted"),
                Arguments.of("after a lost answer", Fault.dropBeforeProcessing(), "may"),
                Arguments.of(
                        "at the rate limit", Fault.answer(429, "", "").header("Retry-After", "20"), "interrupted"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("interruptions")
    void endsAtOnceIfTheBuildIsInterruptedAndTellsMaven(String when, Fault fault, String said) throws Exception {
        liveInRealTime();
        Thread build = Thread.currentThread();
        buddy.inject(fault.on("POST").always());
        CompletableFuture<Void> interruption = CompletableFuture.runAsync(() -> {
            await().until(() -> !writes().isEmpty() && (when.equals("during an exchange") || isSleeping(build)));
            build.interrupt();
        });

        assertFails(PATIENT, "<rateLimitWait>60</rateLimitWait>").hasMessageContaining(said);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(writes()).hasSize(1);
        interruption.get(10, SECONDS);
    }

    @Test
    void doesNotUseAConnectionThatTheServerHasClosed() throws Exception {
        String body = "{\"id\":1,\"actions\":[]}";
        try (OneAnswer server = OneAnswer.with("HTTP/1.1 200 OK", "Content-Length: " + body.length(), "", body)) {
            apiUrl(server.url());

            create();

            assertOutcome("created");
            assertThat(server.received()).containsOnlyOnce("POST ");
        }
    }

    @Test
    void doesNotTakeAnAnswerThatCameTwiceForTheNextOne() throws Exception {
        String body = "{\"id\":1,\"actions\":[]}";
        try (OneAnswer server = OneAnswer.keepingOn(
                "HTTP/1.1 200 OK",
                "Content-Length: " + (body.length() + 2),
                "",
                body,
                "HTTP/1.1 500 Late",
                "Content-Length: 0")) {
            apiUrl(server.url());

            create();

            assertOutcome("created");
            assertThat(server.received()).containsOnlyOnce("POST ");
        }
    }

    private static boolean isSleeping(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().startsWith("sleep"));
    }

    private void apiUrl(String url) {
        defaults.put("apiUrl", url);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertFails(String... xml) {
        Throwable failure = failure(xml);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(String.valueOf(cause.getMessage())).doesNotContain(FakeBuddy.TOKEN);
        }
        return assertThat(failure).isInstanceOf(MojoExecutionException.class).hasCauseInstanceOf(Exception.class);
    }
}
