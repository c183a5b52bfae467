package io.github.buddymaven.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules for every text: it is there where it must be, and it is one line. */
public final class Texts {
    private static final Pattern MAVEN_PROPERTY = Pattern.compile("\\$\\{[A-Za-z0-9_-]*[.-][^}\\s]*}");

    private Texts() {}

    /** Whether a required text is there and may be sent; reports what is wrong with it. */
    public static boolean required(Element element, String remedy, Problems problems) {
        if (element.value().isEmpty()) {
            problems.add(element + " is missing: " + remedy);
            return false;
        }
        return filled(element, remedy, problems)
                && oneLine(element, problems)
                && (resolved(element, element.toString(), problems) || problems.areRelaxed());
    }

    /** Whether a text, where there is one, is more than blanks and can be judged further; reports it where not. */
    public static boolean filledLine(Element element, String remedy, Problems problems) {
        return filled(element, remedy, problems) && printable(element, problems);
    }

    /** Whether a text, where there is one, is more than blanks; reports it where it is not. */
    public static boolean filled(Element element, String remedy, Problems problems) {
        if (element.isBlank()) {
            problems.add(element + " is blank: " + remedy);
            return false;
        }
        return true;
    }

    /**
     * Whether a text, where there is one, can be judged further; reports it where it cannot, since it has a control
     * character, or a property whose value nobody knows.
     */
    public static boolean printable(Element element, Problems problems) {
        return oneLine(element, problems) && resolved(element, element.toString(), problems);
    }

    private static boolean oneLine(Element element, Problems problems) {
        if (Unprintable.in(element.value().orElse(""))) {
            problems.add(element + " has a line break or another control character: write it in one line, without it.");
            return false;
        }
        return true;
    }

    /**
     * The same for a text that may have several lines, as a file has.
     *
     * @param shown how to speak of the element, whose text may be a secret
     */
    public static boolean printableLines(Element element, String shown, Problems problems) {
        if (Unprintable.in(element.value().orElse("").replaceAll("[\\r\\n\\t]", " "))) {
            problems.add(
                    "<" + element.name() + "> has a control character: only line breaks and tabs are allowed there,"
                            + " remove the others.");
            return false;
        }
        return resolved(element, shown, problems);
    }

    /** Maven leaves a property that it does not know as it is; no variable of Buddy looks like one with a dot. */
    private static boolean resolved(Element element, String shown, Problems problems) {
        Matcher unknown = MAVEN_PROPERTY.matcher(element.value().orElse(""));
        if (unknown.find()) {
            problems.addRelaxable(shown + " holds " + Element.shown(unknown.group())
                    + ", which is no property of this build: define it, or correct its name.");
            return false;
        }
        return true;
    }
}
