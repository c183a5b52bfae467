package io.github.buddymaven.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Buddy understood the request and will not do it (status 4xx): somebody has to change something. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<String> messages;
    private final boolean toARead;
    private final boolean webPage;
    private final boolean json;
    private final transient Optional<Missing> missing;
    private final boolean rateLimit;
    private final transient Optional<Instant> limitEnd;

    private boolean afterALoss;

    Refusal(Answer answer, Optional<Missing> missing) {
        super("HTTP " + answer.status());
        this.status = answer.status();
        this.messages = answer.messages();
        this.toARead = answer.isToARead();
        this.webPage = answer.isHtml();
        this.json = answer.isJson();
        this.missing = missing;
        this.rateLimit = answer.isRateLimit();
        this.limitEnd = answer.limitEnd();
    }

    public int status() {
        return status;
    }

    /** Buddy's own words; empty where it said nothing that can be read. */
    public List<String> messages() {
        return messages;
    }

    /** Whether nothing was to be changed. */
    public boolean isToARead() {
        return toARead;
    }

    /** Whether JSON came back, as an API sends it. */
    public boolean isJson() {
        return json;
    }

    /** Whether a page for people came back, as no API sends it. */
    public boolean isWebPage() {
        return webPage;
    }

    /** Says that an earlier request for the same may have been done. */
    public Refusal afterALoss() {
        afterALoss = true;
        return this;
    }

    /** Whether something may have changed by now all the same. */
    public boolean mayHaveChanged() {
        return afterALoss;
    }

    /** Whether only the limit for requests stood against it. */
    public boolean isRateLimit() {
        return rateLimit;
    }

    /** When the limit ends, where Buddy says so. */
    public Optional<Instant> limitEnd() {
        return limitEnd;
    }

    /** Which part of the pipeline's address Buddy does not know, where it could be asked. */
    public Optional<Missing> missing() {
        return missing;
    }
}
