package io.github.buddymaven.api;

import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.action.Value;
import io.github.buddymaven.http.Request;
import io.github.buddymaven.http.RequestBody;
import io.github.buddymaven.http.Transport;
import io.github.buddymaven.http.TransportException;
import io.github.buddymaven.secret.Redactor;
import io.github.buddymaven.secret.Secret;
import java.net.URI;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The calls of Buddy's API. Each throws a {@link Refusal} where Buddy will not, an {@link UnusableAnswer} where the answer
 * leaves open what happened, and an {@link TransportException} where there is none.
 *
 * <p>Source: buddy.works/docs/api, "Actions".
 */
public final class BuddyApi {
    private static final String JSON = "application/json";

    private final Transport transport;
    private final Secret token;
    private final Redactor redactor;
    private final Map<String, String> headers;

    /**
     * @param redactor goes over whatever Buddy says before a person sees it
     * @param userAgent who calls, for Buddy's logs
     */
    public BuddyApi(Transport transport, Secret token, Redactor redactor, String userAgent) {
        this.transport = transport;
        this.token = token;
        this.redactor = redactor;
        // the media type was demanded by the docs of 2022, and older servers of one's own still do
        this.headers = Map.of("Accept", JSON, "X-Buddy-Media-Type", "buddy.v1.1.0", "User-Agent", userAgent);
    }

    /** All actions of a pipeline. */
    public List<ActionSummary> list(Pipeline pipeline) throws Refusal, UnusableAnswer, TransportException {
        return actions(send("GET", pipeline.actions(), Optional.empty()), () -> missing(pipeline));
    }

    /** The same; empty where they cannot be listed at this address, of which an addition will tell more. */
    public Optional<List<ActionSummary>> listIfKnown(Pipeline pipeline)
            throws Refusal, UnusableAnswer, TransportException {
        Answer answer = send("GET", pipeline.actions(), Optional.empty());
        return answer.status() == 404 || answer.status() == 405
                ? Optional.empty()
                : Optional.of(actions(answer, Optional::empty));
    }

    private static List<ActionSummary> actions(Answer answer, Supplier<Optional<Missing>> missing)
            throws Refusal, UnusableAnswer {
        return success(answer, missing).flatMap(Answer::actions).orElseThrow(() -> new UnusableAnswer(answer, false));
    }

    /** All pipelines of a project, read page by page. */
    public List<PipelineSummary> pipelines(Project project) throws Refusal, UnusableAnswer, TransportException {
        Set<PipelineSummary> all = new LinkedHashSet<>();
        for (int page = 1; ; page++) {
            Answer answer = send("GET", project.pipelines(page), Optional.empty());
            List<PipelineSummary> some = success(answer, () -> missing(project.parts()))
                    .flatMap(Answer::pipelines)
                    .orElseThrow(() -> new UnusableAnswer(answer, false));
            if (!all.addAll(some)) { // an empty page, or one of a server that knows no pages
                return List.copyOf(all);
            }
        }
    }

    /** One action, whole. */
    public RemoteAction get(Pipeline pipeline, long id) throws Refusal, UnusableAnswer, TransportException {
        Answer answer = send("GET", pipeline.action(id), Optional.empty());
        return success(answer, Optional::empty)
                .flatMap(Answer::action)
                .filter(action -> action.summary().id() == id)
                .orElseThrow(() -> new UnusableAnswer(answer, false));
    }

    /** Adds an action at the end of a pipeline; another of the same name stays beside it. */
    public RemoteAction add(Pipeline pipeline, PushAction action) throws Refusal, UnusableAnswer, TransportException {
        RequestBody body = new RequestBody(JSON, ActionJson.bytes(action.name(), action.complete()));
        Answer answer = send("POST", pipeline.actions(), Optional.of(body));
        // documented is 201; a stub of another client answers 200
        return success(answer, () -> missing(pipeline))
                .flatMap(Answer::action)
                .orElseThrow(() -> new UnusableAnswer(answer, true));
    }

    /** Changes some fields of an action, which keeps its others; name and type are sent with every edit. */
    public RemoteAction edit(Pipeline pipeline, long id, String name, Map<Field, Value> changes)
            throws Refusal, UnusableAnswer, TransportException {
        RequestBody body = new RequestBody(JSON, ActionJson.bytes(name, changes));
        Answer answer = send("PATCH", pipeline.action(id), Optional.of(body));
        return success(answer, () -> missing(pipeline))
                .flatMap(Answer::action)
                .filter(action -> action.summary().id() == id)
                .orElseThrow(() -> new UnusableAnswer(answer, true));
    }

    private static Optional<Answer> success(Answer answer, Supplier<Optional<Missing>> missing) throws Refusal {
        if (answer.status() >= 400 && answer.status() < 500) {
            throw new Refusal(answer, answer.status() == 404 ? missing.get() : Optional.empty());
        }
        return answer.isSuccess() ? Optional.of(answer) : Optional.empty();
    }

    /** Which part of the address is unknown; asked only after a 404, and worth no failure of its own. */
    private Optional<Missing> missing(Pipeline pipeline) {
        Map<Missing, URI> parts = new EnumMap<>(pipeline.project().parts());
        parts.put(Missing.PIPELINE, pipeline.uri());
        return missing(parts);
    }

    private Optional<Missing> missing(Map<Missing, URI> parts) {
        try {
            for (Map.Entry<Missing, URI> part : parts.entrySet()) {
                int status = send("GET", part.getValue(), Optional.empty()).status();
                if (status != 200) {
                    return status == 404 ? Optional.of(part.getKey()) : Optional.empty();
                }
            }
        } catch (TransportException e) {
            // the 404 itself is the news
        }
        return Optional.empty();
    }

    private Answer send(String method, URI address, Optional<RequestBody> body) throws TransportException {
        Request request = new Request(method, address, token, headers, body);
        Answer answer = exchange(request);
        boolean cutOff = answer.isSuccess() && !answer.isJson();
        return cutOff && request.isRetryable() ? exchange(request) : answer;
    }

    private Answer exchange(Request request) throws TransportException {
        return new Answer(transport.send(request), request.isRead(), redactor);
    }
}
