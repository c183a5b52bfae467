package io.github.buddymaven.validation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parameter as the POM has it: {@code <name>value</name>}.
 *
 * @param name the name of its element, in camel case
 * @param value its text; empty if the POM does not have the element
 */
public record Parameter(String name, Optional<String> value) {
    private static final int MAX_DISPLAY_LENGTH = 120;

    /** Creates a parameter from what Maven has set; null means that nothing is configured. */
    public static Parameter named(String name, @Nullable String value) {
        return new Parameter(name, Optional.ofNullable(value));
    }

    /** Returns whether the POM has the element. */
    public boolean isPresent() {
        return value.isPresent();
    }

    /** Returns whether the POM has the element, with nothing but blanks in it. */
    public boolean isBlank() {
        return value.isPresent() && value.get().isBlank();
    }

    /** Returns the text, or an empty one if nothing is configured. */
    public String text() {
        return value.orElse("");
    }

    /** Returns the element in one line that is safe to print: control characters escaped, long values cut. */
    @Override
    public String toString() {
        String start = "<" + name + ">";
        return value.isEmpty() ? start : start + display(value.get()) + "</" + name + ">";
    }

    /** Returns a text in one line that is safe to print: control characters escaped, long texts cut. */
    public static String display(String text) {
        String line = ControlCharacters.escape(text);
        return line.length() <= MAX_DISPLAY_LENGTH ? line : cut(line) + "…";
    }

    private static String cut(String line) {
        int end = Character.isHighSurrogate(line.charAt(MAX_DISPLAY_LENGTH - 1))
                ? MAX_DISPLAY_LENGTH - 1
                : MAX_DISPLAY_LENGTH;
        return line.substring(0, end);
    }
}
