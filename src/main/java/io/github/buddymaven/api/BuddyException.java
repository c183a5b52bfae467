package io.github.buddymaven.api;

import org.jspecify.annotations.Nullable;

/**
 * A call of Buddy's API, or what it was made for, did not succeed. The kinds differ in what the user can do: change something
 * ({@link ClientErrorException}), or wait for a server or a network ({@link UnexpectedResponseException}, {@link
 * UnreachableException}). The texts for users are in the package {@code report}.
 */
public abstract class BuddyException extends Exception {
    private static final long serialVersionUID = 1L;

    protected BuddyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Returns whether something in Buddy may have changed although the call failed. */
    public abstract boolean mayHaveChanged();

    /** Returns the same failure of a request that was sent before, and may have been carried out then. */
    public BuddyException afterLostResponse() {
        return this;
    }

    /** Returns whether the user has to change something, so that trying again later does not help. */
    public abstract boolean isUserError();
}
