package io.github.buddymaven.settings;

/** Credentials are missing or cannot be used; the message names the id and says what to change, and shows no secret. */
public final class CredentialsProblem extends Exception {
    private static final long serialVersionUID = 1L;

    CredentialsProblem(String message) {
        super(message);
    }
}
