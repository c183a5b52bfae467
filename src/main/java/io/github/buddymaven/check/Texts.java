package io.github.buddymaven.check;

/** The rules for every text: it is there where it must be, and it is one line. */
public final class Texts {
    private Texts() {}

    /** Whether a required text is there and printable; reports it where it is not. */
    public static boolean required(Element element, String remedy, Problems problems) {
        if (element.value().isEmpty()) {
            problems.add(element + " is missing: " + remedy);
            return false;
        }
        return filled(element, remedy, problems) && printable(element, problems);
    }

    /** Whether a text, where there is one, is more than blanks; reports it where it is not. */
    public static boolean filled(Element element, String remedy, Problems problems) {
        if (element.value().isPresent() && element.value().get().isBlank()) {
            problems.add(element + " is blank: " + remedy);
            return false;
        }
        return true;
    }

    /** Whether a text, where there is one, has no control character; reports it where it has. */
    public static boolean printable(Element element, Problems problems) {
        if (element.value().filter(Unprintable::in).isPresent()) {
            problems.add(element + " has a line break or another control character: write it in one line, without it.");
            return false;
        }
        return true;
    }
}
