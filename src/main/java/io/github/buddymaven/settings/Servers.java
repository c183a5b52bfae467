package io.github.buddymaven.settings;

import io.github.buddymaven.check.Unprintable;
import io.github.buddymaven.secret.Secret;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

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
        return server == null ? Optional.empty() : Optional.of(credentials(id, server));
    }

    private Credentials credentials(String id, Server encrypted) throws CredentialsProblem {
        Server server = decrypted(id, encrypted);
        String password = server.getPassword();
        if (password == null || password.isEmpty()) {
            throw new CredentialsProblem("The <server> '" + id
                    + "' of settings.xml has no <password>: add one, or remove the server there.");
        }
        if (Unprintable.in(password)) {
            throw new CredentialsProblem(
                    "The <password> of <server> '" + id
                            + "' in settings.xml has a line break or another control character: write it in one line, without it.");
        }
        return new Credentials(id, Optional.ofNullable(server.getUsername()), Secret.of(password));
    }

    /** Maven 3 hands back the ciphertext where it cannot decrypt, with a problem beside it; that is never sent. */
    private Server decrypted(String id, Server encrypted) throws CredentialsProblem {
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(encrypted));
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                throw new CredentialsProblem("The <password> of <server> '" + id
                        + "' in settings.xml cannot be decrypted: check that ~/.m2/settings-security.xml holds the master"
                        + " password with which it was encrypted, or encrypt it anew with 'mvn --encrypt-password'.");
            }
        }
        return result.getServer() == null ? encrypted : result.getServer();
    }
}
