package io.github.buddymaven.secret;

import org.jspecify.annotations.Nullable;

/**
 * A copy of an exception with its messages redacted: a library quotes the line of a response that it could not read, and
 * {@code mvn -e} prints the message of every cause.
 */
final class RedactedThrowable extends Exception {
    private static final long serialVersionUID = 1L;

    /** Causes nest a few levels deep; more than this is a loop. */
    private static final int MAX_DEPTH = 16;

    private final String type;

    private RedactedThrowable(String type, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.type = type;
    }

    static Throwable of(Throwable original, Redactor redactor) {
        return of(original, redactor, MAX_DEPTH);
    }

    /** Returns a copy with another message, and without causes. */
    static Throwable withMessage(String message, Throwable original) {
        return copy(original, message, null);
    }

    private static Throwable of(Throwable original, Redactor redactor, int depth) {
        Throwable cause = original.getCause();
        return copy(
                original,
                redact(messageOf(original), redactor),
                cause == null || depth == 0 ? null : of(cause, redactor, depth - 1));
    }

    private static Throwable copy(Throwable original, String message, @Nullable Throwable cause) {
        RedactedThrowable copy = new RedactedThrowable(original.getClass().getName(), message, cause);
        copy.setStackTrace(original.getStackTrace());
        return copy;
    }

    /** Maven prints the name of the class if there is no message, and that of this one would tell nothing. */
    private static String messageOf(Throwable original) {
        String message = original.getMessage();
        return message == null || message.isEmpty() ? original.getClass().getSimpleName() : message;
    }

    private static String redact(String message, Redactor redactor) {
        return redactor.containsShortSecret(message) ? Redactor.NOT_SHOWN : redactor.redact(message);
    }

    /** Is printed in stack traces, where the type of the original helps. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return type + ": " + getMessage();
    }
}
