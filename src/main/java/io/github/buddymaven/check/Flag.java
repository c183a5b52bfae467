package io.github.buddymaven.check;

import java.util.Optional;

/** Reads {@code true} and {@code false} itself, since Maven takes whatever else it finds for {@code false}. */
public final class Flag {
    private Flag() {}

    /** Whether it says so without doubt. */
    public static boolean isTrue(Element element) {
        return element.value().orElse("").trim().equals("true");
    }

    /** The flag, where it is one; reports it where it is not. */
    public static Optional<Boolean> read(Element element, Problems problems) {
        if (element.value().isEmpty()) {
            return Optional.empty();
        }
        String written = element.value().get().trim();
        if (!written.equals("true") && !written.equals("false")) {
            problems.add(element + " must be true or false: write one of them.");
            return Optional.empty();
        }
        return Optional.of(written.equals("true"));
    }
}
