package io.github.buddymaven.api;

import java.util.List;
import java.util.Optional;

/** A response says neither what was done nor what to change: a redirect, a 5xx, a success without the object that was asked for. */
public final class UnexpectedResponseException extends BuddyException {
    private static final long serialVersionUID = 1L;

    private final transient BuddyResponse response;

    UnexpectedResponseException(BuddyResponse response) {
        super("HTTP " + response.status(), null);
        this.response = response;
    }

    @Override
    public boolean mayHaveChanged() {
        return !response.isRead();
    }

    @Override
    public boolean isUserError() {
        return false;
    }

    public int status() {
        return response.status();
    }

    /** Returns whether something between here and Buddy answered in its place, so that Buddy's own answer is lost. */
    public boolean isFromGateway() {
        return response.isFromGateway();
    }

    /** Returns whether the request was done, as far as the status tells. */
    public boolean isSuccess() {
        return response.isSuccess();
    }

    /** Returns what the body is, in a few words. */
    public String bodyDescription() {
        return response.bodyDescription();
    }

    /** Returns what the server said, if that can be read. */
    public List<String> messages() {
        return response.messages();
    }

    /** Returns where a redirect points. */
    public Optional<String> location() {
        return response.location();
    }
}
