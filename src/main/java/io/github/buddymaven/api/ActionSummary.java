package io.github.buddymaven.api;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** An action as Buddy's list of actions has it. What the server wrote is cleaned when it is asked for: a list is long. */
public final class ActionSummary {
    private final long id;
    private final String name;
    private final String type;
    private final Optional<String> lastStatus;
    private final Optional<String> url;
    private final Optional<String> htmlUrl;
    private final UnaryOperator<String> clean;

    /**
     * An action as it came.
     *
     * @param clean makes a text of the server's fit for a person to see
     */
    ActionSummary(
            long id,
            String name,
            String type,
            Optional<String> lastStatus,
            Optional<String> url,
            Optional<String> htmlUrl,
            UnaryOperator<String> clean) {
        this.id = id;
        this.name = name;
        this.type = type;
        this.lastStatus = lastStatus;
        this.url = url;
        this.htmlUrl = htmlUrl;
        this.clean = clean;
    }

    /** Its number, unique in Buddy. */
    public long id() {
        return id;
    }

    /** Its name, which need not be unique. */
    public String name() {
        return name;
    }

    /** Its type, such as {@code DOCKER_PUSH}. */
    public String type() {
        return type;
    }

    /** How its last run ended, such as {@code SUCCESSFUL}; empty where Buddy does not say. */
    public Optional<String> lastStatus() {
        return cleaned(lastStatus);
    }

    /** Where the API has it. */
    public Optional<String> url() {
        return cleaned(url);
    }

    /** Where a person finds it. */
    public Optional<String> htmlUrl() {
        return cleaned(htmlUrl);
    }

    private Optional<String> cleaned(Optional<String> text) {
        return text.map(clean).filter(shown -> !shown.isEmpty());
    }

    /** The same action under the name and the type that it was sent with. */
    public ActionSummary sentAs(String sentName, String sentType) {
        return new ActionSummary(id, sentName, sentType, lastStatus, url, htmlUrl, clean);
    }
}
