package io.github.buddymaven.action;

import static java.util.stream.Collectors.joining;

import io.github.buddymaven.secret.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a field of an action can hold. */
public sealed interface Value
        permits Value.Scalar, Value.Several, Value.Hidden, Value.Integration, TriggerConditions, Variables {
    /** Whether this wanted value is what the action has already; an empty field is as good as none. */
    default boolean isKeptBy(Optional<Value> existing) {
        return existing.filter(this::equals).isPresent();
    }

    /** What the action has, secrets hidden that this wanted value knows to be such. */
    default Value hiding(Value existing) {
        return existing;
    }

    /** What of this wanted value is new to the action, for a person to read. */
    default Value newTo(Value existing) {
        return this;
    }

    /** What the action has that this wanted value changes, for a person to read. */
    default Value changeOf(Value existing) {
        return existing;
    }

    /** What is sent for this wanted value, so that nothing is lost that it does not speak of. */
    default Value completedBy(Value existing) {
        return this;
    }

    /** Whether it holds a secret, which nobody can compare with what Buddy has. */
    default boolean isSecret() {
        return false;
    }

    /** The value for a person to read, secrets masked. */
    String shown();

    /** One text, number or flag. Buddy may answer each of them as another: a number as a text, a text as a flag. */
    sealed interface Scalar extends Value permits Text, Whole, Flag {
        @Override
        default boolean isKeptBy(Optional<Value> existing) {
            return existing.isPresent()
                    ? existing.get() instanceof Scalar other && isShownAs(other.shown())
                    : isAsGoodAsNone();
        }

        /** Whether a text that Buddy has in its place says the same. */
        default boolean isShownAs(String text) {
            return text.equals(shown()) || (text.isEmpty() && isAsGoodAsNone());
        }

        /** Whether Buddy may leave it out. */
        boolean isAsGoodAsNone();
    }

    /** A text, sent as it is written. */
    record Text(String text) implements Scalar {
        @Override
        public boolean isAsGoodAsNone() {
            return text.isEmpty();
        }

        @Override
        public String shown() {
            return text;
        }
    }

    /** A whole number. */
    record Whole(long number) implements Scalar {
        /** Some servers count in fractions: 30.0 is 30. */
        @Override
        public boolean isShownAs(String text) {
            return text.equals(shown() + ".0") || Scalar.super.isShownAs(text);
        }

        @Override
        public boolean isAsGoodAsNone() {
            return number == 0;
        }

        @Override
        public String shown() {
            return String.valueOf(number);
        }
    }

    /** Yes or no. */
    record Flag(boolean set) implements Scalar {
        @Override
        public boolean isAsGoodAsNone() {
            return !set;
        }

        @Override
        public String shown() {
            return String.valueOf(set);
        }
    }

    /** Texts or whole numbers in their order; none of them is as good as no field. */
    record Several(List<Value> values) implements Value {
        public Several {
            values = List.copyOf(values);
        }

        @Override
        public boolean isKeptBy(Optional<Value> existing) {
            return existing.map(value -> value instanceof Several other && isSameList(other))
                    .orElse(values.isEmpty());
        }

        private boolean isSameList(Several other) {
            return other.values.size() == values.size()
                    && IntStream.range(0, values.size())
                            .allMatch(index -> isSame(values.get(index), other.values.get(index)));
        }

        /** Whether the other has the same values, in any order. */
        boolean isSameSet(Value other) {
            return other instanceof Several several
                    && values.stream()
                            .allMatch(wanted -> several.values.stream().anyMatch(is -> isSame(wanted, is)))
                    && several.values.stream().allMatch(is -> values.stream().anyMatch(wanted -> isSame(wanted, is)));
        }

        private static boolean isSame(Value wanted, Value existing) {
            return wanted.isKeptBy(Optional.of(existing));
        }

        @Override
        public String shown() {
            return values.stream().map(Value::shown).collect(joining(", "));
        }
    }

    /** What is sent, never shown, and never known to be what Buddy has. */
    sealed interface Hidden extends Value {
        @Override
        default boolean isKeptBy(Optional<Value> existing) {
            return true;
        }

        @Override
        default boolean isSecret() {
            return true;
        }

        @Override
        default String shown() {
            return Secret.MASK;
        }
    }

    /** A password, or another secret. */
    record Password(Secret secret) implements Hidden {}

    /**
     * A secret that stands in settings.xml, where nobody has looked yet.
     *
     * @param serverId the {@code <server>} that has it
     */
    record OnServer(String serverId) implements Hidden {}

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
        public boolean isKeptBy(Optional<Value> existing) {
            return existing.isPresent()
                    && existing.get() instanceof Integration other
                    && other.names.entrySet().containsAll(names.entrySet());
        }

        @Override
        public String shown() {
            return String.join(" ", names.values());
        }
    }
}
