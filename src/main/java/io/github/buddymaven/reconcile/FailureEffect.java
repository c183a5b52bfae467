package io.github.buddymaven.reconcile;

import io.github.buddymaven.api.BuddyException;
import io.github.buddymaven.api.ClientErrorException;
import io.github.buddymaven.api.UnexpectedResponseException;
import io.github.buddymaven.api.UnreachableException;
import io.github.buddymaven.http.TransportException.Kind;

/** What a request that was to change something may have done, although it failed. */
enum FailureEffect {
    /** Nothing: it may be sent again. */
    NOTHING_DONE,
    /** Unknown: the response got lost. */
    UNKNOWN,
    /** A time limit was reached, and the server may be still at work on it: it must not be sent again. */
    STILL_AT_WORK,
    /** The failure says all there is to say. */
    FINAL;

    static FailureEffect of(BuddyException failure) {
        if (failure instanceof UnreachableException unreachable) {
            return of(unreachable);
        }
        if (failure instanceof UnexpectedResponseException response) {
            return of(response);
        }
        if (failure instanceof ClientErrorException refusal) {
            return refusal.isRateLimit() ? NOTHING_DONE : FINAL;
        }
        boolean otherResponse =
                failure instanceof ConflictException conflict && conflict.kind() == ConflictException.Kind.IN_DOUBT;
        return otherResponse ? UNKNOWN : FINAL;
    }

    private static FailureEffect of(UnreachableException unreachable) {
        if (!unreachable.mayHaveChanged() || unreachable.isInterrupted()) {
            return FINAL;
        }
        return unreachable.failure().kind() == Kind.EXCHANGE_TIMEOUT ? STILL_AT_WORK : UNKNOWN;
    }

    private static FailureEffect of(UnexpectedResponseException response) {
        if (response.isTimeout()) {
            return STILL_AT_WORK;
        }
        return switch (response.status()) {
            case 502 -> UNKNOWN;
            case 503 -> NOTHING_DONE;
            default -> response.isSuccess() ? UNKNOWN : FINAL;
        };
    }
}
