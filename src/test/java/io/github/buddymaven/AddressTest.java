package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** To which address a request goes: each name is one part of the path, and every unsafe address is refused. */
class AddressTest extends AbstractMojoTest {
    /** A dry run shows the address and sends nothing, so any host will do. */
    @BeforeEach
    void sendNothing() {
        request.setOffline(true);
        defaults.put("dryRun", "true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    company-website | company-website
                    my project      | my%20project
                    a/b             | a%2Fb
                    100%            | 100%25
                    what?           | what%3F
                    c#              | c%23
                    "quoted"'       | %22quoted%22%27
                    ..              | %2E%2E
                    .               | %2E
                    v1.2..          | v1.2..
                    a+b&c=d;e:f@g   | a%2Bb%26c%3Dd%3Be%3Af%40g
                    grün            | gr%C3%BCn
                    🚀              | %F0%9F%9A%80
                    %2F             | %252F
                    """)
    void encodesANameAsOnePartOfThePath(String name, String encoded) throws Exception {
        defaults.put("workspace", name);
        defaults.put("projectName", name);

        create();

        assertThat(log.text())
                .contains("POST " + buddy.apiUrl() + "/workspaces/" + encoded + "/projects/" + encoded
                        + "/pipelines/2/actions\n");
    }

    @ParameterizedTest
    @CsvSource({
        "https://buddy.example.com/api,   https://buddy.example.com/api",
        "https://buddy.example.com/api/,  https://buddy.example.com/api",
        "https://buddy.example.com//,     https://buddy.example.com",
        "https://buddy.example.com/a%20b, https://buddy.example.com/a%20b",
        "https://buddy.example.com:8443,  https://buddy.example.com:8443",
        "HTTPS://buddy.example.com,       HTTPS://buddy.example.com",
        "http://localhost:8080,           http://localhost:8080",
        "http://127.0.0.1:1/x,            http://127.0.0.1:1/x",
        "http://127.9.8.7,                http://127.9.8.7",
        "http://[::1]:8080,               http://[::1]:8080",
    })
    void keepsThePathOfTheApiUrl(String apiUrl, String base) throws Exception {
        create("<apiUrl>" + apiUrl + "</apiUrl>");

        assertThat(log.text()).contains("POST " + base + PIPELINE + "/actions\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.buddy.works",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "http://[2001:db8::1]",
                "ftp://localhost"
            })
    void refusesAnAddressWithoutTls(String apiUrl) {
        assertThat(refusal(apiUrl)).contains("<apiUrl>" + apiUrl + "</apiUrl>", "https://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"api.buddy.works", "/api", "https:///api", "https://", "https://a b", "https://h:99999", "x:y"})
    void refusesAnAddressThatIsNotAbsolute(String apiUrl) {
        assertThat(refusal(apiUrl)).contains("<apiUrl>" + apiUrl + "</apiUrl>", "https://api.buddy.works");
    }

    @ParameterizedTest
    @CsvSource({
        "https://s3cret@buddy.example.com,      https://****@buddy.example.com",
        "https://user:s3cret@buddy.example.com, https://****@buddy.example.com",
        "//s3cret@buddy.example.com,            //****@buddy.example.com",
        "https://buddy.example.com?access_token=s3cret, https://buddy.example.com?****",
        "https://buddy.example.com/api#s3cret,          https://buddy.example.com/api#****",
    })
    void refusesAnAddressWithASecretAndMasksIt(String apiUrl, String shown) {
        assertThat(refusal(apiUrl)).contains("<apiUrl>" + shown + "</apiUrl>").doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "https://buddy_ci.example.com,  _, host",
        "https://ci.buddy_x.local:8443, _, host",
        "https://büro.example.com,      ü, xn--bro-hoa.example.com",
        "https://例え.jp/api,            例, xn--r8jz45g.jp",
        "https://straße.example.com,    ß, Write the host in ASCII.",
        "https://bü_ro.example.com,     ü, Write the host in ASCII.",
        "https://buddy\u2010ci.example.com, \u2010, host",
    })
    void namesTheCharacterThatNoHostHas(String apiUrl, String character, String remedy) {
        assertThat(refusal(apiUrl)).contains("<apiUrl>" + apiUrl + "</apiUrl>", "'" + character + "'", remedy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "٢", "２", "-1", "99999999999", "2.0", "0x2"})
    void refusesAPipelineIdThatIsNotAPositiveNumber(String id) {
        assertThat(failure("<pipelineId>" + id + "</pipelineId>"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("<pipelineId>" + id + "</pipelineId>", "whole number", "2147483647");
    }

    @Test
    void reportsAllMissingPartsTogether() {
        defaults.keySet().removeAll(List.of("workspace", "projectName", "pipelineId"));

        assertThat(failure())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("3 problems", "<workspace>", "<projectName>", "<pipelineId>", "missing");
    }

    private String refusal(String apiUrl) {
        Throwable failure = failure("<apiUrl>" + apiUrl.replace("&", "&amp;") + "</apiUrl>");
        assertThat(failure).isInstanceOf(MojoFailureException.class);
        return String.valueOf(failure.getMessage());
    }
}
