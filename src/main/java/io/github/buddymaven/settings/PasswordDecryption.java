package io.github.buddymaven.settings;

import java.util.Base64;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/**
 * Decrypts passwords of settings.xml as the running Maven does. Maven 4 has decrypted them already, and to do so once more would
 * break a password with braces. Maven 3 hands back the ciphertext if it cannot decrypt it; that is never sent.
 */
public final class PasswordDecryption {
    /** Salt, length and one block: no ciphertext of Maven 3 is shorter. */
    private static final int LEAST_BYTES = 25;

    private final SettingsDecrypter decrypter;
    private final boolean decryptedByMaven;

    /** @param mavenVersion such as {@code 3.9.16} */
    public PasswordDecryption(SettingsDecrypter decrypter, String mavenVersion) {
        this.decrypter = decrypter;
        this.decryptedByMaven = !mavenVersion.startsWith("3.");
    }

    /** Returns whether a password has to be decrypted. */
    boolean isNeeded(@Nullable String password) {
        return !decryptedByMaven && password != null && isEncrypted(password);
    }

    /** Returns whether a text contains braces with Base64 in them, as Maven 3 writes ciphertext. */
    private static boolean isEncrypted(String password) {
        int start = password.indexOf('{');
        int end = password.indexOf('}', start + 1);
        if (start < 0 || end < 0) {
            return false;
        }
        try {
            return Base64.getDecoder().decode(password.substring(start + 1, end)).length >= LEAST_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    SettingsDecryptionResult decrypt(SettingsDecryptionRequest request, String owner) throws CredentialsException {
        SettingsDecryptionResult result = decrypter.decrypt(request);
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                throw new CredentialsException(
                        "The <password> of " + owner + " in settings.xml cannot be decrypted. Check"
                                + " that settings-security.xml has the master password with which it was encrypted, or encrypt it"
                                + " again with mvn --encrypt-password.");
            }
        }
        return result;
    }
}
