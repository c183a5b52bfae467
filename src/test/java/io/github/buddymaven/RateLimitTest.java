package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.fakebuddy.Fault;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits as long as Buddy says and the user allows, and never because of nonsense. */
class RateLimitTest extends AbstractMojoTest {
    private static final String MAY_WAIT = "<rateLimitWait>5</rateLimitWait>";
    private static final int LATER = 3600;

    @ParameterizedTest
    @CsvSource({"429, ''", "403, 'Rate limit exceeded.'"})
    void sendsAgainAfterTheLimit(int status, String body) throws Exception {
        buddy.inject(Fault.answer(status, "", body).header("Retry-After", "1").on("POST"));

        create(MAY_WAIT);

        assertThat(waits()).containsExactly("1");
        assertThat(writes()).hasSize(2);
        assertOutcome("created");
    }

    @Test
    void waitsASecondIfTheLimitEndsNow() throws Exception {
        buddy.inject(Fault.answer(429, "", "")
                .header("Retry-After", "0")
                .withoutHeader("X-Rate-Limit-Reset")
                .on("POST"));

        create(MAY_WAIT);

        assertThat(waits()).containsExactly("1");
        assertOutcome("created");
    }

    @ParameterizedTest
    @ValueSource(strings = {"seconds", "date", "reset"})
    void failsAtOnceIfTheLimitLastsLongerThanItMayWait(String form) {
        Instant end = buddy.clock().instant().plusSeconds(LATER).truncatedTo(ChronoUnit.SECONDS);
        Fault limit = Fault.answer(403, "application/json", "{\"errors\":[{\"message\":\"Rate limit exceeded.\"}]}")
                .always();
        buddy.inject(
                switch (form) {
                    case "seconds" -> limit.header("Retry-After", String.valueOf(LATER));
                    case "date" ->
                        limit.header(
                                "Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(end.atZone(ZoneOffset.UTC)));
                    default -> limit.header("X-Rate-Limit-Reset", String.valueOf(end.getEpochSecond()));
                });

        assertThat(failure(MAY_WAIT))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll(
                        "Rate limit exceeded.",
                        "<rateLimitWait>",
                        end.toString().substring(0, 14));
        assertThat(waits()).isEmpty();
    }

    @Test
    void doesNotWaitLongerThanItMayInAll() {
        buddy.inject(Fault.answer(429, "", "").header("Retry-After", "1").always());

        assertThat(failure("<rateLimitWait>1</rateLimitWait>"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("429");
        assertThat(waits()).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1", "99999999999", "99999999999999999999", "1e3", "NaN"})
    void namesNoEndOfTheLimitIfItMakesNoSense(String value) {
        buddy.inject(Fault.answer(429, "", "")
                .header("X-Rate-Limit-Reset", value)
                .header("Retry-After", "-1")
                .on("POST"));

        assertThat(failure().getMessage())
                .contains("429", "<rateLimitWait>")
                .doesNotContainPattern("\\d{4}-\\d\\d-\\d\\d");
    }

    @Test
    void waitsTwiceAsLongTheSecondTimeItHasToGuess() throws Exception {
        buddy.inject(Fault.answer(429, "", "")
                .withoutHeader("X-Rate-Limit-Reset")
                .on("POST")
                .times(2));

        create(MAY_WAIT);

        assertThat(waits()).containsExactly("1", "2");
    }

    @Test
    void doesNotWaitBecauseOfAnotherRefusal() {
        buddy.inject(Fault.answer(403, "", "No.").header("Retry-After", "1").on("POST"));

        assertThat(failure(MAY_WAIT)).hasMessageContainingAll("403", "No.");
        assertThat(waits()).isEmpty();
        assertThat(writes()).hasSize(1);
    }

    /** Returns the seconds of the waits that were printed. */
    private List<String> waits() {
        return log.lines().stream()
                .filter(line -> line.contains("Waiting"))
                .map(line -> line.replaceAll("\\D", ""))
                .toList();
    }
}
