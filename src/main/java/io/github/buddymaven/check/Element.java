package io.github.buddymaven.check;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parameter as it stands in the POM: {@code <name>value</name>}.
 *
 * @param name the element's name, in camel case
 * @param value its text; empty where the POM does not have the element
 */
public record Element(String name, Optional<String> value) {
    private static final int LONGEST_SHOWN = 120;

    public static Element of(String name, @Nullable String value) {
        return new Element(name, Optional.ofNullable(value));
    }

    /** Whether it is there, and has nothing but blanks. */
    public boolean isBlank() {
        return value.isPresent() && value.get().isBlank();
    }

    /** The element in one line that a terminal shows as it is: control characters escaped, long values cut. */
    @Override
    public String toString() {
        String start = "<" + name + ">";
        return value.isEmpty() ? start : start + shown(value.get()) + "</" + name + ">";
    }

    /** The text in one line that a terminal shows as it is. */
    public static String shown(String text) {
        String line = Unprintable.in(text) ? escaped(text) : text;
        return line.length() <= LONGEST_SHOWN ? line : cut(line) + "…";
    }

    private static String escaped(String text) {
        return text.codePoints().mapToObj(Element::shown).collect(joining());
    }

    private static String cut(String line) {
        int end = Character.isHighSurrogate(line.charAt(LONGEST_SHOWN - 1)) ? LONGEST_SHOWN - 1 : LONGEST_SHOWN;
        return line.substring(0, end);
    }

    private static String shown(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> Unprintable.is(codePoint) ? String.format("\\u%04x", codePoint) : Character.toString(codePoint);
        };
    }
}
