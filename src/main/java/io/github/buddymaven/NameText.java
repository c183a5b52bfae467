package io.github.buddymaven;

import io.github.buddymaven.check.Element;
import io.github.buddymaven.check.NearMiss;
import io.github.buddymaven.converge.NoSingleMatch;
import java.util.List;

/** Why a name in the POM stands for nothing in Buddy, or for several things, and what is there instead. */
final class NameText {
    private static final int MOST_LISTED = 500;

    private NameText() {}

    static String of(NoSingleMatch problem) {
        return Element.of(problem.parameter(), problem.name())
                + (problem.named().isEmpty() ? unknown(problem) : ambiguous(problem));
    }

    private static String unknown(NoSingleMatch problem) {
        if (problem.candidates().isEmpty()) {
            return " is not there, and neither is any other " + problem.thing()
                    + ": create it in Buddy first, or correct where it is looked for.";
        }
        List<String> names =
                problem.candidates().stream().map(NoSingleMatch.Candidate::name).toList();
        String meant = NearMiss.of(problem.name(), names)
                .map(near -> ", did you mean " + Element.shown(near) + "?")
                .orElse(".");
        return " is not there" + meant + " There are:" + numbered(problem.candidates());
    }

    private static String ambiguous(NoSingleMatch problem) {
        return " is the name of several:" + numbered(problem.named())
                + "\nName the one that you mean by its number instead, <"
                + problem.parameter().replace("Name", "Id") + ">, or rename the others in Buddy.";
    }

    /** Numbers and names, a line each. */
    static String numbered(List<NoSingleMatch.Candidate> candidates) {
        StringBuilder list = new StringBuilder();
        candidates.stream().limit(MOST_LISTED).forEach(candidate -> list.append("\n  - id ")
                .append(candidate.id())
                .append(", ")
                .append(Element.shown(candidate.name())));
        return candidates.size() <= MOST_LISTED
                ? list.toString()
                : list + "\n  - and " + (candidates.size() - MOST_LISTED) + " more";
    }
}
