package io.github.buddymaven.check;

import java.util.Optional;

/** Reads {@code true} and {@code false} itself, since Maven takes whatever else it finds for {@code false}. */
public final class Flag {
    private Flag() {}

    /** Whether it says so without doubt. */
    public static boolean isTrue(Element element) {
        return element.value().map(String::trim).equals(Optional.of("true"));
    }

    /** The flag, where it is one; reports it where it is not. */
    public static Optional<Boolean> read(Element element, Problems problems) {
        Optional<String> written = element.value().map(String::trim);
        if (written.isEmpty() || written.get().equals("true") || written.get().equals("false")) {
            return written.map(Boolean::valueOf);
        }
        problems.add(element + " must be true or false: write one of them.");
        return Optional.empty();
    }
}
