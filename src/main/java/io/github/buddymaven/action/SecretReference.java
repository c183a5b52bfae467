package io.github.buddymaven.action;

/**
 * A secret of a variable that is in settings.xml, and where it goes.
 *
 * @param serverId the {@code <server>} whose password it is
 * @param description the element that names the server, and of which variable, for messages
 * @param variable the index of the variable
 * @param key the key in the variable that gets the secret
 */
public record SecretReference(String serverId, String description, int variable, String key) {}
