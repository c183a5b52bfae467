package io.github.buddymaven.settings;

import java.util.Base64;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * Decrypts passwords of settings.xml as the running Maven does. Maven 4 has decrypted them already, and to do so once more would
 * break a password with braces. Maven 3 hands back the ciphertext if it cannot decrypt it; that is never sent.
 */
public final class PasswordDecryption {
    /** Salt, length and one block: no ciphertext of Maven 3 is shorter. */
    private static final int MIN_BYTES = 25;

    private final SettingsDecrypter decrypter;
    private final boolean decryptedByMaven;

    /** @param mavenVersion such as {@code 3.9.16} */
    public PasswordDecryption(SettingsDecrypter decrypter, String mavenVersion) {
        this.decrypter = decrypter;
        this.decryptedByMaven = !mavenVersion.startsWith("3.");
    }

    /**
     * Returns the password of a server in clear.
     *
     * @param owner what has the password, such as {@code <server> 'nexus' in settings.xml}
     */
    String decrypt(Server server, String owner) throws CredentialsException {
        return isNeeded(server.getPassword())
                ? decrypt(new DefaultSettingsDecryptionRequest(server), owner)
                        .getServer()
                        .getPassword()
                : server.getPassword();
    }

    /** Does the same for a proxy. */
    String decrypt(Proxy proxy, String owner) throws CredentialsException {
        return isNeeded(proxy.getPassword())
                ? decrypt(new DefaultSettingsDecryptionRequest(proxy), owner)
                        .getProxy()
                        .getPassword()
                : proxy.getPassword();
    }

    private boolean isNeeded(String password) {
        return !decryptedByMaven && isEncrypted(password);
    }

    /** Returns whether a text contains braces with Base64 in them, as Maven 3 writes ciphertext. */
    private static boolean isEncrypted(String password) {
        int start = password.indexOf('{');
        int end = password.indexOf('}', start + 1);
        if (start < 0 || end < 0) {
            return false;
        }
        try {
            return Base64.getDecoder().decode(password.substring(start + 1, end)).length >= MIN_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private SettingsDecryptionResult decrypt(SettingsDecryptionRequest request, String owner)
            throws CredentialsException {
        SettingsDecryptionResult result = decrypter.decrypt(request);
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                throw new CredentialsException("The <password> of " + owner + " cannot be decrypted. Check"
                        + " that settings-security.xml has the master password with which it was encrypted, or encrypt it"
                        + " again with mvn --encrypt-password.");
            }
        }
        return result;
    }
}
