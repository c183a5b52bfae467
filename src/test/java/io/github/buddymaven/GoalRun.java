package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.fakebuddy.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.exception.DefaultExceptionHandler;

/**
 * One run of a goal, as its user and Buddy see it.
 *
 * @param log what the user reads, each line with its level first
 * @param failure what ended the build
 * @param requests what the fake Buddy got
 * @param properties the project's properties afterwards
 */
public record GoalRun(
        List<String> log, Optional<Exception> failure, List<RecordedRequest> requests, Map<String, String> properties) {
    public GoalRun {
        log = List.copyOf(log);
        requests = List.copyOf(requests);
        properties = Map.copyOf(properties);
    }

    /** The message of the failure, as Maven prints it; empty if there is none. */
    public String message() {
        return failure.map(GoalRun::printed).orElse("");
    }

    /** The message of a failure as Maven prints it: with what its causes say beyond it. */
    static String printed(Throwable failure) {
        return new DefaultExceptionHandler().handleException(failure).getMessage();
    }

    /** All that a person may read of it: the log, and the failure with its causes. */
    public String text() {
        StringBuilder text = new StringBuilder(String.join("\n", log));
        for (Throwable cause = failure.orElse(null); cause != null; cause = cause.getCause()) {
            text.append('\n').append(cause);
        }
        return text.toString();
    }

    /** The requests that were to change something. */
    public List<RecordedRequest> writes() {
        return requests.stream().filter(sent -> !sent.method().equals("GET")).toList();
    }

    /** The one request that was to change something. */
    public RecordedRequest sent() {
        assertThat(writes()).as(this::text).hasSize(1);
        return writes().get(0);
    }
}
