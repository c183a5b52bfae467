package io.github.buddymaven.api;

import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.http.Connector;
import io.github.buddymaven.http.Content;
import io.github.buddymaven.http.HttpFailure;
import io.github.buddymaven.http.Request;
import io.github.buddymaven.secret.Redactor;
import io.github.buddymaven.secret.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The calls of Buddy's API. Source: buddy.works/docs/api, "Actions". */
public final class BuddyApi {
    private static final String JSON = "application/json";

    private final Connector connector;
    private final Secret token;
    private final Redactor redactor;
    private final Map<String, String> headers;

    /**
     * @param redactor goes over whatever Buddy says before a person sees it
     * @param userAgent who calls, for Buddy's logs
     */
    public BuddyApi(Connector connector, Secret token, Redactor redactor, String userAgent) {
        this.connector = connector;
        this.token = token;
        this.redactor = redactor;
        // the media type was demanded by the docs of 2022, and older servers of one's own still do
        this.headers = Map.of("Accept", JSON, "X-Buddy-Media-Type", "buddy.v1.1.0", "User-Agent", userAgent);
    }

    /**
     * Adds an action at the end of a pipeline; another of the same name stays beside it.
     *
     * @throws Refusal where Buddy will not
     * @throws UnusableAnswer where the answer leaves open what happened
     * @throws HttpFailure where there is no answer
     */
    public RemoteAction add(Pipeline pipeline, PushAction action) throws Refusal, UnusableAnswer, HttpFailure {
        Content body = new Content(JSON, ActionJson.bytes(action));
        Answer answer = send("POST", pipeline.actions(), Optional.of(body));
        if (answer.status() == 404) {
            throw new Refusal(answer, missing(pipeline));
        }
        if (answer.status() >= 400 && answer.status() < 500) {
            throw new Refusal(answer, Optional.empty());
        }
        // documented is 201; a stub of another client answers 200
        return Optional.of(answer)
                .filter(Answer::isSuccess)
                .flatMap(Answer::action)
                .orElseThrow(() -> new UnusableAnswer(answer));
    }

    /** Which part of the address is unknown; asked only after a 404, and worth no failure of its own. */
    private Optional<Missing> missing(Pipeline pipeline) {
        try {
            for (Missing part : Missing.values()) {
                int status =
                        send("GET", pipeline.address(part), Optional.empty()).status();
                if (status != 200) {
                    return status == 404 ? Optional.of(part) : Optional.empty();
                }
            }
        } catch (HttpFailure e) {
            // the 404 itself is the news
        }
        return Optional.empty();
    }

    private Answer send(String method, URI address, Optional<Content> body) throws HttpFailure {
        return new Answer(connector.send(new Request(method, address, token, headers, body)), redactor);
    }
}
