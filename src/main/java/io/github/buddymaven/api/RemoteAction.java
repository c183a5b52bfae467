package io.github.buddymaven.api;

import java.util.Optional;

/**
 * An action as Buddy holds it.
 *
 * @param id its number, unique in Buddy
 * @param url where the API has it
 * @param htmlUrl where a person finds it
 */
public record RemoteAction(long id, Optional<String> url, Optional<String> htmlUrl) {}
