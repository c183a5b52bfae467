package io.github.buddymaven.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.action.RunVariables;
import io.github.buddymaven.validation.Parameter;
import io.github.buddymaven.validation.ParameterChecks;
import io.github.buddymaven.validation.Problems;
import java.util.List;
import java.util.stream.Stream;

/**
 * What to run, as the POM spells it.
 *
 * <p>Source: buddy.works/docs/api, "Run a pipeline".
 */
public record RunConfig(
        Parameter branch,
        Parameter tag,
        Parameter pullRequest,
        Parameter revision,
        Parameter comment,
        Parameter refresh,
        Parameter clearCache,
        Parameter priority,
        List<ObjectNode> variables) {
    private static final List<String> PRIORITIES = List.of("LOW", "NORMAL", "HIGH");

    /** Reports all problems, and returns the request. No rule is relaxed by {@code lenient}, which is for actions. */
    public RunRequest validate(Problems all) {
        Problems problems = all.strict();
        List<Parameter> refs =
                Stream.of(branch, tag, pullRequest).filter(Parameter::isPresent).toList();
        if (refs.size() > 1) {
            problems.add(
                    String.join(" and ", refs.stream().map(Parameter::toString).toList())
                            + " exclude each other. Keep the one that is to be run.");
        }
        for (Parameter text : refs) {
            ParameterChecks.filledLine(text, "Fill it in, or remove it.", problems);
        }
        ParameterChecks.required(revision, "Write a commit, or HEAD.", problems);
        ParameterChecks.singleLine(comment, problems);

        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.putObject("to_revision").put("revision", revision.text());
        putName(payload, "branch", branch);
        putName(payload, "tag", tag);
        putName(payload, "pull_request", pullRequest);
        payload.put(RunRequest.COMMENT, comment.text());
        putFlag(payload, "refresh", refresh, problems);
        putFlag(payload, "clear_cache", clearCache, problems);
        ParameterChecks.choice(priority, PRIORITIES, problems).ifPresent(choice -> payload.put("priority", choice));
        return new RunRequest(payload, RunVariables.validate(variables, problems));
    }

    private static void putName(ObjectNode payload, String key, Parameter name) {
        if (name.isPresent()) {
            payload.putObject(key).put("name", name.text());
        }
    }

    private static void putFlag(ObjectNode payload, String key, Parameter flag, Problems problems) {
        if (ParameterChecks.flag(flag, problems).orElse(false)) {
            payload.put(key, true);
        }
    }
}
