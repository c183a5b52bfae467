package io.github.buddymaven;

import org.jspecify.annotations.Nullable;

/**
 * One of the {@code <variables>} of an action. It has a {@code key} and a {@code value}; a secret one has a {@code serverId}
 * instead of the value. A secret in the POM itself is refused.
 *
 * <p>Maven calls these setters, which tell editors the elements and refuse others; {@link PushActionConfigReader} reads the
 * same XML.
 *
 * <p>Source: buddy.works/docs/api, "Add an action", {@code variables}.
 */
public class Variable {
    /** Required. The name of the variable; no two of an action may have the same. */
    public void setKey(@Nullable String value) {}

    /** The value; it may be empty or have several lines. Refused if {@code encrypted} is true or {@code type} is {@code SSH_KEY}, because it is a secret then. */
    public void setValue(@Nullable String value) {}

    /** The {@code <server>} of settings.xml whose {@code <password>} is the value; it is sent encrypted. */
    public void setServerId(@Nullable String value) {}

    /** {@code VAR}, which is Buddy's default, {@code FILE}, {@code SSH_KEY}, or another that Buddy knows. */
    public void setType(@Nullable String value) {}

    /** Whether Buddy hides the value. It always does with {@code serverId}. */
    public void setEncrypted(@Nullable String value) {}

    /** Whether the actions of the pipeline may give it another value. */
    public void setSettable(@Nullable String value) {}

    /** Whether another value only holds for the run in which it was set. */
    public void setRunOnlySettable(@Nullable String value) {}

    /** A description; it may have several lines. */
    public void setDescription(@Nullable String value) {}

    /** The path to which Buddy writes a file or a key. */
    public void setFilePath(@Nullable String value) {}

    /** The permissions of the file, such as {@code 600}. */
    public void setFileChmod(@Nullable String value) {}

    /** {@code CONTAINER} to copy the file into the container, or {@code NONE}. */
    public void setFilePlace(@Nullable String value) {}

    /** Refused, because it is a secret: use {@code passwordServerId}. */
    public void setPassword(@Nullable String value) {}

    /** The {@code <server>} of settings.xml whose {@code <password>} is the {@code password} of a file or a key. */
    public void setPasswordServerId(@Nullable String value) {}

    /** Refused, because it is a secret: use {@code passphraseServerId}. */
    public void setPassphrase(@Nullable String value) {}

    /** The {@code <server>} of settings.xml whose {@code <password>} is the {@code passphrase} of a key. */
    public void setPassphraseServerId(@Nullable String value) {}

    /** The identifier of a key that Buddy has. */
    public void setKeyIdentifier(@Nullable String value) {}

    /** The path of a file in the repository with the options to choose from. Source: buddy.works/docs/api, "Set variables". */
    public void setInitPath(@Nullable String value) {}

    /** The options to choose from when somebody sets the variable, one per line. Source: buddy.works/docs/api, "Set variables". */
    public void setDefaults(@Nullable String value) {}

    /** Maven calls this for a text in place of elements, which is reported with all other problems. */
    public void set(@Nullable String text) {}
}
