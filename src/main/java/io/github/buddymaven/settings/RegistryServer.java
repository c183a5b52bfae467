package io.github.buddymaven.settings;

/** The {@code <server>} with the login of a private registry, which needs both a user name and a password. */
public final class RegistryServer {
    private RegistryServer() {}

    /** The credentials of the server named by {@code registryServerId}, the user name among them. */
    public static Credentials find(Servers servers, String id) throws CredentialsProblem {
        Credentials credentials = servers.find(id)
                .orElseThrow(() -> new CredentialsProblem("<registryServerId>" + id
                        + "</registryServerId>: settings.xml has no <server> of this id. Add <server><id>" + id
                        + "</id><username>USER</username><password>PASSWORD</password></server> to its <servers>."));
        if (credentials.user().filter(user -> !user.isBlank()).isEmpty()) {
            throw new CredentialsProblem("The <server> '" + id
                    + "' of settings.xml has no <username>, which the login to the registry needs: add it there.");
        }
        return credentials;
    }
}
