package io.github.buddymaven.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.buddymaven.check.Problems;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the request goes: every name one part of the path, every unsafe address refused. */
class PipelineTest {
    private static final String API = "https://api.buddy.works";

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
    void aNameIsOnePartOfThePath(String name, String encoded) {
        assertThat(pipeline(API, name, name, "2").actions())
                .hasToString(API + "/workspaces/" + encoded + "/projects/" + encoded + "/pipelines/2/actions");
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
    void theUrlKeepsItsPath(String apiUrl, String base) {
        assertThat(pipeline(apiUrl, "w", "p", "2").actions())
                .hasToString(base + "/workspaces/w/projects/p/pipelines/2/actions");
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
    void anybodyCouldReadTheTokenWithoutTls(String apiUrl) {
        assertThat(refusal(apiUrl, "w", "p", "2"))
                .endsWith(
                        "<apiUrl>" + apiUrl + "</apiUrl> must start with https://, so that nobody can read the token on"
                                + " its way; http:// is allowed to this machine alone (localhost, 127.0.0.1, [::1]).");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"api.buddy.works", "/api", "https:///api", "https://", "https://a b", "https://h:99999", "x:y"})
    void anAddressIsAbsolute(String apiUrl) {
        assertThat(refusal(apiUrl, "w", "p", "2"))
                .startsWith(
                        "The configuration has a problem, and nothing was sent: <apiUrl>" + apiUrl + "</apiUrl> is not")
                .endsWith("such as https://api.buddy.works.");
    }

    @ParameterizedTest
    @CsvSource({
        "https://s3cret@buddy.example.com,      https://****@buddy.example.com",
        "https://user:s3cret@buddy.example.com, https://****@buddy.example.com",
        "//s3cret@buddy.example.com,            //****@buddy.example.com",
    })
    void aUserBeforeTheHostIsRefusedAndNotShown(String apiUrl, String shown) {
        assertThat(refusal(apiUrl, "w", "p", "2"))
                .endsWith("<apiUrl>" + shown
                        + "</apiUrl> holds a user name or a token: remove it; the token belongs into settings.xml.");
    }

    @ParameterizedTest
    @CsvSource({
        "https://buddy.example.com?access_token=s3cret, https://buddy.example.com?****",
        "https://buddy.example.com/api#s3cret,          https://buddy.example.com/api#****",
    })
    void aQueryIsRefusedAndNotShown(String apiUrl, String shown) {
        assertThat(refusal(apiUrl, "w", "p", "2"))
                .endsWith(
                        "<apiUrl>" + shown
                                + "</apiUrl> has a query or a fragment: write the base URL alone, such as https://api.buddy.works.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "-1", "99999999999", "2.0", "", "0x2"})
    void aPipelineHasAPositiveNumber(String id) {
        assertThat(refusal(API, "w", "p", id))
                .endsWith("<pipelineId>" + id + "</pipelineId> must be a whole number from 1 to 2147483647: write the"
                        + " number from the pipeline's address in Buddy (…/pipelines/pipeline/NUMBER),"
                        + " <pipelineId>NUMBER</pipelineId> or -Dbuddy.pipelineId=NUMBER.");
    }

    @Test
    void whatIsMissingIsReportedTogether() {
        assertThat(refusal(API, null, null, null))
                .startsWith("The configuration has 3 problems, and nothing was sent:\n  - <workspace> is missing: ")
                .contains("\n  - <projectName> is missing: ", "\n  - <pipelineId> is missing: ");
    }

    private static Pipeline pipeline(String apiUrl, String workspace, String project, String id) {
        Problems none = new Problems(false);
        return PipelineRef.check(Project.check(apiUrl, workspace, project, none), id, null, none)
                .map(Pipeline.class::cast)
                .orElseThrow();
    }

    private static String refusal(
            String apiUrl, @Nullable String workspace, @Nullable String project, @Nullable String id) {
        Problems problems = new Problems(false);
        assertThat(PipelineRef.check(Project.check(apiUrl, workspace, project, problems), id, null, problems))
                .isEmpty();
        return String.valueOf(catchThrowable(problems::refuse).getMessage());
    }
}
