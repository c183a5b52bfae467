package io.github.buddymaven.api;

import java.util.List;
import java.util.Optional;

/** An answer came that says neither what was done nor what to change: a redirect, a 5xx, a success without an action. */
public final class UnusableAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String looksLike;
    private final transient List<String> messages;
    private final transient Optional<String> location;
    private final boolean gateway;
    private final boolean success;
    private final boolean writes;

    /** @param writes whether the request was to change something */
    UnusableAnswer(Answer answer, boolean writes) {
        super("HTTP " + answer.status());
        this.status = answer.status();
        this.looksLike = answer.looksLike();
        this.messages = answer.messages();
        this.location = answer.location();
        this.gateway = answer.isOfAGateway();
        this.success = answer.isSuccess();
        this.writes = writes;
    }

    public int status() {
        return status;
    }

    /** Whether something may have changed by now. */
    public boolean mayHaveChanged() {
        return writes;
    }

    /** Whether something between here and Buddy answered in its place, so that Buddy's own answer is lost. */
    public boolean isOfAGateway() {
        return gateway;
    }

    /** Whether the request was done, as far as the status tells. */
    public boolean isSuccess() {
        return success;
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
