package io.github.buddymaven.api;

import io.github.buddymaven.secret.Redactor;
import java.util.Optional;

/**
 * An action as Buddy's list of actions has it. Texts for a person are cleaned of secrets only when they are asked for: a list
 * may be long.
 */
public final class ActionSummary {
    private final long id;
    private final String name;
    private final String type;
    private final Optional<String> lastStatus;
    private final Optional<String> url;
    private final Optional<String> htmlUrl;
    private final Redactor redactor;

    ActionSummary(
            long id,
            String name,
            String type,
            Optional<String> lastStatus,
            Optional<String> url,
            Optional<String> htmlUrl,
            Redactor redactor) {
        this.id = id;
        this.name = name;
        this.type = type;
        this.lastStatus = lastStatus;
        this.url = url;
        this.htmlUrl = htmlUrl;
        this.redactor = redactor;
    }

    /** Returns its number, which is unique in Buddy. */
    public long id() {
        return id;
    }

    /** Returns its number to show it; empty if it is the token. */
    public Optional<String> shownId() {
        String number = String.valueOf(id);
        return redactor.containsToken(number) ? Optional.empty() : Optional.of(number);
    }

    /** Returns its name, which need not be unique; to compare, not to show. */
    public String name() {
        return name;
    }

    /** Returns its type, such as {@code DOCKER_PUSH}; to compare, not to show. */
    public String type() {
        return type;
    }

    /** Returns its number for a text; an ellipsis if it is the token. */
    public String displayId() {
        return shownId().orElse("…");
    }

    /** Returns its name without secrets of this build. */
    public String displayName() {
        return redactor.redact(name);
    }

    /** Returns its type without secrets of this build. */
    public String displayType() {
        return redactor.redact(type);
    }

    /** Returns how its last run ended, such as {@code SUCCESSFUL}; empty if Buddy does not say. */
    public Optional<String> lastStatus() {
        return lastStatus.map(redactor::redact).filter(text -> !text.isEmpty());
    }

    /** Returns its address in the API; empty if Buddy does not say, or if it contains a secret of this build. */
    public Optional<String> url() {
        return safe(url);
    }

    /** Returns its address for a browser; empty if Buddy does not say, or if it contains a secret of this build. */
    public Optional<String> htmlUrl() {
        return safe(htmlUrl);
    }

    private Optional<String> safe(Optional<String> address) {
        return address.isEmpty() ? address : RedactedJson.address(address.get(), redactor);
    }

    /** Returns the same action with the name and the type that it was sent with. */
    public ActionSummary sentAs(String sentName, String sentType) {
        return new ActionSummary(id, sentName, sentType, lastStatus, url, htmlUrl, redactor);
    }
}
