package io.github.buddymaven.validation;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The rules that many parameters share. Numbers and flags are read here and not by Maven, which would take any other word for
 * {@code false} and report a mistyped number without all the other problems.
 *
 * <p>A remedy is a whole sentence that tells the user what to write.
 */
public final class ParameterChecks {
    /** What Java puts in the place of a character that the encoding of this machine does not have. */
    private static final char REPLACEMENT = '\uFFFD';

    private ParameterChecks() {}

    /** Returns whether a required text is configured and valid. */
    public static boolean required(Parameter parameter, String remedy, Problems problems) {
        if (!parameter.isPresent()) {
            problems.add(parameter + " is missing. " + remedy);
            return false;
        }
        return notBlank(parameter, remedy, problems) && singleLine(parameter, problems);
    }

    /** Returns whether an optional text is more than blanks and one line; a missing one is valid. */
    public static boolean filledLine(Parameter parameter, String remedy, Problems problems) {
        return notBlank(parameter, remedy, problems) && singleLine(parameter, problems);
    }

    /** Returns whether an optional text is more than blanks; a missing one is valid. */
    public static boolean notBlank(Parameter parameter, String remedy, Problems problems) {
        if (parameter.isBlank()) {
            problems.add(parameter + " is blank. " + remedy);
            return false;
        }
        return true;
    }

    /** Returns whether an optional text is one line without control characters. */
    public static boolean singleLine(Parameter parameter, Problems problems) {
        if (ControlCharacters.isIn(parameter.text())) {
            problems.add(parameter
                    + " contains a line break or another control character. Write it in one line, without it.");
            return false;
        }
        return decoded(parameter.name(), parameter.text(), problems);
    }

    /** Returns whether an optional text, which may be a secret and have several lines, has no other control characters. */
    public static boolean multipleLines(Parameter parameter, Problems problems) {
        String printable =
                parameter.text().replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
        if (ControlCharacters.isIn(printable)) {
            problems.add("<" + parameter.name()
                    + "> contains a control character. Remove it; only line breaks and tabs are allowed there.");
            return false;
        }
        return decoded(parameter.name(), parameter.text(), problems);
    }

    private static boolean decoded(String parameter, String text, Problems problems) {
        if (text.indexOf(REPLACEMENT) >= 0) {
            problems.add("<" + parameter + "> contains U+FFFD, so a character got lost before Maven read it."
                    + " Start Maven with a locale that has the character, such as LC_ALL=C.UTF-8.");
            return false;
        }
        return true;
    }

    /** Returns the allowed value that the parameter has, in upper or lower case; a missing one is valid. */
    public static Optional<String> choice(Parameter parameter, Collection<String> allowed, Problems problems) {
        if (!parameter.isPresent() || !singleLine(parameter, problems)) {
            return Optional.empty();
        }
        String text = parameter.text();
        for (String candidate : allowed) {
            if (candidate.equalsIgnoreCase(text.trim())) {
                return Optional.of(candidate);
            }
        }
        problems.addUnlessLenient(parameter + " is not known." + Suggestion.didYouMean(text, allowed) + " Write one of "
                + String.join(", ", allowed) + ".");
        return problems.isLenient() ? Optional.of(text) : Optional.empty();
    }

    /** Returns a text as the allowed value that it is in upper or lower case; as it is if it is none. */
    public static String canonical(String text, Collection<String> allowed) {
        return allowed.stream()
                .filter(text.trim()::equalsIgnoreCase)
                .findFirst()
                .orElse(text);
    }

    /** Returns the flag that the parameter has; a missing one is valid. */
    public static Optional<Boolean> flag(Parameter parameter, Problems problems) {
        String text = parameter.text().trim();
        if (text.equals("true") || text.equals("false")) {
            return Optional.of(text.equals("true"));
        }
        if (parameter.isPresent()) {
            problems.add(parameter + " is neither true nor false. Write one of them.");
        }
        return Optional.empty();
    }

    /** Returns the whole number that the parameter has, at least {@code least}; a missing one is valid. */
    public static OptionalInt wholeNumber(Parameter parameter, int least, String remedy, Problems problems) {
        if (!parameter.isPresent()) {
            return OptionalInt.empty();
        }
        OptionalInt number = parse(parameter.text().trim());
        if (number.isPresent() && number.getAsInt() >= least) {
            return number;
        }
        problems.add(parameter + " is not a whole number from " + least + " to " + Integer.MAX_VALUE + ". " + remedy);
        return OptionalInt.empty();
    }

    /** Parses ASCII digits; Java's own parser also takes those of other scripts. */
    public static OptionalInt parse(String text) {
        try {
            return text.matches("[+-]?[0-9]+") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty(); // it is out of range
        }
    }
}
