package io.github.buddymaven.settings;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Credentials are missing or cannot be used; the message names the id and says what to change, and shows no secret. */
public final class CredentialsProblem extends Exception {
    private static final long serialVersionUID = 1L;

    CredentialsProblem(String message) {
        super(message);
    }

    /** One for all of them, so that the reader mends settings.xml once. */
    public static CredentialsProblem all(List<CredentialsProblem> problems) {
        return problems.size() == 1
                ? problems.get(0)
                : new CredentialsProblem(problems.stream()
                        .map(problem -> "\n  - " + problem.getMessage())
                        .collect(joining(
                                "", problems.size() + " servers of settings.xml are missing or of no use:", "")));
    }
}
