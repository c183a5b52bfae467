package io.github.buddymaven;

import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.http.TimeLimits;
import java.util.Optional;

/**
 * What a POM orders, checked: everything but the credentials, which are fetched when they are needed.
 *
 * @param pipeline where
 * @param action what
 * @param limits how long it may take
 * @param serverId the server of settings.xml with the token
 * @param registryServerId the server of settings.xml with the login of a private registry
 */
record Order(
        Pipeline pipeline, PushAction action, TimeLimits limits, String serverId, Optional<String> registryServerId) {}
