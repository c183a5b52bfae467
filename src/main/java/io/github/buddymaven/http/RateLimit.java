package io.github.buddymaven.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads from a response whether the limit for requests is reached, and when it ends.
 *
 * <p>Source: buddy.works/docs/api, "Rate limits", for the header {@code X-Rate-Limit-Reset}; {@code Retry-After} is not
 * documented, and a public client has seen the limit as a 403.
 */
public final class RateLimit {
    /** Limits last minutes to an hour; a time further off is a mistake. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** More digits are beyond the range of dates. */
    private static final int MAX_DIGITS = 15;

    private RateLimit() {}

    /** Returns whether the server refused only because of the limit, so that the request may be sent again. */
    public static boolean isReached(Response response) {
        return response.status() == 429
                || (response.status() == 403
                        && new String(response.body(), UTF_8)
                                .toLowerCase(Locale.ROOT)
                                .contains("rate limit"));
    }

    /** Returns when the limit ends; empty if the response does not say, or says what makes no sense. */
    public static Optional<Instant> end(Response response, Instant now) {
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

    private static Optional<Long> number(String value) {
        boolean isNumber = !value.isEmpty()
                && value.length() <= MAX_DIGITS
                && value.chars().allMatch(character -> character >= '0' && character <= '9');
        return isNumber ? Optional.of(Long.valueOf(value)) : Optional.empty();
    }
}
