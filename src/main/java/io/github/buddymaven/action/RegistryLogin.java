package io.github.buddymaven.action;

import io.github.buddymaven.secret.Secret;

/**
 * With what Buddy logs in to a private registry.
 *
 * @param user the user name, which is no secret
 * @param password the password
 */
public record RegistryLogin(String user, Secret password) {}
