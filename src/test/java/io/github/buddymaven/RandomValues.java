package io.github.buddymaven;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes up what a property test needs; the same seed gives the same values. */
final class RandomValues extends Random {
    private static final long serialVersionUID = 1;
    private static final String ALPHANUMERIC = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    RandomValues(long seed) {
        super(seed);
    }

    /** Returns one to three letters and digits. */
    String text() {
        return ints(1 + nextInt(3), 0, ALPHANUMERIC.length())
                .map(ALPHANUMERIC::charAt)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    <T> T oneOf(List<T> all) {
        return all.get(nextInt(all.size()));
    }

    /** Returns any number of them, in their order. */
    List<String> some(String... all) {
        return Stream.of(all).filter(each -> nextBoolean()).toList();
    }

    <T> @Nullable T orNull(Supplier<T> value) {
        return nextBoolean() ? null : value.get();
    }
}
