package io.github.buddymaven;

import org.jspecify.annotations.Nullable;

/**
 * One of the {@code <variables>} of an action. It has a {@code key} and a {@code value}; a secret one names a
 * {@code serverId} instead of the value. A secret in the POM itself is refused.
 *
 * <p>Source: buddy.works/docs/api, "Add an action", {@code variables}.
 */
public class Variable extends Bean {
    /** The name of the variable; no two of an action have the same. Required. */
    public void setKey(@Nullable String value) {
        put("key", value);
    }

    /** Its value; may be empty, or have several lines. Refused where {@code encrypted} is true. */
    public void setValue(@Nullable String value) {
        put("value", value);
    }

    /** The {@code <server>} of settings.xml whose {@code <password>} is the value; it is sent encrypted. */
    public void setServerId(@Nullable String value) {
        put("serverId", value);
    }

    /** {@code VAR}, which is Buddy's default, {@code FILE}, {@code SSH_KEY}, or another that Buddy knows. */
    public void setType(@Nullable String value) {
        put("type", value);
    }

    /** Whether Buddy hides the value; true by itself with {@code serverId}. */
    public void setEncrypted(@Nullable String value) {
        put("encrypted", value);
    }

    /** Whether actions of the pipeline may set it. */
    public void setSettable(@Nullable String value) {
        put("settable", value);
    }

    /** Whether it can be set for a single run alone. */
    public void setRunOnlySettable(@Nullable String value) {
        put("runOnlySettable", value);
    }

    /** What it is for. */
    public void setDescription(@Nullable String value) {
        put("description", value);
    }

    /** Where a file or a key is put. */
    public void setFilePath(@Nullable String value) {
        put("filePath", value);
    }

    /** The permissions of the file, such as {@code 600}. */
    public void setFileChmod(@Nullable String value) {
        put("fileChmod", value);
    }

    /** {@code NONE}, or {@code CONTAINER} to copy the file there. */
    public void setFilePlace(@Nullable String value) {
        put("filePlace", value);
    }

    /** Refused: name a {@code passwordServerId}. */
    public void setPassword(@Nullable String value) {
        put("password", value);
    }

    /** The {@code <server>} of settings.xml whose {@code <password>} is the {@code password} of a file or a key. */
    public void setPasswordServerId(@Nullable String value) {
        put("passwordServerId", value);
    }

    /** Refused: name a {@code passphraseServerId}. */
    public void setPassphrase(@Nullable String value) {
        put("passphrase", value);
    }

    /** The {@code <server>} of settings.xml whose {@code <password>} is the {@code passphrase} of a key. */
    public void setPassphraseServerId(@Nullable String value) {
        put("passphraseServerId", value);
    }

    /** The identifier of a key that Buddy has. */
    public void setKeyIdentifier(@Nullable String value) {
        put("keyIdentifier", value);
    }

    /** The path of a file in the repository with which it starts. */
    public void setInitPath(@Nullable String value) {
        put("initPath", value);
    }

    /** What it has where no value is set. */
    public void setDefaults(@Nullable String value) {
        put("defaults", value);
    }
}
