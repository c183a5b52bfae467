package io.github.buddymaven.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.github.buddymaven.BusyHost;
import io.github.buddymaven.OneAnswer;
import io.github.buddymaven.http.TransportException.Kind;
import io.github.buddymaven.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads whatever a server sends, and says what went wrong with a proxy. */
@Timeout(30)
class ApacheTransportTest {
    private static final String TEXT = "{\"name\":\"Push\"} ".repeat(100);
    private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(10));

    private final List<String> acceptedEncodings = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private byte[] body = {};
    private String encoding = "";

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", http -> {
            acceptedEncodings.addAll(http.getRequestHeaders().get("Accept-Encoding"));
            if (!encoding.isEmpty()) {
                http.getResponseHeaders().set("Content-Encoding", encoding);
            }
            http.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            http.getResponseBody().write(body);
            http.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void asksForNoCompression() throws Exception {
        get();

        assertThat(acceptedEncodings).containsExactly("identity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP", " gzip ", "deflate", "raw deflate"})
    void unpacksWhatNobodyAskedFor(String packing) throws Exception {
        body = packed(packing, TEXT.getBytes(UTF_8));
        encoding = packing.replace("raw ", "");

        assertThat(new String(get().body(), UTF_8)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "br"})
    void leavesOtherBodiesAsTheyAre(String other) throws Exception {
        body = TEXT.getBytes(UTF_8);
        encoding = other;

        assertThat(new String(get().body(), UTF_8)).isEqualTo(TEXT);
    }

    @Test
    void readsAnEmptyBodyThatClaimsToBePacked() throws Exception {
        encoding = "gzip";

        assertThat(get().body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void reportsABodyThatIsNotPackedAsItSays(String packing) {
        body = TEXT.getBytes(UTF_8);
        encoding = packing;

        assertThat(failure().kind()).isEqualTo(Kind.ANSWER_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "raw deflate"})
    void reportsAPackedBodyThatIsCutOff(String packing) throws Exception {
        byte[] whole = packed(packing, TEXT.getBytes(UTF_8));
        body = Arrays.copyOf(whole, whole.length / 2);
        encoding = packing.replace("raw ", "");

        assertThat(failure().kind()).isEqualTo(Kind.ANSWER_MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"gzip, 0", "deflate, 0", "gzip, 1", "deflate, 1"})
    void limitsTheSizeAfterUnpacking(String packing, int beyond) throws Exception {
        body = packed(packing, new byte[Response.LARGEST_BODY + beyond]);
        encoding = packing;

        if (beyond == 0) {
            assertThat(get().body()).hasSize(Response.LARGEST_BODY);
        } else {
            assertThat(failure().kind()).isEqualTo(Kind.ANSWER_TOO_LARGE);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Proxy-Authenticate: Basic realm="x"            | true  | PROXY_LOGIN             | ''
                    Proxy-Authenticate: Basic realm="x"            | false | PROXY_LOGIN_MISSING     | ''
                    Proxy-Authenticate: Digest realm="a, b", n=1   | false | PROXY_LOGIN_MISSING     | ''
                    Proxy-Authenticate: Negotiate, Basic realm="x" | false | PROXY_LOGIN_MISSING     | ''
                    Proxy-Authenticate: Negotiate                  | true  | PROXY_LOGIN_UNSUPPORTED | Negotiate
                    Proxy-Authenticate: NTLM                       | false | PROXY_LOGIN_UNSUPPORTED | NTLM
                    Proxy-Authenticate: Negotiate, NTLM            | true  | PROXY_LOGIN_UNSUPPORTED | Negotiate, NTLM
                    Proxy-Authenticate: NTLM TlRM==, Kerberos      | true  | PROXY_LOGIN_UNSUPPORTED | NTLM, Kerberos
                    Proxy-Authenticate: ,                          | false | PROXY_LOGIN_MISSING     | ''
                    X: y                                           | true  | PROXY_LOGIN             | ''
                    X: y                                           | false | PROXY_LOGIN_MISSING     | ''
                    """)
    void tellsWhichLoginAProxyWants(String header, boolean hasLogin, Kind kind, String offered) throws Exception {
        try (OneAnswer proxy = OneAnswer.with("HTTP/1.1 407 No", header, "Connection: close", "Content-Length: 0")) {
            TransportException failure = failureThrough(proxy.port(), hasLogin, "https://buddy.invalid");

            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.offeredSchemes()).isEqualTo(offered);
            assertThat(failure.isSent()).isFalse();
        }
    }

    @Test
    void gathersTheSchemesOfAllHeaders() throws Exception {
        try (OneAnswer proxy = OneAnswer.with(
                "HTTP/1.1 407 No",
                "Proxy-Authenticate: NTLM",
                "Proxy-Authenticate: Negotiate",
                "Connection: close",
                "Content-Length: 0")) {
            assertThat(failureThrough(proxy.port(), true, "https://buddy.invalid")
                            .offeredSchemes())
                    .isEqualTo("NTLM, Negotiate");
        }
    }

    @Test
    void knowsThatAProxyWithoutTunnelDidNotPassOnARequest() throws Exception {
        try (OneAnswer proxy = OneAnswer.with("HTTP/1.1 407 No", "Connection: close", "Content-Length: 0")) {
            TransportException failure = failureThrough(proxy.port(), false, "http://buddy.invalid");

            assertThat(failure.kind()).isEqualTo(Kind.PROXY_LOGIN_MISSING);
            assertThat(failure.isSent()).isFalse();
        }
    }

    @Test
    void tellsASilentProxyFromOneThatCannotBeReached() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                BusyHost busy = BusyHost.start()) {
            assertThat(failureThrough(silent.getLocalPort(), false, "https://buddy.invalid")
                            .kind())
                    .isEqualTo(Kind.PROXY_TIMEOUT);
            assertThat(failureThrough(busy.port(), false, "https://buddy.invalid")
                            .kind())
                    .isEqualTo(Kind.PROXY_UNREACHABLE);
        }
    }

    @Test
    void tellsAServerThatDoesNotShakeHandsBehindAProxy() throws Exception {
        try (OneAnswer proxy = OneAnswer.keepingOn("HTTP/1.1 200 Go on")) {
            assertThat(failureThrough(proxy.port(), false, "https://buddy.invalid")
                            .kind())
                    .isEqualTo(Kind.TLS_TIMEOUT);
        }
    }

    private Response get() throws TransportException {
        return new ApacheTransport(TIMEOUTS, Optional.empty())
                .send(request("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private TransportException failure() {
        return catchThrowableOfType(TransportException.class, this::get);
    }

    private static TransportException failureThrough(int port, boolean hasLogin, String url) {
        Optional<Proxy.Login> login =
                hasLogin ? Optional.of(new Proxy.Login("jane", Secret.of("pr0xy-s3cret"))) : Optional.empty();
        Proxy proxy = new Proxy("corporate", "127.0.0.1", port, login);
        Transport transport = new ApacheTransport(TIMEOUTS, Optional.of(proxy));
        return catchThrowableOfType(TransportException.class, () -> transport.send(request(url)));
    }

    private static Request request(String url) {
        return new Request("GET", URI.create(url), Secret.of("t0ken"), Map.of(), Optional.empty());
    }

    private static byte[] packed(String packing, byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = packing.contains("deflate")
                ? new DeflaterOutputStream(
                        packed, new Deflater(Deflater.DEFAULT_COMPRESSION, packing.startsWith("raw")))
                : new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
