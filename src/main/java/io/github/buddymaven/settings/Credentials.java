package io.github.buddymaven.settings;

import io.github.buddymaven.secret.Secret;
import java.util.Optional;

/**
 * What a {@code <server>} of settings.xml holds, decrypted.
 *
 * @param serverId its id
 * @param user its user name
 * @param password its password
 */
public record Credentials(String serverId, Optional<String> user, Secret password) {}
