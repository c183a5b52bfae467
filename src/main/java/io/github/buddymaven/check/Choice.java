package io.github.buddymaven.check;

import java.util.Collection;

/** The rule for a value out of a list that Buddy may have made longer since. */
public final class Choice {
    private Choice() {}

    /** Whether a text, where there is one, is one of the allowed values; reports it where it is not. */
    public static boolean check(Element element, Collection<String> allowed, Problems problems) {
        if (!Texts.printable(element, problems)) {
            return false;
        }
        if (element.value().isEmpty() || allowed.contains(element.value().get())) {
            return true;
        }
        problems.addRelaxable(element + " is not known" + meant(element.value().get(), allowed) + " Allowed are "
                + String.join(", ", allowed) + ".");
        return false;
    }

    private static String meant(String written, Collection<String> allowed) {
        return NearMiss.of(written, allowed)
                .map(near -> ", did you mean " + near + "?")
                .orElse(".");
    }
}
