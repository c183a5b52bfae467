package io.github.buddymaven.api;

import java.util.List;

/** Buddy understood the request and will not do it (status 4xx): somebody has to change something. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final List<String> messages;

    Refusal(int status, List<String> messages) {
        super("HTTP " + status);
        this.status = status;
        this.messages = List.copyOf(messages);
    }

    public int status() {
        return status;
    }

    /** Buddy's own words; empty where it said nothing that can be read. */
    public List<String> messages() {
        return messages;
    }
}
