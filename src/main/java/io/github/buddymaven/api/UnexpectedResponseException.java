package io.github.buddymaven.api;

import java.util.List;
import java.util.Optional;

/** A response says neither what was done nor what to change: a redirect, a 5xx, a success without the object that was asked for. */
public final class UnexpectedResponseException extends BuddyException {
    private static final long serialVersionUID = 1L;

    private final transient BuddyResponse response;
    private final String description;
    private final boolean changed;

    UnexpectedResponseException(BuddyResponse response) {
        this(response, response.serverText().description());
    }

    /** @param description what the body is, in a few words */
    UnexpectedResponseException(BuddyResponse response, String description) {
        // 503: the server does not take the request
        this(response, description, !response.isRead() && response.status() != 503);
    }

    private UnexpectedResponseException(BuddyResponse response, String description, boolean changed) {
        super("HTTP " + response.status(), null);
        this.response = response;
        this.description = description;
        this.changed = changed;
    }

    @Override
    public UnexpectedResponseException afterLostResponse() {
        return new UnexpectedResponseException(response, description, true);
    }

    @Override
    public boolean mayHaveChanged() {
        return changed;
    }

    @Override
    public boolean isUserError() {
        return false;
    }

    public int status() {
        return response.status();
    }

    /** Returns whether the server or a gateway failed, so that the user has nothing to change. */
    public boolean isServerError() {
        return status() >= 500 || isTimeout();
    }

    /** Returns whether the server or a gateway timed out; the request may still be carried out. */
    public boolean isTimeout() {
        return response.isTimeout();
    }

    /** Returns whether the request was done, as far as the status tells. */
    public boolean isSuccess() {
        return response.isSuccess();
    }

    /** Returns what the body is, in a few words. */
    public String bodyDescription() {
        return description;
    }

    /** Returns what the server said, if that can be read. */
    public List<String> messages() {
        return response.serverText().messages();
    }

    /** Returns where a redirect points. */
    public Optional<String> location() {
        return response.location();
    }
}
