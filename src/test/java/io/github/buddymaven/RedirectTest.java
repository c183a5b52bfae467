package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.fakebuddy.Fault;
import io.github.buddymaven.fakebuddy.PrivateCertificate;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Redirects between Buddy's own addresses, which are reached through a proxy that leads to the fake. */
@Timeout(30)
class RedirectTest extends AbstractMojoTest {
    @TempDir
    private static Path folder;

    private static SSLContext usual;
    private static PrivateCertificate certificate;

    @BeforeAll
    static void trustTheCertificate() throws Exception {
        usual = SSLContext.getDefault();
        certificate = PrivateCertificate.of(
                folder, "api.buddy.works", "api.eu.buddy.works", "api.asia.buddy.works", "buddy.example.com");
        SSLContext.setDefault(certificate.context());
    }

    @AfterAll
    static void trustAsUsual() throws NoSuchAlgorithmException {
        SSLContext.setDefault(usual);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.buddy.works,     https://api.eu.buddy.works/workspaces/w, https://api.eu.buddy.works",
        "https://api.eu.buddy.works/, https://API.asia.buddy.works,            https://api.asia.buddy.works",
    })
    void suggestsTheApiUrlOfTheOtherRegion(String apiUrl, String location, String suggested) throws Exception {
        assertThat(redirected(apiUrl, location))
                .hasMessageContainingAll("HTTP 301", location, "<apiUrl>" + suggested + "</apiUrl>");
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.buddy.works,   https://api.buddy.works.example.com/",
        "https://api.buddy.works,   http://api.eu.buddy.works/",
        "https://api.buddy.works,   https://api.buddy.works/login",
        "https://buddy.example.com, https://api.eu.buddy.works/",
    })
    void suggestsNoAddressIfTheRedirectMayBeATrap(String apiUrl, String location) throws Exception {
        assertThat(redirected(apiUrl, location))
                .hasMessageContainingAll("HTTP 301", location, "<apiUrl>" + apiUrl + "</apiUrl>")
                .hasMessageNotContaining("set <apiUrl>");
    }

    @Test
    void createsTheActionThroughTheProxy() throws Exception {
        try (FakeBuddy secure = FakeBuddy.startTls(certificate.context());
                TunnelProxy proxy = TunnelProxy.to(secure.apiUrl())) {
            secure.pipeline("buddy", "company-website", 2);
            use(proxy);

            create("<apiUrl>https://api.buddy.works</apiUrl>");

            assertOutcome("created");
            assertThat(secure.connections())
                    .as("one connection for the whole goal")
                    .isEqualTo(1);
            assertThat(proxy.targets()).containsExactly("api.buddy.works:443");
        }
    }

    private Throwable redirected(String apiUrl, String location) throws Exception {
        try (FakeBuddy secure = FakeBuddy.startTls(certificate.context());
                TunnelProxy proxy = TunnelProxy.to(secure.apiUrl())) {
            secure.inject(Fault.answer(301, "", "").header("Location", location).always());
            use(proxy);
            return failure("<apiUrl>" + apiUrl + "</apiUrl>");
        }
    }

    private void use(TunnelProxy proxy) {
        repositories.setProxySelector(
                new DefaultProxySelector().add(new Proxy("https", "127.0.0.1", proxy.port()), ""));
    }
}
