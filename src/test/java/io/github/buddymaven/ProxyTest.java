package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.fakebuddy.FakeBuddy;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Proxy;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Goes through the proxy that Maven itself would take, and says what to do if that fails. */
@Timeout(30)
class ProxyTest extends AbstractMojoTest {
    private static final String SECRET = "pr0xy-s3cret";

    private final DefaultProxySelector selector = new DefaultProxySelector();

    @BeforeEach
    void beImpatient() {
        userProperty("buddy.connectTimeout", "1");
        userProperty("buddy.requestTimeout", "5");
        repositories.setProxySelector(selector);
    }

    @Test
    void namesTheProxyThatIsNotThere() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        addProxy(proxy("corporate", "https", port));

        assertThat(failureOfBuddysOwnAddress())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContainingAll(
                        "'corporate'", "127.0.0.1:" + port, "https://api.buddy.works", "<nonProxyHosts>");
    }

    @Test
    void namesTheLoginThatTheProxyRejects() throws Exception {
        try (OneAnswer proxy = OneAnswer.with(
                "HTTP/1.1 407 No", "Proxy-Authenticate: Basic realm=x", "Connection: close", "Content-Length: 0")) {
            addProxy(proxy("corporate", "https", proxy.port()));

            assertThat(failureOfBuddysOwnAddress())
                    .isInstanceOf(MojoFailureException.class)
                    .hasMessageContainingAll("'corporate'", "127.0.0.1:" + proxy.port(), "<username>", "<password>");
        }
    }

    @Test
    void saysThatTheProxyDoesNotLetTheRequestThroughAndKeepsTheTokenFromIt() throws Exception {
        try (OneAnswer proxy = OneAnswer.with("HTTP/1.1 403 No", "Content-Length: 0")) {
            addProxy(proxy("corporate", "https", proxy.port()));

            assertThat(failureOfBuddysOwnAddress())
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessageContainingAll("'corporate'", "https://api.buddy.works", "<nonProxyHosts>")
                    .hasStackTraceContaining("403");
            assertThat(proxy.received())
                    .startsWith("CONNECT api.buddy.works:443 HTTP/1.1")
                    .doesNotContain(FakeBuddy.TOKEN);
        }
    }

    @Test
    void namesTheProxyThatHangsUp() throws Exception {
        try (OneAnswer proxy = OneAnswer.with("")) {
            addProxy(proxy("corporate", "https", proxy.port()));

            assertThat(failureOfBuddysOwnAddress())
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessageContainingAll("'corporate'", "127.0.0.1:" + proxy.port(), "https://api.buddy.works");
        }
    }

    @Test
    void takesTheLoginOfTheProxyOfItsProtocol() throws Exception {
        try (OneAnswer server = OneAnswer.with("HTTP/1.1 403 No", "Content-Length: 0")) {
            addProxy(proxy("of-http", "http", server.port()));
            addProxy(proxy("corporate", "https", server.port()));

            assertThat(failureOfBuddysOwnAddress()).hasMessageContaining("'corporate'");
        }
    }

    @Test
    void takesNoLoginOfAProxyThatIsNotActive() throws Exception {
        try (OneAnswer server = OneAnswer.with("HTTP/1.1 403 No", "Content-Length: 0")) {
            Proxy old = proxy("old", "https", server.port());
            old.setActive(false);
            addProxy(old);
            addProxy(proxy("corporate", "https", server.port()));

            assertThat(failureOfBuddysOwnAddress()).hasMessageContaining("'corporate'");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {99999, 0, -1})
    void refusesAProxyWithoutAPort(int port) {
        addProxy(proxy("corporate", "https", port));

        assertThat(failureOfBuddysOwnAddress())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("'corporate'", "127.0.0.1:" + port, "<port>");
    }

    @ParameterizedTest
    @CsvSource({
        "http,  '',              true",
        "http,  example.com,     true",
        "https, '',              false",
        "http,  127.0.0.1,       false",
        "http,  x.com|127.0.0.*, false",
    })
    void takesTheProxyOfTheProtocolUnlessTheHostIsExcluded(String protocol, String nonProxyHosts, boolean taken)
            throws Exception {
        try (OneAnswer server = OneAnswer.with("HTTP/1.1 400 No", "Content-Length: 0")) {
            Proxy proxy = proxy("corporate", protocol, server.port());
            proxy.setNonProxyHosts(nonProxyHosts);
            addProxy(proxy);

            if (taken) {
                assertThat(failure()).hasMessageContaining("400");
                assertThat(server.received()).contains("GET " + buddy.apiUrl() + PIPELINE + "/actions HTTP/1.1");
                assertThat(buddy.requests()).isEmpty();
            } else {
                create();
                assertThat(server.received()).isEmpty();
                assertOutcome("created");
            }
        }
    }

    /** Without TLS the token must not leave this machine, not even for a proxy. */
    @Test
    void takesNoProxyElsewhereForAnAddressWithoutTls() throws Exception {
        Proxy proxy = proxy("corporate", "http", 3128);
        proxy.setHost("proxy.invalid");
        addProxy(proxy);

        create();

        assertOutcome("created");
    }

    @Test
    void takesNoProxyThatIsNotActive() throws Exception {
        try (OneAnswer server = OneAnswer.with("HTTP/1.1 400 No", "Content-Length: 0")) {
            Proxy proxy = proxy("old", "http", server.port());
            proxy.setActive(false);
            addProxy(proxy);

            create();

            assertThat(server.received()).isEmpty();
        }
    }

    /** Returns the failure of a run whose address can be reached only through a proxy. */
    private Throwable failureOfBuddysOwnAddress() {
        Throwable failure = failure("<apiUrl>https://api.buddy.works</apiUrl>");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(String.valueOf(cause.getMessage())).doesNotContain(FakeBuddy.TOKEN, SECRET);
        }
        return failure;
    }

    /** Adds a proxy to settings.xml and, if it is active, to Maven's selector, as Maven does. */
    private void addProxy(Proxy proxy) {
        request.addProxy(proxy);
        if (proxy.isActive()) {
            selector.add(
                    new org.eclipse.aether.repository.Proxy(
                            proxy.getProtocol(),
                            proxy.getHost(),
                            proxy.getPort(),
                            new AuthenticationBuilder()
                                    .addUsername(proxy.getUsername())
                                    .build()),
                    proxy.getNonProxyHosts());
        }
    }

    private static Proxy proxy(String id, String protocol, int port) {
        Proxy proxy = new Proxy();
        proxy.setId(id);
        proxy.setProtocol(protocol);
        proxy.setHost("127.0.0.1");
        proxy.setPort(port);
        proxy.setUsername("jane");
        proxy.setPassword(SECRET);
        return proxy;
    }
}
