package io.github.buddymaven.converge;

import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.action.Value;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.check.NearMiss;
import java.util.List;
import java.util.Optional;

/**
 * The pipeline has no such action as the POM says has built the image. The image may come from elsewhere, so this is worth
 * a warning, and no failure.
 *
 * @param field the field that names it
 * @param value what the POM says there
 * @param buildActions the actions of the pipeline that build images
 */
public record UnknownBuildAction(Field field, Value value, List<ActionSummary> buildActions) {
    /** What the list of the pipeline's actions tells of the build action of this one. */
    static Optional<UnknownBuildAction> of(PushAction wanted, List<ActionSummary> all) {
        Value id = wanted.fields().get(Field.DOCKER_BUILD_ACTION_ID);
        Value name = wanted.fields().get(Field.DOCKER_BUILD_ACTION_NAME);
        List<ActionSummary> builds =
                all.stream().filter(UnknownBuildAction::buildsImages).toList();
        if (id instanceof Value.Whole number
                && number.number() > 0
                && all.stream().noneMatch(action -> action.id() == number.number())) {
            return Optional.of(new UnknownBuildAction(Field.DOCKER_BUILD_ACTION_ID, id, builds));
        }
        if (name instanceof Value.Text text
                && text.text().indexOf('$') < 0 // a variable of Buddy
                && all.stream().noneMatch(action -> action.name().equals(text.text()))) {
            return Optional.of(new UnknownBuildAction(Field.DOCKER_BUILD_ACTION_NAME, name, builds));
        }
        return Optional.empty();
    }

    /** Source: buddy.works/docs/api, "Add an action": {@code DOCKERFILE} and {@code DOCKER_BUILD_MULTI_ARCH}. */
    private static boolean buildsImages(ActionSummary action) {
        return action.type().equals("DOCKERFILE") || action.type().startsWith("DOCKER_BUILD");
    }

    /** The build actions by number and name. */
    public List<NoSingleMatch.Candidate> candidates() {
        return buildActions.stream()
                .map(action -> new NoSingleMatch.Candidate(action.id(), action.name()))
                .toList();
    }

    /** The build action whose name is close, where a name was written. */
    public Optional<String> meant() {
        return field == Field.DOCKER_BUILD_ACTION_NAME
                ? NearMiss.of(
                        value.shown(),
                        buildActions.stream().map(ActionSummary::name).toList())
                : Optional.empty();
    }
}
