package io.github.buddymaven.secret;

import org.jspecify.annotations.Nullable;

/**
 * A copy of an exception with its messages redacted: a library quotes the line of a response that it could not read, and
 * {@code mvn -e} prints the message of every cause.
 */
final class RedactedThrowable extends Exception {
    private static final long serialVersionUID = 1L;

    /** Causes nest a few levels deep; more than this is a loop. */
    private static final int DEEPEST = 16;

    private final String type;

    private RedactedThrowable(String type, @Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
        this.type = type;
    }

    static Throwable of(Throwable original, Redactor redactor) {
        return of(original, redactor, DEEPEST);
    }

    private static Throwable of(Throwable original, Redactor redactor, int depth) {
        String message = original.getMessage();
        Throwable cause = original.getCause();
        RedactedThrowable redacted = new RedactedThrowable(
                original.getClass().getName(),
                message == null ? null : redact(message, redactor),
                cause == null || depth == 0 ? null : of(cause, redactor, depth - 1));
        redacted.setStackTrace(original.getStackTrace());
        return redacted;
    }

    private static String redact(String message, Redactor redactor) {
        return redactor.holdsShortSecret(message) ? Redactor.NOT_SHOWN : redactor.redact(message);
    }

    /** Is printed in stack traces, where the type of the original helps. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        String message = getMessage();
        return message == null ? type : type + ": " + message;
    }
}
