package io.github.buddymaven.api;

import io.github.buddymaven.http.TransportException;
import io.github.buddymaven.http.TransportException.Kind;

/** There is no complete response: the network, TLS, a proxy or a time limit was in the way. */
public final class UnreachableException extends BuddyException {
    private static final long serialVersionUID = 1L;

    private final TransportException failure;

    public UnreachableException(TransportException failure) {
        super(String.valueOf(failure.getMessage()), failure);
        this.failure = failure;
    }

    /** Returns what went wrong; its cause may repeat a secret. */
    public TransportException failure() {
        return failure;
    }

    @Override
    public boolean mayHaveChanged() {
        return failure.mayHaveChanged();
    }

    @Override
    public boolean isUserError() {
        return switch (failure.kind()) {
            case PROXY_LOGIN, PROXY_LOGIN_MISSING, PROXY_LOGIN_UNSUPPORTED -> true;
            default -> false;
        };
    }

    /** Returns whether the build was interrupted. */
    public boolean isInterrupted() {
        return failure.kind() == Kind.INTERRUPTED;
    }

    /** Returns whether a time limit was reached. */
    public boolean isTimeout() {
        return switch (failure.kind()) {
            case CONNECT_TIMEOUT, EXCHANGE_TIMEOUT, TLS_TIMEOUT, PROXY_TIMEOUT -> true;
            default -> false;
        };
    }

    @Override
    public UnreachableException afterLostResponse() {
        return new UnreachableException(failure.afterEarlierAttempt());
    }
}
