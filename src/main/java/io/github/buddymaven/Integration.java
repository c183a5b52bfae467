package io.github.buddymaven;

import org.jspecify.annotations.Nullable;

/**
 * The integration of the Buddy workspace through which the registry is reached, by exactly one of its two names:
 * {@code <integration>HASH</integration>}, the same as {@code <integration><hashId>HASH</hashId></integration>}, or
 * {@code <integration><identifier>ID</identifier></integration>}.
 *
 * <p>Maven calls these setters, which tell editors the elements and refuse others; {@link PushActionConfigReader} reads the
 * same XML.
 */
public class Integration {
    /** The hash of the integration, as Buddy's API gave it in 2022 and 2024, such as {@code 5ddb7c180fb38be67bd78a88a}. */
    public void setHashId(@Nullable String value) {}

    /** The identifier of the integration, as Buddy's API gives it since 2026, such as {@code my-docker-hub}. */
    public void setIdentifier(@Nullable String value) {}

    /** Maven calls this for {@code <integration>HASH</integration>}. */
    public void set(@Nullable String value) {}
}
