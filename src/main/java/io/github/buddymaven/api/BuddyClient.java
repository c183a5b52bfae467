package io.github.buddymaven.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.api.ClientErrorException.AddressPart;
import io.github.buddymaven.http.Request;
import io.github.buddymaven.http.Transport;
import io.github.buddymaven.http.TransportException;
import io.github.buddymaven.secret.Redactor;
import io.github.buddymaven.secret.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The calls of Buddy's API. Each throws a {@link BuddyException} whose kind says whether Buddy refused, answered without
 * sense, or did not answer.
 *
 * <p>Source: buddy.works/docs/api, "Actions" and "Pipelines".
 */
public final class BuddyClient {
    private static final int PER_PAGE = 100;

    /** What a server without pages may answer if it is asked for the second one. */
    private static final Set<Integer> NO_PAGES = Set.of(400, 404, 422);

    /** A server that repeats its pages for ever is not read for ever. */
    private static final int MAX_PAGES = 100;

    private static final String ENDLESS_LIST = "a list whose pages repeat or do not end";

    private final Transport transport;
    private final Secret token;
    private final Redactor redactor;
    private final Map<String, String> headers;

    /**
     * Creates a client.
     *
     * @param redactor removes secrets from whatever Buddy says, before a person sees it
     * @param userAgent who calls, for Buddy's logs
     */
    public BuddyClient(Transport transport, Secret token, Redactor redactor, String userAgent) {
        this.transport = transport;
        this.token = token;
        this.redactor = redactor;
        // the docs of 2022 demand the media type, and so do older servers of one's own
        this.headers =
                Map.of("Accept", "application/json", "X-Buddy-Media-Type", "buddy.v1.1.0", "User-Agent", userAgent);
    }

    /**
     * Lists the actions of a pipeline, page by page if the server has pages.
     *
     * @param sought the name that the caller looks for: if it is on the first page, the others need not be read
     */
    public ActionList listActions(Pipeline pipeline, String sought) throws BuddyException {
        BuddyResponse first = success(get(pipeline.actionsUri()), pipeline);
        List<ActionSummary> all = new ArrayList<>(actions(first));
        OptionalInt pages = first.totalPages();
        // no paging is documented, but whole tens may be the end of a page
        boolean mayHaveMore = pages.isPresent() ? pages.getAsInt() > 1 : !all.isEmpty() && all.size() % 10 == 0;
        if (mayHaveMore && (pages.isPresent() || !contains(sought, all))) {
            addFurtherPages(pipeline, pages, all);
            mayHaveMore = false;
        }
        return new ActionList(all, !mayHaveMore);
    }

    /** Lists all actions of a pipeline. */
    public List<ActionSummary> listActions(Pipeline pipeline) throws BuddyException {
        return listActions(pipeline, "").actions();
    }

    private void addFurtherPages(Pipeline pipeline, OptionalInt pages, List<ActionSummary> all) throws BuddyException {
        Set<Long> ids = new HashSet<>();
        all.forEach(action -> ids.add(action.id()));
        int perPage = all.size();
        for (int page = 2; page <= pages.orElse(Integer.MAX_VALUE); page++) {
            URI uri = page(pipeline.actionsUri(), page, perPage);
            BuddyResponse response = get(uri);
            if (pages.isEmpty() && page == 2 && NO_PAGES.contains(response.status())) {
                return;
            }
            boolean hasNew = false;
            for (ActionSummary action : actions(success(response, pipeline))) {
                if (ids.add(action.id())) {
                    all.add(action);
                    hasNew = true;
                }
            }
            if (!hasNew && pages.isEmpty()) {
                return;
            }
            if (!hasNew || page == MAX_PAGES) {
                throw new UnexpectedResponseException(response, ENDLESS_LIST);
            }
        }
    }

    private static boolean contains(String name, List<ActionSummary> actions) {
        for (ActionSummary action : actions) {
            if (action.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static List<ActionSummary> actions(BuddyResponse response) throws UnexpectedResponseException {
        return response.actions().orElseThrow(() -> new UnexpectedResponseException(response));
    }

    /** Lists all pipelines of a project, page by page. */
    public List<Pipeline.Summary> listPipelines(Project project) throws BuddyException {
        List<Pipeline.Summary> all = new ArrayList<>();
        Set<Integer> ids = new HashSet<>();
        for (int page = 1; page <= MAX_PAGES; page++) {
            URI uri = page(project.pipelinesUri(), page, PER_PAGE);
            BuddyResponse response = success(get(uri), project);
            boolean hasNew = false;
            for (Pipeline.Summary pipeline :
                    response.pipelines().orElseThrow(() -> new UnexpectedResponseException(response))) {
                if (ids.add(pipeline.id())) {
                    all.add(pipeline);
                    hasNew = true;
                }
            }
            if (!hasNew) { // an empty page, or one of a server that has no pages
                return all;
            }
            if (page == MAX_PAGES) {
                throw new UnexpectedResponseException(response, ENDLESS_LIST);
            }
        }
        return all;
    }

    /** Gets a whole action. */
    public RemoteAction getAction(Pipeline pipeline, long id) throws BuddyException {
        return action(success(get(pipeline.actionUri(id))), id);
    }

    /** Creates an action; others of the same name stay beside it. */
    public RemoteAction createAction(Pipeline pipeline, ObjectNode payload) throws BuddyException {
        // 201 is documented; a stub of another client answers 200
        BuddyResponse response = success(send("POST", pipeline.actionsUri(), payload), pipeline);
        return response.action().orElseThrow(() -> new UnexpectedResponseException(response));
    }

    /** Updates some fields of an action, which keeps its others. */
    public RemoteAction updateAction(Pipeline pipeline, long id, ObjectNode payload) throws BuddyException {
        return action(success(send("PATCH", pipeline.actionUri(id), payload), pipeline), id);
    }

    /** Deletes an action. */
    public void deleteAction(Pipeline pipeline, long id) throws BuddyException {
        BuddyResponse response =
                success(exchange(request("DELETE", pipeline.actionUri(id), Optional.empty())), pipeline);
        if (response.status() != 204) { // others come from something in between
            throw new UnexpectedResponseException(response);
        }
    }

    /** Starts a run of a pipeline. */
    public RemoteRun startRun(Pipeline pipeline, ObjectNode payload) throws BuddyException {
        Request request = request("POST", pipeline.runsUri(), Optional.of(Json.bytes(payload)));
        BuddyResponse response = success(exchange(request.lasting()), pipeline);
        return response.run().orElseThrow(() -> new UnexpectedResponseException(response));
    }

    /** Gets a run with its actions. */
    public RemoteRun getRun(Pipeline pipeline, long id) throws BuddyException {
        BuddyResponse response = success(get(URI.create(pipeline.runsUri() + "/" + id)), pipeline);
        return response.run()
                .filter(run -> run.id() == id)
                .orElseThrow(() -> new UnexpectedResponseException(response));
    }

    /** Finds a run by its comment. The order of the list is not documented, so all of its pages may have to be read. */
    public Optional<RemoteRun> findRun(Pipeline pipeline, String inComment) throws BuddyException {
        Set<Long> ids = new HashSet<>();
        boolean hasNew = true;
        for (int page = 1; page <= MAX_PAGES && hasNew; page++) {
            URI uri = page(pipeline.runsUri(), page, PER_PAGE);
            BuddyResponse response = success(get(uri), pipeline);
            hasNew = false;
            for (RemoteRun run : response.runs().orElseThrow(() -> new UnexpectedResponseException(response))) {
                if (run.hasInComment(inComment)) {
                    return Optional.of(run);
                }
                hasNew |= ids.add(run.id());
            }
        }
        return Optional.empty();
    }

    private static RemoteAction action(BuddyResponse response, long id) throws UnexpectedResponseException {
        Optional<RemoteAction> action = response.action();
        if (action.isEmpty() || action.get().summary().id() != id) {
            throw new UnexpectedResponseException(response);
        }
        return action.get();
    }

    private BuddyResponse success(BuddyResponse response, Pipeline pipeline) throws BuddyException {
        Map<AddressPart, URI> parts = partsOf(pipeline.project());
        parts.put(AddressPart.PIPELINE, pipeline.uri());
        return success(response, parts);
    }

    private BuddyResponse success(BuddyResponse response, Project project) throws BuddyException {
        return success(response, partsOf(project));
    }

    private BuddyResponse success(BuddyResponse response) throws BuddyException {
        return success(response, Map.of());
    }

    private BuddyResponse success(BuddyResponse response, Map<AddressPart, URI> parts) throws BuddyException {
        if (response.isClientError()) {
            throw new ClientErrorException(response, response.status() == 404 ? unknownPart(parts) : Optional.empty());
        }
        if (!response.isSuccess()) {
            throw new UnexpectedResponseException(response);
        }
        return response;
    }

    private static Map<AddressPart, URI> partsOf(Project project) {
        Map<AddressPart, URI> parts = new LinkedHashMap<>();
        parts.put(AddressPart.WORKSPACE, project.workspaceUri());
        parts.put(AddressPart.PROJECT, project.uri());
        return parts;
    }

    /** Asks which part of an address is unknown; if that fails, the 404 itself is what the user reads. */
    private Optional<AddressPart> unknownPart(Map<AddressPart, URI> parts) {
        try {
            for (Map.Entry<AddressPart, URI> part : parts.entrySet()) {
                int status = get(part.getValue()).status();
                if (status != 200) {
                    return status == 404 ? Optional.of(part.getKey()) : Optional.empty();
                }
            }
        } catch (UnreachableException e) {
            // see above
        }
        return Optional.empty();
    }

    private static URI page(URI list, int page, int perPage) {
        return URI.create(list + "?page=" + page + "&per_page=" + perPage);
    }

    private BuddyResponse get(URI uri) throws UnreachableException {
        Request request = request("GET", uri, Optional.empty());
        BuddyResponse response = exchange(request);
        boolean cutOff = response.isSuccess() && !response.isJson();
        return cutOff ? exchange(request) : response;
    }

    private BuddyResponse send(String method, URI uri, ObjectNode payload) throws UnreachableException {
        return exchange(request(method, uri, Optional.of(Json.bytes(payload))));
    }

    private Request request(String method, URI uri, Optional<byte[]> body) {
        return new Request(method, uri, token, headers, body);
    }

    private BuddyResponse exchange(Request request) throws UnreachableException {
        try {
            return new BuddyResponse(transport.send(request), request.isRead(), redactor);
        } catch (TransportException e) {
            throw new UnreachableException(e);
        }
    }
}
