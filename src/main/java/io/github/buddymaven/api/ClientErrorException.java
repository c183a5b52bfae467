package io.github.buddymaven.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Buddy understood the request and refused it (status 4xx): the user has to change something. */
public final class ClientErrorException extends BuddyException {
    private static final long serialVersionUID = 1L;

    /** A part of the address of a pipeline, from the first on: without one there are none below it. */
    public enum AddressPart {
        WORKSPACE,
        PROJECT,
        PIPELINE
    }

    private final transient BuddyResponse response;
    private final transient Optional<AddressPart> unknownPart;
    private final boolean changed;

    ClientErrorException(BuddyResponse response, Optional<AddressPart> unknownPart) {
        this(response, unknownPart, false);
    }

    private ClientErrorException(BuddyResponse response, Optional<AddressPart> unknownPart, boolean changed) {
        super("HTTP " + response.status(), null);
        this.response = response;
        this.unknownPart = unknownPart;
        this.changed = changed;
    }

    @Override
    public ClientErrorException afterLostResponse() {
        return new ClientErrorException(response, unknownPart, true);
    }

    @Override
    public boolean mayHaveChanged() {
        return changed;
    }

    @Override
    public boolean isUserError() {
        return true;
    }

    public int status() {
        return response.status();
    }

    /** Returns Buddy's own words; empty if it said nothing that can be read. */
    public List<String> messages() {
        return response.serverText().messages();
    }

    /** Returns whether the request was to read something. */
    public boolean isRead() {
        return response.isRead();
    }

    /** Returns whether JSON came back, as an API sends it. */
    public boolean isJson() {
        return response.isJson();
    }

    /** Returns whether a web page came back. */
    public boolean isWebPage() {
        return response.serverText().isHtml();
    }

    /** Returns whether the workspace has its API switched off. No status is documented, so the words tell it. */
    public boolean isApiDisabled() {
        return response.serverText().says("api is disabled");
    }

    /** Returns whether only the rate limit was in the way. */
    public boolean isRateLimit() {
        return response.isRateLimit();
    }

    /** Returns when the rate limit ends; empty if Buddy does not say. */
    public Optional<Instant> rateLimitEnd() {
        return response.rateLimitEnd();
    }

    /** Returns the part of the pipeline's address that Buddy does not know; empty if that could not be found out. */
    public Optional<AddressPart> unknownPart() {
        return unknownPart;
    }
}
