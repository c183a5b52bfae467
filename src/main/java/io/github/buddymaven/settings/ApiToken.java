package io.github.buddymaven.settings;

import io.github.buddymaven.secret.Secret;
import java.util.Optional;
import java.util.Properties;

/**
 * The token for Buddy's API.
 *
 * @param value the token
 * @param origin where it came from, for a person who has to change it
 */
public record ApiToken(Secret value, String origin) {
    /** The environment variable that is asked where settings.xml has no server. */
    public static final String VARIABLE = "BUDDY_TOKEN";

    /**
     * Finds the token: the password of the server, else the environment variable.
     *
     * @param systemProperties Maven's, which hold the environment of the build as {@code env.NAME}
     */
    public static ApiToken find(Servers servers, String serverId, Properties systemProperties)
            throws CredentialsProblem {
        Optional<Credentials> server = servers.find(serverId);
        return server.isPresent()
                ? new ApiToken(server.get().password(), "the <password> of <server> '" + serverId + "' in settings.xml")
                        .sendable()
                : ofEnvironment(serverId, systemProperties);
    }

    private static ApiToken ofEnvironment(String serverId, Properties systemProperties) throws CredentialsProblem {
        String value = systemProperties.getProperty("env." + VARIABLE, "");
        if (value.isBlank()) {
            throw new CredentialsProblem("No token for Buddy: settings.xml has no <server> '" + serverId
                    + "', and the environment variable " + VARIABLE + " is not set. Add <server><id>" + serverId
                    + "</id><password>TOKEN</password></server> to the <servers> of ~/.m2/settings.xml, or set "
                    + VARIABLE
                    + ".");
        }
        return new ApiToken(Secret.of(value), "the environment variable " + VARIABLE).sendable();
    }

    private ApiToken sendable() throws CredentialsProblem {
        if (!VisibleAscii.isAllOf(value.reveal())) {
            throw new CredentialsProblem(
                    "The token, which is " + origin
                            + ", has a blank, a line break or another character that no token of Buddy has: copy it anew from Buddy.");
        }
        return this;
    }
}
