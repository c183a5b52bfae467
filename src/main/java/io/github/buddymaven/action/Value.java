package io.github.buddymaven.action;

import io.github.buddymaven.secret.Secret;
import java.util.Map;

/** What a field of an action can hold. */
public sealed interface Value {
    /** Whether this wanted value is what the action has already. */
    default boolean isKeptBy(Value existing) {
        return equals(existing);
    }

    /** The value for a person to read, secrets masked. */
    String shown();

    /** A text, sent as it is written. */
    record Text(String text) implements Value {
        @Override
        public String shown() {
            return text;
        }
    }

    /** A whole number. */
    record Whole(long number) implements Value {
        @Override
        public String shown() {
            return String.valueOf(number);
        }
    }

    /** A password: sent, never shown, and never known to be what Buddy has. */
    record Password(Secret secret) implements Value {
        @Override
        public boolean isKeptBy(Value existing) {
            return false;
        }

        @Override
        public String shown() {
            return Secret.MASK;
        }
    }

    /**
     * One of the integrations that a Buddy workspace holds, under the names it goes by.
     *
     * @param names {@code hash_id} (Buddy's docs of 2022 and 2024), {@code identifier} (2026), or what else Buddy tells
     */
    record Integration(Map<String, String> names) implements Value {
        public static final String HASH_ID = "hash_id";
        public static final String IDENTIFIER = "identifier";

        public Integration {
            names = Map.copyOf(names);
        }

        /** Buddy may know it by more names than the POM does. */
        @Override
        public boolean isKeptBy(Value existing) {
            return existing instanceof Integration other
                    && other.names.entrySet().containsAll(names.entrySet());
        }

        @Override
        public String shown() {
            return String.join(" ", names.values());
        }
    }
}
