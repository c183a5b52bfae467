package io.github.buddymaven.settings;

import io.github.buddymaven.secret.Secret;

/** The {@code <server>} whose password is the secret of a variable. */
public final class VariableServer {
    private VariableServer() {}

    /** The secret that the server of this id holds. */
    public static Secret find(Servers servers, String id) throws CredentialsProblem {
        return servers.findWithLines(id)
                .map(Credentials::password)
                .orElseThrow(() -> new CredentialsProblem("A variable takes a secret from the <server> '" + id
                        + "', which settings.xml does not have. Add <server><id>" + id
                        + "</id><password>SECRET</password></server> to its <servers>."));
    }
}
