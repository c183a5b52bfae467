package io.github.buddymaven.reconcile;

import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.validation.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The POM names an action that the pipeline does not have as the one that built the image. The image may come from elsewhere, so
 * this is worth a warning and not a failure.
 *
 * @param parameter the parameter that names the action
 * @param buildActions the actions of the pipeline that build images
 */
public record BuildActionCheck(Parameter parameter, List<ActionSummary> buildActions) {
    /** Returns what to warn about; nothing if the pipeline has the action. */
    static Optional<BuildActionCheck> unknownBuildAction(PushAction desired, List<ActionSummary> actions) {
        String id = desired.get(Field.DOCKER_BUILD_ACTION_ID).asText("0");
        String name = desired.get(Field.DOCKER_BUILD_ACTION_NAME).asText("");
        boolean hasId = id.equals("0");
        boolean hasName = name.isEmpty() || name.indexOf('$') >= 0; // a variable of Buddy
        for (ActionSummary action : actions) {
            hasId |= id.equals(String.valueOf(action.id()));
            hasName |= name.equals(action.name());
        }
        if (!hasId) {
            return Optional.of(warning(Field.DOCKER_BUILD_ACTION_ID, id, actions));
        }
        return hasName ? Optional.empty() : Optional.of(warning(Field.DOCKER_BUILD_ACTION_NAME, name, actions));
    }

    private static BuildActionCheck warning(Field field, String value, List<ActionSummary> actions) {
        List<ActionSummary> buildActions = new ArrayList<>();
        for (ActionSummary action : actions) {
            if (buildsImages(action)) {
                buildActions.add(action);
            }
        }
        return new BuildActionCheck(Parameter.named(field.parameter(), value), buildActions);
    }

    /** Source: buddy.works/docs/api, "Add an action": {@code DOCKERFILE} and {@code DOCKER_BUILD_MULTI_ARCH}. */
    private static boolean buildsImages(ActionSummary action) {
        return action.type().equals("DOCKERFILE") || action.type().startsWith("DOCKER_BUILD");
    }

    /** Returns whether the POM names the action by its name. */
    public boolean isByName() {
        return parameter.name().equals(Field.DOCKER_BUILD_ACTION_NAME.parameter());
    }
}
