package io.github.buddymaven.settings;

import io.github.buddymaven.secret.Secret;

/** The {@code <server>} whose password is the secret of a variable. */
public final class VariableServer {
    private VariableServer() {}

    /**
     * The secret that the server of this id holds.
     *
     * @param element which variable wants it, for a person to read
     */
    public static Secret find(Servers servers, String id, String element) throws CredentialsProblem {
        return servers.findWithLines(id)
                .map(Credentials::password)
                .orElseThrow(() -> new CredentialsProblem(element
                        + ": settings.xml has no <server> of this id. Add <server><id>" + id
                        + "</id><password>SECRET</password></server> to its <servers>."));
    }
}
