package io.github.buddymaven.action;

import java.util.Locale;

/**
 * The fields of a push action, in the order in which Buddy documents them. One rule ties their names together: Buddy's
 * JSON has {@code docker_image_tag}, the POM {@code dockerImageTag}, the command line {@code buddy.dockerImageTag}.
 *
 * <p>Source: buddy.works/docs/api, "Add an action", type {@code DOCKER_PUSH}; the fields from {@code DOCKER_REGISTRY} on
 * were added in 2024 to 2026.
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
    DOCKER_BUILD_ACTION_NAME,
    DOCKER_REGISTRY,
    ARTIFACT,
    AFTER_ACTION_ID,
    RUN_NEXT,
    RUN_ONLY_ON_FIRST_FAILURE,
    DISABLED,
    TIMEOUT,
    IGNORE_ERRORS,
    RETRY_COUNT,
    RETRY_INTERVAL,
    LOOP,
    TRIGGER_CONDITIONS,
    VARIABLES;

    /** The key in Buddy's JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The parameter in the POM. */
    public String parameter() {
        return Spelling.parameter(key());
    }
}
