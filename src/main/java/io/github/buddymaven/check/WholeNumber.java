package io.github.buddymaven.check;

import java.util.OptionalInt;

/** Reads whole numbers itself, so that a mistyped one is reported together with everything else that is wrong. */
public final class WholeNumber {
    private WholeNumber() {}

    /** The number, where it is one of at least {@code least}; reports it where it is not. */
    public static OptionalInt read(Element element, int least, String remedy, Problems problems) {
        if (element.value().isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(element.value().get().trim());
            if (number >= least) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException e) {
            // reported below, like a number out of range
        }
        problems.add(element + " must be a whole number from " + least + " to " + Integer.MAX_VALUE + ": " + remedy);
        return OptionalInt.empty();
    }
}
