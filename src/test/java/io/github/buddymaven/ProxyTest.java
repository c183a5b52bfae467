package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.fakebuddy.FakeBuddy;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.io.xpp3.SettingsXpp3Reader;
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

    /** The system takes connections for a server that never asks for them. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysThatTheProxyWasReachedIfItDoesNotAnswer(boolean hasLogin) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Proxy proxy = proxy("corporate", "https", silent.getLocalPort());
            proxy.setUsername(hasLogin ? "jane" : null);
            addProxy(proxy);
            environment("HTTPS_PROXY", "http://proxy.example.com:3128");

            assertThat(failureOfBuddysOwnAddress())
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessageContainingAll(
                            "'corporate'",
                            "127.0.0.1:" + silent.getLocalPort(),
                            "took the connection, but did not answer",
                            "<connectTimeout>1</connectTimeout>",
                            "<nonProxyHosts>")
                    .hasMessageNotContainingAny("No connection", "HTTPS_PROXY");
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
    void takesTheProxyOfTheManual() throws Exception {
        String shown = Manual.blocks(Manual.page("proxies-and-tls")).stream()
                .map(Manual.Block::text)
                .filter(xml -> xml.contains("<proxies>"))
                .findFirst()
                .orElseThrow();
        Proxy proxy = new SettingsXpp3Reader()
                .read(new StringReader(shown))
                .getProxies()
                .get(0);
        try (OneAnswer server = OneAnswer.with("HTTP/1.1 403 No", "Content-Length: 0")) {
            proxy.setHost("127.0.0.1");
            proxy.setPort(server.port());
            addProxy(proxy);

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
    @CsvSource({
        "HTTPS_PROXY, http://proxy.example.com:3128,         <host>proxy.example.com</host><port>3128</port></proxy>",
        "https_proxy, proxy.example.com:3128,                <host>proxy.example.com</host><port>3128</port></proxy>",
        "HTTPS_PROXY, http://jane:hush-hush@proxy.example.com:3128/, <port>3128</port><username>USER</username><password>PASSWORD</password>",
        "HTTPS_PROXY, http://[::1]:3128,                     <host>[::1]</host><port>3128</port>",
        "HTTPS_PROXY, proxy.example.com,                     <host>proxy.example.com</host><port>PORT</port>",
        "HTTPS_PROXY, http://jane:hu/sh-hush@proxy,          <host>HOST</host><port>PORT</port>",
    })
    void tellsWhereMavenTakesAProxyFromIfTheEnvironmentHasOne(String variable, String value, String lines)
            throws Exception {
        environment(variable, value);

        assertThat(failure("<apiUrl>" + closedAddress() + "</apiUrl>"))
                .hasMessageContainingAll(variable, "<proxies>", "settings.xml", "<protocol>https</protocol>", lines)
                .hasMessageNotContainingAny("hush", "jane");
    }

    @Test
    void tellsWhereMavenTakesAProxyFromIfTheHostIsUnknown() {
        environment("HTTPS_PROXY", "http://proxy.example.com:3128");

        assertThat(failure("<apiUrl>https://buddy.invalid</apiUrl>"))
                .hasMessageContainingAll("HTTPS_PROXY", "<host>proxy.example.com</host><port>3128</port>");
    }

    @Test
    void tellsWhereMavenTakesAProxyFromIfTheJvmHasOne() throws Exception {
        userProperty("https.proxyHost", "proxy.example.com");
        userProperty("https.proxyPort", "8080");

        assertThat(failure("<apiUrl>" + closedAddress() + "</apiUrl>"))
                .hasMessageContainingAll(
                        "-Dhttps.proxyHost", "<host>proxy.example.com</host><port>8080</port>", "settings.xml");
    }

    @Test
    void tellsNothingOfTheEnvironmentIfSettingsHaveAProxyOrNoneIsNeeded() throws Exception {
        environment("HTTPS_PROXY", "http://proxy.example.com:3128");
        assertThat(failure("<apiUrl>" + closedAddress().replace("https", "http") + "</apiUrl>"))
                .hasMessageNotContaining("HTTPS_PROXY");

        Proxy elsewhere = proxy("corporate", "https", 1);
        elsewhere.setNonProxyHosts("127.0.0.1");
        addProxy(elsewhere);
        assertThat(failure("<apiUrl>" + closedAddress() + "</apiUrl>")).hasMessageNotContaining("HTTPS_PROXY");
    }

    @ParameterizedTest
    @CsvSource({
        "Negotiate,                  'only takes logins with Negotiate'",
        "NTLM,                       'only takes logins with NTLM'",
        "'Negotiate, NTLM',          'only takes logins with Negotiate, NTLM'",
        "'NTLM, Basic realm=\"x\"', rejected",
    })
    void saysWhichLoginsTheProxyTakes(String offered, String said) throws Exception {
        try (OneAnswer proxy = OneAnswer.with(
                "HTTP/1.1 407 No", "Proxy-Authenticate: " + offered, "Connection: close", "Content-Length: 0")) {
            addProxy(proxy("corporate", "https", proxy.port()));

            assertThat(failureOfBuddysOwnAddress()).hasMessageContainingAll("'corporate'", said);
        }
    }

    @Test
    void saysThatTheProxyWantsALoginIfNoneIsConfigured() throws Exception {
        try (OneAnswer proxy = OneAnswer.with(
                "HTTP/1.1 407 No", "Proxy-Authenticate: Basic realm=x", "Connection: close", "Content-Length: 0")) {
            Proxy anonymous = proxy("corporate", "https", proxy.port());
            anonymous.setUsername(null);
            anonymous.setPassword(null);
            addProxy(anonymous);

            assertThat(failureOfBuddysOwnAddress())
                    .hasMessageContainingAll("'corporate'", "wants a login", "<username>");
        }
    }

    @ParameterizedTest
    @CsvSource({"${env.PROXY_USER}, x, <username>", "jane, ${env.PROXY_PASSWORD}, <password>", "jane, ${PW}, <password>"
    })
    void namesTheVariableOfTheEnvironmentThatIsNotSet(String user, String password, String element) {
        Proxy proxy = proxy("corporate", "https", 1);
        proxy.setUsername(user);
        proxy.setPassword(password);
        addProxy(proxy);

        assertThat(failureOfBuddysOwnAddress())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("'corporate'", element, "is", "set. Set it.");
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

    private static String closedAddress() throws Exception {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "https://127.0.0.1:" + closed.getLocalPort();
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
