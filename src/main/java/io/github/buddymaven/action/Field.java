package io.github.buddymaven.action;

import java.util.Locale;

/**
 * The fields of a push action, in the order in which Buddy documents them. One rule ties their names together: Buddy's
 * JSON has {@code docker_image_tag}, the POM {@code dockerImageTag}, the command line {@code buddy.dockerImageTag}.
 *
 * <p>Source: buddy.works/docs/api, "Add an action", type {@code DOCKER_PUSH}.
 */
public enum Field {
    NAME,
    TRIGGER_TIME,
    DOCKER_IMAGE_TAG,
    REPOSITORY,
    LOGIN,
    PASSWORD,
    INTEGRATION,
    REGION,
    REGISTRY,
    DOCKER_BUILD_ACTION_ID,
    DOCKER_BUILD_ACTION_NAME;

    /** The key in Buddy's JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The parameter in the POM. */
    public String parameter() {
        StringBuilder camelCase = new StringBuilder();
        for (String word : key().split("_", -1)) {
            camelCase.append(camelCase.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camelCase.toString();
    }
}
