package io.github.buddymaven.converge;

import io.github.buddymaven.api.Refusal;

/** The token may not list actions, so nobody can tell whether one of this name is there. */
public final class ListRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    ListRefused(Refusal refusal) {
        super(refusal);
        this.refusal = refusal;
    }

    /** Buddy's words. */
    public Refusal refusal() {
        return refusal;
    }
}
