package io.github.buddymaven.settings;

import io.github.buddymaven.check.Unprintable;
import io.github.buddymaven.secret.Secret;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** The {@code <server>} elements of settings.xml. */
public final class Servers {
    private final Settings settings;
    private final SettingsDecrypter decrypter;

    public Servers(Settings settings, SettingsDecrypter decrypter) {
        this.settings = settings;
        this.decrypter = decrypter;
    }

    /**
     * The credentials of a server; empty where settings.xml has no server of this id.
     *
     * @throws CredentialsProblem where it has one whose password is missing or cannot be used
     */
    public Optional<Credentials> find(String id) throws CredentialsProblem {
        Server server = settings.getServer(id);
        return server == null ? Optional.empty() : Optional.of(oneLine(credentials(id, server)));
    }

    /** The same for a password that may have several lines, as a private key has. */
    Optional<Credentials> findWithLines(String id) throws CredentialsProblem {
        Server server = settings.getServer(id);
        return server == null ? Optional.empty() : Optional.of(credentials(id, server));
    }

    private Credentials credentials(String id, Server encrypted) throws CredentialsProblem {
        Server server = decrypted(id, encrypted);
        String password = server.getPassword();
        if (password == null || password.isEmpty()) {
            throw new CredentialsProblem("The <server> '" + id
                    + "' of settings.xml has no <password>: add one, or remove the server there.");
        }
        return new Credentials(id, Optional.ofNullable(server.getUsername()), Secret.of(password));
    }

    private static Credentials oneLine(Credentials credentials) throws CredentialsProblem {
        if (Unprintable.in(credentials.password().reveal())) {
            throw new CredentialsProblem(
                    "The <password> of <server> '" + credentials.serverId()
                            + "' in settings.xml has a line break or another control character: write it in one line, without it.");
        }
        return credentials;
    }

    private Server decrypted(String id, Server encrypted) throws CredentialsProblem {
        Server server = Decryption.of(
                        decrypter.decrypt(new DefaultSettingsDecryptionRequest(encrypted)), "<server> '" + id + "'")
                .getServer();
        return server == null ? encrypted : server;
    }
}
