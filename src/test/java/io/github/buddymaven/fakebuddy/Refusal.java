package io.github.buddymaven.fakebuddy;

import java.util.List;

/** Ends the processing of a request anywhere with the answer that says why. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    Refusal(int status, String message) {
        this(status, List.of(message));
    }

    Refusal(int status, List<String> messages) {
        super(String.join(" ", messages));
        this.answer = Answer.errors(status, messages);
    }

    Answer answer() {
        return answer;
    }
}
