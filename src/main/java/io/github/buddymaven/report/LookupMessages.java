package io.github.buddymaven.report;

import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.PipelineRef;
import io.github.buddymaven.reconcile.BuildActionCheck;
import io.github.buddymaven.reconcile.NameLookup;
import io.github.buddymaven.reconcile.NameLookup.Candidate;
import io.github.buddymaven.reconcile.NameLookupException;
import io.github.buddymaven.validation.Parameter;
import io.github.buddymaven.validation.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The messages about a name in the POM that is that of nothing in Buddy, or of several things. */
final class LookupMessages {
    private static final int MAX_LISTED = 500;

    private LookupMessages() {}

    /** @param redact removes secrets from the names in Buddy */
    static String message(NameLookupException failure, UnaryOperator<String> redact) {
        Parameter parameter = failure.parameter();
        if (!failure.matches().isEmpty()) {
            return parameter + " is the name of several." + list(redacted(failure.matches(), redact))
                    + "\nWrite the number of the one that you mean, with <"
                    + parameter.name().replace("Name", "Id") + ">, or rename the others in Buddy.";
        }
        String thing =
                switch (failure.kind()) {
                    case PIPELINE -> "pipeline";
                    case ACTION -> "action";
                    case PUSH_ACTION -> "push action";
                };
        if (failure.candidates().isEmpty()) {
            String place =
                    failure.kind() == NameLookup.Kind.PIPELINE ? "<projectName>" : "<pipelineId> or <pipelineName>";
            return parameter + " does not exist, and neither does any other " + thing
                    + ". Create it in Buddy, or correct " + place + ".";
        }
        List<Candidate> candidates = redacted(failure.candidates(), redact);
        return parameter + " does not exist." + suggestion(parameter, candidates) + " There are:" + list(candidates);
    }

    private static List<Candidate> redacted(List<Candidate> candidates, UnaryOperator<String> redact) {
        return candidates.stream()
                .map(candidate -> new Candidate(candidate.id(), redact.apply(candidate.name())))
                .toList();
    }

    static String unknownBuildAction(BuildActionCheck unknown, PipelineRef pipeline) {
        List<Candidate> candidates = new ArrayList<>();
        for (ActionSummary action : unknown.buildActions()) {
            candidates.add(new Candidate(action.id(), action.displayName()));
        }
        String suggestion = unknown.isByName() ? suggestion(unknown.parameter(), candidates) : "";
        return candidates.isEmpty()
                ? unknown.parameter() + " is not an action of pipeline " + pipeline
                        + ", and no action there builds an image. Correct it, unless the image is built elsewhere."
                : unknown.parameter() + " is not an action of pipeline " + pipeline + "." + suggestion
                        + " These build an image there:" + list(candidates)
                        + "\nCorrect it, unless the image is built elsewhere.";
    }

    private static String suggestion(Parameter written, List<Candidate> candidates) {
        return Suggestion.didYouMean(
                written.text(), candidates.stream().map(Candidate::name).toList());
    }

    private static String list(List<Candidate> candidates) {
        StringBuilder list = new StringBuilder();
        for (Candidate candidate : candidates.subList(0, Math.min(MAX_LISTED, candidates.size()))) {
            list.append("\n  - id ").append(candidate.id()).append(", ").append(Parameter.display(candidate.name()));
        }
        int more = candidates.size() - MAX_LISTED;
        return more > 0 ? list + "\n  - and " + more + " more" : list.toString();
    }
}
