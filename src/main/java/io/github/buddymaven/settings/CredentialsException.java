package io.github.buddymaven.settings;

import java.util.List;

/** Credentials are missing or cannot be used. The message names the element and says what to change, and shows no secret. */
public final class CredentialsException extends Exception {
    private static final long serialVersionUID = 1L;

    CredentialsException(String message) {
        super(message);
    }

    /** Creates one exception for all problems, so that the user edits settings.xml once. */
    static CredentialsException ofAll(List<String> problems) {
        return new CredentialsException(
                problems.size() == 1
                        ? problems.get(0)
                        : problems.size() + " entries of settings.xml are missing or cannot be used:\n  - "
                                + String.join("\n  - ", problems));
    }
}
