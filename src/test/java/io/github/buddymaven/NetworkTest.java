package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.fakebuddy.Fault;
import io.github.buddymaven.fakebuddy.PrivateCertificate;
import io.github.buddymaven.http.ApacheTransport;
import io.github.buddymaven.http.Request;
import io.github.buddymaven.http.Timeouts;
import io.github.buddymaven.http.Transport;
import io.github.buddymaven.secret.Secret;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Proxy;
import org.assertj.core.api.AbstractThrowableAssert;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the network does, the build ends within its limits and says what to do. */
@Timeout(30)
class NetworkTest extends AbstractMojoTest {
    private static final String ATTEMPT =
            "The action 'Push to registry' could not be brought into pipeline buddy/company-website/2: ";
    private static final String MAY_EXIST =
            " The action may exist or be changed by now: look at pipeline buddy/company-website/2 in Buddy.";
    private static final String NOTHING_CHANGED = " Nothing was changed.";

    @BeforeEach
    void beImpatient() {
        request.getUserProperties().setProperty("buddy.connectTimeout", "1");
        request.getUserProperties().setProperty("buddy.requestTimeout", "1");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void anUnknownHost(CreatePushActionMojo goal) throws Exception {
        apiUrl(goal, "https://buddy.invalid");

        assertFails(goal)
                .hasMessage(ATTEMPT + "no address is known for the host of https://buddy.invalid. Check <apiUrl>, this"
                        + " machine's DNS and its network." + NOTHING_CHANGED);
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aRefusedConnection(CreatePushActionMojo goal) {
        buddy.close();

        assertFails(goal)
                .hasMessage(ATTEMPT + "nothing accepts connections at " + buddy.apiUrl()
                        + ". Check <apiUrl>, and whether a firewall stands between." + NOTHING_CHANGED);
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "requestTimeout", value = "25")
    void aHostThatDoesNotTakeTheConnection(CreatePushActionMojo goal) throws Exception {
        try (BusyHost host = BusyHost.start()) {
            apiUrl(goal, host.url());

            assertFails(goal)
                    .hasMessage(ATTEMPT + "no connection to " + host.url() + " within"
                            + " <connectTimeout>1</connectTimeout> seconds. Check <apiUrl>, and whether this network needs"
                            + " a <proxy> in settings.xml." + NOTHING_CHANGED);
        }
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aServerThatNeverAnswers(CreatePushActionMojo goal) {
        buddy.inject(Fault.neverAnswer().on("POST").always());

        assertFails(goal).hasMessage(ATTEMPT + timedOut(MAY_EXIST));
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aServerThatSendsAByteNowAndThen(CreatePushActionMojo goal) {
        buddy.inject(Fault.drip(Duration.ofMillis(300)).always());

        assertFails(goal).hasMessage(ATTEMPT + timedOut(NOTHING_CHANGED));
    }

    private String timedOut(String and) {
        return "no complete answer from " + buddy.apiUrl()
                + " within <requestTimeout>1</requestTimeout> seconds. Raise it, if Buddy is"
                + " that slow."
                + and;
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "requestTimeout", value = "25")
    void aServerThatNeverEndsItsBody(CreatePushActionMojo goal) {
        buddy.inject(Fault.endlessBody().on("POST").always());

        assertFails(goal)
                .hasMessage(ATTEMPT + "the answer of " + buddy.apiUrl()
                        + " is larger than 8 MiB, which none of Buddy's is. Check <apiUrl>." + MAY_EXIST);
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aConnectionThatBreaksBeforeTheAnswer(CreatePushActionMojo goal) {
        buddy.inject(Fault.dropBeforeProcessing().on("POST").always());

        assertFails(goal)
                .hasMessage(ATTEMPT + "the connection to " + buddy.apiUrl() + " broke before the answer was complete."
                        + MAY_EXIST);
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aServerThatDoesNotSpeakHttp(CreatePushActionMojo goal) throws Exception {
        try (OneAnswer server = OneAnswer.with("220 mail.example.com ESMTP " + FakeBuddy.TOKEN)) {
            apiUrl(goal, server.url());

            assertFails(goal)
                    .hasMessage(ATTEMPT + "what answers at " + server.url()
                            + " does not speak HTTP as it should. Check <apiUrl>." + NOTHING_CHANGED)
                    .hasStackTraceContaining("****");
        }
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aCertificateOfAnUnknownAuthority(CreatePushActionMojo goal, @TempDir Path folder) throws Exception {
        try (FakeBuddy secure = FakeBuddy.startTls(PrivateCertificate.in(folder).context())) {
            apiUrl(goal, secure.apiUrl());

            assertFails(goal)
                    .hasMessage(ATTEMPT + "the certificate of " + secure.apiUrl() + " comes from an authority that this"
                            + " Java does not trust. Import the authority's certificate into a trust store and name it"
                            + " with -Djavax.net.ssl.trustStore=FILE in MAVEN_OPTS." + NOTHING_CHANGED);
            assertThat(secure.requests()).isEmpty();
        }
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aServerThatDoesNotSpeakTls(CreatePushActionMojo goal) throws Exception {
        try (OneAnswer server = OneAnswer.unasked("HTTP/1.1 400 Bad Request")) {
            String url = "https://127.0.0.1:" + server.port();
            apiUrl(goal, url);

            assertFails(goal)
                    .hasMessage(ATTEMPT + "what answers at " + url + " does not speak TLS. Check the port in <apiUrl>."
                            + NOTHING_CHANGED);
        }
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "requestTimeout", value = "25")
    void aServerThatDoesNotAnswerTheTlsHandshake(CreatePushActionMojo goal) throws Exception {
        String url = buddy.apiUrl().replace("http:", "https:");
        apiUrl(goal, url);

        assertFails(goal)
                .hasMessage(ATTEMPT + "the TLS handshake with " + url + " was not answered within"
                        + " <connectTimeout>1</connectTimeout> seconds. Check that the port in <apiUrl> is one for https."
                        + NOTHING_CHANGED);
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aRedirectIsShownAndNotFollowed(CreatePushActionMojo goal) {
        buddy.inject(Fault.answer(302, "", "")
                .header("Location", "https://evil.example.com/?" + FakeBuddy.TOKEN)
                .on("POST"));

        assertFails(goal)
                .hasMessageStartingWith(ATTEMPT + buddy.apiUrl() + " answered HTTP 302, a redirect to"
                        + " https://evil.example.com/?****, which is not followed, since the token is for this address"
                        + " alone. Check that <apiUrl>");
        assertThat(writes()).hasSize(1);
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "requestTimeout", value = "25")
    void anInterruptedBuildEndsAtOnce(CreatePushActionMojo goal) {
        Thread build = Thread.currentThread();
        buddy.inject(Fault.neverAnswer().on("POST").always());
        CompletableFuture<Void> cancelled = CompletableFuture.runAsync(() -> {
            while (writes().isEmpty()) {
                Thread.onSpinWait();
            }
            build.interrupt();
        });

        assertFails(goal).hasMessage(ATTEMPT + "the build was interrupted." + MAY_EXIST);
        assertThat(Thread.interrupted()).as("Maven hears of it too").isTrue();
        cancelled.join();
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aProxyThatIsNotThere(CreatePushActionMojo goal) throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        useProxy(goal, port);

        assertFails(goal)
                .hasMessage(ATTEMPT + "no connection to the <proxy> 'corporate' of settings.xml (127.0.0.1:" + port
                        + "). Check its host and port there, or add the host of https://api.buddy.works to its"
                        + " <nonProxyHosts>." + NOTHING_CHANGED);
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aProxyThatWantsAnotherLogin(CreatePushActionMojo goal) throws Exception {
        try (OneAnswer proxy = OneAnswer.with(
                "HTTP/1.1 407 No", "Proxy-Authenticate: Basic realm=x", "Connection: close", "Content-Length: 0")) {
            useProxy(goal, proxy.port());

            assertThat(failure(goal))
                    .isInstanceOf(MojoFailureException.class)
                    .hasMessage(ATTEMPT + "the <proxy> 'corporate' of settings.xml (127.0.0.1:" + proxy.port()
                            + ") wants another login. Check its <username> and <password> there." + NOTHING_CHANGED);
        }
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aProxyThatDoesNotLetTheRequestThrough(CreatePushActionMojo goal) throws Exception {
        try (OneAnswer proxy = OneAnswer.with("HTTP/1.1 403 No", "Content-Length: 0")) {
            useProxy(goal, proxy.port());

            assertFails(goal)
                    .hasMessage(ATTEMPT + "the <proxy> 'corporate' of settings.xml (127.0.0.1:" + proxy.port()
                            + ") did not connect to https://api.buddy.works. Ask who runs it to let this through, or add"
                            + " the host to its <nonProxyHosts>." + NOTHING_CHANGED)
                    .hasStackTraceContaining("the proxy answered HTTP 403");
            assertThat(proxy.received())
                    .startsWith("CONNECT api.buddy.works:443 HTTP/1.1")
                    .doesNotContain(FakeBuddy.TOKEN);
        }
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aProxyThatHangsUp(CreatePushActionMojo goal) throws Exception {
        try (OneAnswer proxy = OneAnswer.with("")) {
            useProxy(goal, proxy.port());

            assertFails(goal)
                    .hasMessageStartingWith(ATTEMPT + "the <proxy> 'corporate' of settings.xml (127.0.0.1:"
                            + proxy.port() + ") did not connect to https://api.buddy.works.");
        }
    }

    @Test
    @InjectMojo(goal = GOAL)
    void eachProtocolHasItsOwnProxyLogin(CreatePushActionMojo goal) throws Exception {
        Proxy other = new Proxy();
        other.setId("of-http");
        other.setProtocol("http");
        other.setHost("127.0.0.1");
        other.setUsername("other");
        other.setPassword("other");
        try (OneAnswer proxy = OneAnswer.with("HTTP/1.1 403 No", "Content-Length: 0")) {
            other.setPort(proxy.port());
            request.addProxy(other);
            useProxy(goal, proxy.port());

            assertFails(goal).hasMessageContaining("the <proxy> 'corporate' of settings.xml");
        }
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aProxyThatIsNoAddress(CreatePushActionMojo goal) throws Exception {
        useProxy(goal, 99999);

        assertThat(failure(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(
                        "The <proxy> 'corporate' of settings.xml, 127.0.0.1:99999, is not a host and a port from 1 to"
                                + " 65535: correct its <host> and <port>.");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void endlessHeaders(CreatePushActionMojo goal) throws Exception {
        String[] head = new String[5000];
        Arrays.fill(head, "X: y");
        head[0] = "HTTP/1.1 200 OK";
        try (OneAnswer server = OneAnswer.with(head)) {
            apiUrl(goal, server.url());

            assertFails(goal).hasMessageContaining("does not speak HTTP as it should");
        }
    }

    @Test
    void aConnectionThatTheServerClosedMeanwhileIsNotUsedAgain() throws Exception {
        try (OneAnswer server = OneAnswer.with("HTTP/1.1 200 OK", "Content-Length: 0")) {
            assertThat(statusesOfTwoRequests(server)).containsExactly(200, 200);
        }
    }

    @Test
    void anAnswerThatCameTwiceIsNotTakenForTheNext() throws Exception {
        try (OneAnswer server = OneAnswer.keepingOn(
                "HTTP/1.1 200 OK", "Content-Length: 0", "", "HTTP/1.1 500 Late", "Content-Length: 0")) {
            assertThat(statusesOfTwoRequests(server)).containsExactly(200, 200);
        }
    }

    private static List<Integer> statusesOfTwoRequests(OneAnswer server) throws Exception {
        try (Transport connector = connector()) {
            return List.of(
                    connector.send(get(server.url())).status(),
                    connector.send(get(server.url())).status());
        }
    }

    private static Transport connector() {
        Timeouts limits = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5));
        return new ApacheTransport(limits, Optional.empty());
    }

    private static Request get(String url) {
        return new Request("GET", URI.create(url), Secret.of("t0ken"), Map.of(), Optional.empty());
    }

    /** The goal is for https://api.buddy.works now, to which nothing can get but through this proxy. */
    private void useProxy(CreatePushActionMojo goal, int port) throws IllegalAccessException {
        apiUrl(goal, "https://api.buddy.works");
        Proxy proxy = new Proxy();
        proxy.setId("corporate");
        proxy.setProtocol("https");
        proxy.setHost("127.0.0.1");
        proxy.setPort(port);
        proxy.setUsername("jane");
        proxy.setPassword("pr0xy-s3cret");
        request.addProxy(proxy);
        repositories.setProxySelector(new DefaultProxySelector()
                .add(
                        new org.eclipse.aether.repository.Proxy(
                                "https",
                                "127.0.0.1",
                                port,
                                new AuthenticationBuilder().addUsername("jane").build()),
                        ""));
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertFails(CreatePushActionMojo goal) {
        return assertThat(failure(goal))
                .isInstanceOf(MojoExecutionException.class)
                .hasCauseInstanceOf(Exception.class);
    }

    private Throwable failure(CreatePushActionMojo goal) {
        Throwable failure = catchThrowable(() -> execute(goal));
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(String.valueOf(cause.getMessage())).doesNotContain(FakeBuddy.TOKEN, "pr0xy-s3cret");
        }
        return failure;
    }
}
