package io.github.buddymaven.secret;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Takes known secrets out of text that others wrote: a server's refusal, an exception's message. */
public final class Redactor {
    private final List<Pattern> disguises;

    private Redactor(List<Pattern> disguises) {
        this.disguises = disguises;
    }

    public static Redactor of(Collection<Secret> secrets) {
        return new Redactor(secrets.stream()
                .filter(secret -> !secret.reveal().isEmpty())
                .map(Disguises::of)
                .toList());
    }

    public String redact(String text) {
        String clean = text;
        for (Pattern disguise : disguises) {
            clean = disguise.matcher(clean).replaceAll(Secret.MASK);
        }
        return clean;
    }

    /** The same exception for a reader of {@code mvn -e}: its kind, stack and causes, with the messages redacted. */
    public Throwable redact(Throwable original) {
        return RedactedThrowable.of(original, this);
    }
}
