package io.github.buddymaven.http;

import java.io.IOException;

/** The answer went on after the most that is read of one. */
final class AnswerTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    AnswerTooLargeException(int most) {
        super("more than " + most + " bytes");
    }
}
