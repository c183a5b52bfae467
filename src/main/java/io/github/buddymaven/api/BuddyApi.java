package io.github.buddymaven.api;

import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.http.Connector;
import io.github.buddymaven.http.Content;
import io.github.buddymaven.http.HttpFailure;
import io.github.buddymaven.http.Request;
import io.github.buddymaven.secret.Redactor;
import io.github.buddymaven.secret.Secret;
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
        Request request = new Request("POST", pipeline.actions(), token, headers, Optional.of(body));
        Answer answer = new Answer(connector.send(request), redactor);
        if (answer.status() >= 400 && answer.status() < 500) {
            throw new Refusal(answer.status(), answer.messages());
        }
        // documented is 201; a stub of another client answers 200
        return Optional.of(answer)
                .filter(Answer::isSuccess)
                .flatMap(Answer::action)
                .orElseThrow(() -> new UnusableAnswer(answer));
    }
}
