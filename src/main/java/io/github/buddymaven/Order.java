package io.github.buddymaven;

import io.github.buddymaven.action.ActionSecrets;
import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.converge.IfExists;
import java.util.Optional;

/**
 * What a POM orders, checked: everything but the credentials, which are fetched when they are needed.
 *
 * @param where in which pipeline
 * @param action what
 * @param ifExists what to do where it is there already
 * @param registryServerId the server of settings.xml with the login of a private registry
 * @param outputFile the file for scripts
 * @param dryRun whether it is only to be shown
 * @param failOnChange whether a dry run that finds a difference fails
 */
record Order(
        Where where,
        PushAction action,
        IfExists ifExists,
        Optional<String> registryServerId,
        Optional<OutputFile> outputFile,
        boolean dryRun,
        boolean failOnChange) {
    /** The action as it can be shown where nobody has its secrets. */
    PushAction withoutSecrets() {
        return action.with(ActionSecrets.unknown(registryServerId.isPresent()));
    }
}
