package io.github.buddymaven.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.buddymaven.http.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What an answer says of Buddy's limit for requests.
 *
 * <p>Source: buddy.works/docs/api, "Rate limits", for the header {@code X-Rate-Limit-Reset}; {@code Retry-After} is not
 * documented, and a public client has seen the limit as a 403.
 */
final class RateLimit {
    /** Windows are minutes to an hour; what lies further off is no time but a mistake. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final int LONGEST_NUMBER = 15;

    private RateLimit() {}

    /** Whether the request was turned away for the limit alone, and may be sent again. */
    static boolean isReached(Response response) {
        return response.status() == 429
                || (response.status() == 403
                        && new String(response.body(), UTF_8)
                                .toLowerCase(Locale.ROOT)
                                .contains("rate limit"));
    }

    /** When it ends; empty where the answer does not say, or says what makes no sense. */
    static Optional<Instant> end(Response response, Instant now) {
        return response.header("Retry-After")
                .flatMap(value -> retryAfter(value.trim(), now))
                .filter(end -> makesSense(end, now))
                .or(() -> response.header("X-Rate-Limit-Reset")
                        .flatMap(value -> number(value.trim()))
                        .map(Instant::ofEpochSecond)
                        .filter(end -> makesSense(end, now)));
    }

    private static boolean makesSense(Instant end, Instant now) {
        return end.isAfter(now) && end.isBefore(now.plus(LONGEST));
    }

    private static Optional<Instant> retryAfter(String value, Instant now) {
        return number(value).map(now::plusSeconds).or(() -> date(value));
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Ten digits and some: more are out of the range of dates. */
    private static Optional<Long> number(String value) {
        boolean digits = !value.isEmpty()
                && value.length() <= LONGEST_NUMBER
                && value.chars().allMatch(character -> character >= '0' && character <= '9');
        return digits ? Optional.of(Long.valueOf(value)) : Optional.empty();
    }
}
