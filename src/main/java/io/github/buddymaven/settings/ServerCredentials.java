package io.github.buddymaven.settings;

import io.github.buddymaven.secret.Redactor;
import io.github.buddymaven.secret.Secret;
import io.github.buddymaven.validation.Blanks;
import io.github.buddymaven.validation.ControlCharacters;
import io.github.buddymaven.validation.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The credentials that a goal takes from the {@code <server>} elements of settings.xml. What is missing or cannot be used is
 * gathered, so that the user edits settings.xml once: {@link #throwIfMissing()} reports it.
 */
public final class ServerCredentials {
    /** The environment variable with the token, for a build without a server in settings.xml. */
    public static final String TOKEN_VARIABLE = "BUDDY_TOKEN";

    private static final String ENVIRONMENT = "env.";

    private final Settings settings;
    private final PasswordDecryption decryption;
    private final Properties systemProperties;
    private final List<String> problems = new ArrayList<>();
    private Optional<Secret> ownToken = Optional.empty();

    /** @param systemProperties Maven's, which have the environment of the build as {@code env.NAME} */
    public ServerCredentials(Settings settings, PasswordDecryption decryption, Properties systemProperties) {
        this.settings = settings;
        this.decryption = decryption;
        this.systemProperties = systemProperties;
    }

    /**
     * The token for Buddy's API.
     *
     * @param value the token
     * @param origin where it came from, for a person who has to change it
     */
    public record ApiToken(Secret value, String origin) {}

    /**
     * The login of a registry.
     *
     * @param user the user name, which is no secret
     * @param password the password
     */
    public record Login(String user, Secret password) {}

    /** Finds the token: the password of the server, else the environment variable. */
    public Optional<ApiToken> token(String serverId) {
        if (settings.getServer(serverId) == null) {
            return tokenOfEnvironment(serverId);
        }
        Optional<Secret> password = password(serverId);
        return password.isEmpty()
                ? Optional.empty()
                : token(password.get().reveal(), "the <password> of " + owner(serverId));
    }

    private Optional<ApiToken> tokenOfEnvironment(String serverId) {
        String token = systemProperties.getProperty(ENVIRONMENT + TOKEN_VARIABLE, "");
        if (Blanks.strip(token).isEmpty()) {
            problems.add(
                    missing(Parameter.named("serverId", serverId).toString(), serverId, "<password>TOKEN</password>")
                            + " Or set the environment variable " + TOKEN_VARIABLE + ", which is not set.");
            return Optional.empty();
        }
        return token(token, "the environment variable " + TOKEN_VARIABLE);
    }

    private Optional<ApiToken> token(String copied, String origin) {
        String token = Blanks.strip(copied);
        if (SettingsText.isBroken(token)) {
            problems.add(
                    "The token is " + origin + ", and contains U+FFFD, so a character got lost before Maven read it."
                            + " Start Maven with a locale that has the character, such as LC_ALL=C.UTF-8.");
            return Optional.empty();
        }
        if (token.isEmpty() || !isVisibleAscii(token)) {
            problems.add("The token is " + origin + ", and contains a blank, a line break or another character that no"
                    + " token of Buddy has. Copy it again from Buddy.");
            return Optional.empty();
        }
        Secret value = Secret.of(token);
        ownToken = Optional.of(value);
        return Optional.of(new ApiToken(value, origin));
    }

    /** A header consists of such characters; any other would end it, or arrive as something else. */
    static boolean isVisibleAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < '!' || text.charAt(at) > '~') {
                return false;
            }
        }
        return true;
    }

    /** Finds the login of a private registry, which needs a user name and a password. */
    public Optional<Login> login(String registryServerId) {
        Server server = settings.getServer(registryServerId);
        if (server == null) {
            problems.add(missing(
                    Parameter.named("registryServerId", registryServerId).toString(),
                    registryServerId,
                    "<username>USER</username><password>PASSWORD</password>"));
            return Optional.empty();
        }
        String element = Parameter.named("registryServerId", registryServerId).toString();
        Optional<String> user = user(registryServerId, server.getUsername(), element);
        Optional<Secret> password = passwordToSend(registryServerId, element);
        return user.isPresent() && password.isPresent()
                ? Optional.of(new Login(user.get(), password.get()))
                : Optional.empty();
    }

    private Optional<String> user(String serverId, @Nullable String user, String element) {
        if (user == null || user.isBlank()) {
            problems.add(server(serverId) + " has no <username>, which the login to the registry needs. Add it there.");
            return Optional.empty();
        }
        if (holdsOwnToken(user)) {
            problems.add(element + ": the user name of this <server> contains the token that this goal uses for Buddy."
                    + " Name a <server> with another user name.");
            return Optional.empty();
        }
        return isUsable(user, "username", serverId) ? Optional.of(user) : Optional.empty();
    }

    /**
     * Finds the secret of a variable, which may have several lines.
     *
     * @param element the element that names the server, and of which variable
     */
    public Optional<Secret> secret(String serverId, String element) {
        if (settings.getServer(serverId) == null) {
            problems.add(missing(element, serverId, "<password>SECRET</password>"));
            return Optional.empty();
        }
        return passwordToSend(serverId, element);
    }

    /** The token of this goal is for Buddy's API, and not for what runs in a pipeline. */
    private Optional<Secret> passwordToSend(String serverId, String element) {
        Optional<Secret> password = password(serverId);
        if (password.isPresent() && holdsOwnToken(password.get().reveal())) {
            problems.add(element + ": the password of this <server> contains the token that this goal uses for Buddy."
                    + " Name a <server> with another password.");
            return Optional.empty();
        }
        return password;
    }

    /** A short token may be part of any text. */
    private boolean holdsOwnToken(String text) {
        return ownToken.isPresent()
                && (Blanks.strip(text).equals(ownToken.get().reveal())
                        || Redactor.of(List.of(ownToken.get())).containsSecret(text));
    }

    private static String missing(String element, String serverId, String content) {
        return element + ": settings.xml has no <server> of this id. Add <server><id>" + Parameter.display(serverId)
                + "</id>" + content + "</server> to the <servers> of ~/.m2/settings.xml.";
    }

    private Optional<Secret> password(String serverId) {
        Server server = settings.getServer(serverId);
        String password = server.getPassword();
        if (password == null || password.isEmpty()) {
            problems.add(server(serverId) + " has no <password>. Add one, or remove the server there.");
            return Optional.empty();
        }
        if (!isUsable(password, "password", serverId)) {
            return Optional.empty();
        }
        try {
            String clear = decryption.decrypt(server, owner(serverId));
            return isPrintable(clear, serverId) ? Optional.of(Secret.of(clear)) : Optional.empty();
        } catch (CredentialsException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private boolean isUsable(String text, String element, String serverId) {
        Optional<String> problem = SettingsText.problem(text, element, owner(serverId));
        if (problem.isPresent()) {
            problems.add(problem.get());
        }
        return problem.isEmpty();
    }

    private boolean isPrintable(String password, String serverId) {
        String printable = password.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
        if (ControlCharacters.isIn(printable)) {
            problems.add("The <password> of " + owner(serverId)
                    + " contains a control character other than a line break or a tab. Remove that character.");
            return false;
        }
        return true;
    }

    private static String server(String serverId) {
        return "The <server> '" + Parameter.display(serverId) + "' of settings.xml";
    }

    private static String owner(String serverId) {
        return "<server> '" + Parameter.display(serverId) + "' in settings.xml";
    }

    /**
     * Ends the search.
     *
     * @throws CredentialsException with everything that is missing or cannot be used
     */
    public void throwIfMissing() throws CredentialsException {
        if (!problems.isEmpty()) {
            throw CredentialsException.ofAll(problems);
        }
    }
}
