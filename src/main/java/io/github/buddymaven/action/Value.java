package io.github.buddymaven.action;

import io.github.buddymaven.secret.Secret;

/** What a field of an action can hold. Two values are equal where Buddy would take them for the same. */
public sealed interface Value {
    /** A text, sent as it is written. */
    record Text(String text) implements Value {}

    /** A whole number. */
    record Whole(long number) implements Value {}

    /** A password: sent, never shown. */
    record Password(Secret secret) implements Value {}

    /**
     * One of the integrations that a Buddy workspace holds.
     *
     * @param key {@code hash_id} (Buddy's docs of 2022 and 2024) or {@code identifier} (2026)
     * @param id what stands there
     */
    record Integration(String key, String id) implements Value {
        public static final String HASH_ID = "hash_id";
        public static final String IDENTIFIER = "identifier";
    }
}
