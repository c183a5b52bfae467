package io.github.buddymaven.api;

import java.util.Optional;

/**
 * An action as Buddy's list of actions has it.
 *
 * @param id its number, unique in Buddy
 * @param name its name, which need not be unique
 * @param type its type, such as {@code DOCKER_PUSH}
 * @param lastStatus how its last run ended, such as {@code SUCCESSFUL}; empty where Buddy does not say
 * @param url where the API has it
 * @param htmlUrl where a person finds it
 */
public record ActionSummary(
        long id,
        String name,
        String type,
        Optional<String> lastStatus,
        Optional<String> url,
        Optional<String> htmlUrl) {}
