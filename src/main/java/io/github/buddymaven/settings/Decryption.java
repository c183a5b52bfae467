package io.github.buddymaven.settings;

import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** What Maven made of an encrypted password. Maven 3 hands back the ciphertext where it cannot; that is never sent. */
final class Decryption {
    private Decryption() {}

    /** The result, where it holds a password in clear. */
    static SettingsDecryptionResult of(SettingsDecryptionResult result, String owner) throws CredentialsProblem {
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                throw new CredentialsProblem("The <password> of " + owner
                        + " in settings.xml cannot be decrypted: check that Maven's settings-security.xml holds the master"
                        + " password with which it was encrypted, or encrypt it anew with"
                        + " 'mvn --encrypt-password'.");
            }
        }
        return result;
    }
}
