package io.github.buddymaven;

import org.jspecify.annotations.Nullable;

/**
 * The integration of the Buddy workspace through which the registry is reached, by exactly one of its two names:
 * {@code <integration>HASH</integration>}, the same as {@code <integration><hashId>HASH</hashId></integration>}, or
 * {@code <integration><identifier>ID</identifier></integration>}.
 */
public class Integration {
    private @Nullable String hashId;
    private @Nullable String identifier;

    /** Maven calls this for {@code <integration>HASH</integration>}. */
    public void set(@Nullable String value) {
        hashId = value;
    }

    /**
     * The integration's hash, as Buddy's API gave it in 2022 and 2024.
     *
     * @param value such as {@code 5ddb7c180fb38be67bd78a88a}
     */
    public void setHashId(@Nullable String value) {
        hashId = value;
    }

    /**
     * The integration's identifier, as Buddy's API gives it since 2026.
     *
     * @param value such as {@code my-docker-hub}
     */
    public void setIdentifier(@Nullable String value) {
        identifier = value;
    }

    @Nullable
    String hashId() {
        return hashId;
    }

    @Nullable
    String identifier() {
        return identifier;
    }

    /** As the POM has it, for {@code mvn -X}. */
    @Override
    public String toString() {
        return hashId != null ? hashId : String.valueOf(identifier);
    }
}
