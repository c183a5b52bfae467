package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.action.PushActionDraft;
import io.github.buddymaven.api.BuddyApi;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.Project;
import io.github.buddymaven.api.UnusableAnswer;
import io.github.buddymaven.check.Problems;
import io.github.buddymaven.converge.IfExists;
import io.github.buddymaven.http.Request;
import io.github.buddymaven.http.Response;
import io.github.buddymaven.http.Timeouts;
import io.github.buddymaven.http.Transport;
import io.github.buddymaven.secret.Redactor;
import io.github.buddymaven.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of addresses that no test can reach: Buddy's own. */
class FailuresTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    https://api.buddy.works     | https://api.eu.buddy.works/workspaces/w | <apiUrl>https://api.eu.buddy.works</apiUrl>
                    https://api.eu.buddy.works/ | https://API.asia.buddy.works            | <apiUrl>https://api.asia.buddy.works</apiUrl>
                    """)
    void aRedirectBetweenBuddysRegionsNamesTheApiUrlToUse(String apiUrl, String location, String suggested) {
        assertThat(redirected(apiUrl, location))
                .contains("a redirect to " + location, "Your workspace is in another region: set " + suggested + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.buddy.works,   https://api.buddy.works.example.com/",
        "https://api.buddy.works,   http://api.eu.buddy.works/",
        "https://api.buddy.works,   https://api.buddy.works/login",
        "https://buddy.example.com, https://api.eu.buddy.works/",
    })
    void noOtherRedirectSuggestsAnAddress(String apiUrl, String location) {
        assertThat(redirected(apiUrl, location))
                .contains("a redirect to " + location, "Check that <apiUrl>")
                .doesNotContain("set <apiUrl>");
    }

    private static String redirected(String apiUrl, String location) {
        Problems problems = new Problems(false);
        Pipeline pipeline =
                new Pipeline(Project.check(apiUrl, "w", "p", problems).orElseThrow(), 1);
        PushAction action =
                new PushActionDraft().text(Field.NAME, "Push").check(problems).orElseThrow();
        Timeouts limits = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1));
        Redactor redactor = Redactor.of(List.of());
        Where where = new Where(pipeline, limits, Duration.ZERO, "buddy");
        Undertaking undertaking = Undertaking.converging("Push", pipeline, IfExists.UPDATE);
        BuddyApi api = new BuddyApi(answering(301, location), Secret.of("t0ken"), redactor, "test");
        UnusableAnswer answer = catchThrowableOfType(UnusableAnswer.class, () -> api.add(pipeline, action));
        return String.valueOf(new Failures(where, undertaking, "", Optional.empty(), redactor)
                .of(answer)
                .getMessage());
    }

    private static Transport answering(int status, String location) {
        return new Transport() {
            @Override
            public Response send(Request request) {
                return new Response(status, Map.of("location", location), new byte[0]);
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
