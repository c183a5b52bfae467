package io.github.buddymaven;

import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.converge.IfExists;
import io.github.buddymaven.http.TimeLimits;
import java.time.Duration;
import java.util.Optional;

/**
 * What a POM orders, checked: everything but the credentials, which are fetched when they are needed.
 *
 * @param pipeline where
 * @param action what
 * @param ifExists what to do where it is there already
 * @param limits how long an exchange may take
 * @param rateLimitWait how long the goal may wait for Buddy's limit of requests
 * @param serverId the server of settings.xml with the token
 * @param registryServerId the server of settings.xml with the login of a private registry
 * @param outputFile the file for scripts
 */
record Order(
        Pipeline pipeline,
        PushAction action,
        IfExists ifExists,
        TimeLimits limits,
        Duration rateLimitWait,
        String serverId,
        Optional<String> registryServerId,
        Optional<OutputFile> outputFile) {}
