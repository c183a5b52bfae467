package io.github.buddymaven.api;

import java.util.List;
import java.util.Optional;

/** An answer came that says neither what was done nor what to change: a redirect, a 5xx, a success without an action. */
public final class UnusableAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String looksLike;
    private final List<String> messages;
    private final Optional<String> location;

    UnusableAnswer(Answer answer) {
        super("HTTP " + answer.status() + ", " + answer.looksLike());
        this.status = answer.status();
        this.looksLike = answer.looksLike();
        this.messages = answer.messages();
        this.location = answer.location();
    }

    public int status() {
        return status;
    }

    /** What the answer is, in a few words. */
    public String looksLike() {
        return looksLike;
    }

    /** What the other side said, where that can be read. */
    public List<String> messages() {
        return messages;
    }

    /** Where a redirect points. */
    public Optional<String> location() {
        return location;
    }
}
