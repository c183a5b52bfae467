package io.github.buddymaven.fakebuddy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.fakebuddy.Answer.Refusal;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what a request means, checks that it is allowed and does it: the calls of Buddy's documentation that
 * concern actions and what holds them. The order of Buddy's checks is not documented; do not rely on this one.
 */
final class Routes {

    private static final String PROJECT = "workspaces/*/projects/*";
    private static final String PIPELINE = PROJECT + "/pipelines/*";

    private final String basePath;
    private final World world;
    private final Views views;

    private final Map<String, Map<String, Handler>> handlers = Map.of(
            "workspaces/*",
            Map.of("GET", this::workspace),
            PROJECT,
            Map.of("GET", this::project),
            PROJECT + "/pipelines",
            Map.of("GET", this::pipelines),
            PIPELINE,
            Map.of("GET", this::pipeline),
            PIPELINE + "/actions",
            Map.of("GET", this::actions, "POST", this::addAction),
            PIPELINE + "/actions/*",
            Map.of("GET", this::action, "PATCH", this::editAction, "DELETE", this::deleteAction));

    Routes(String basePath, World world, Views views) {
        this.basePath = basePath;
        this.world = world;
        this.views = views;
    }

    Answer answer(RecordedRequest request) {
        synchronized (world) {
            world.clock.catchUp();
            try {
                return route(request);
            } catch (Refusal refusal) {
                return refusal.answer();
            }
        }
    }

    private Answer route(RecordedRequest request) {
        checkToken(request);
        Path path = path(request);
        Map<String, Handler> methods =
                Optional.ofNullable(handlers.get(path.pattern())).orElseThrow(() -> new Refusal(404, "Not found."));
        world.checkWorkspace(path.workspace());
        checkAccess(request, path);
        Handler handler = Optional.ofNullable(methods.get(request.method()))
                .orElseThrow(() -> new Refusal(405, "Method not allowed."));
        return handler.answer(request, path);
    }

    private void checkToken(RecordedRequest request) {
        if (!List.of("Bearer " + world.token).equals(request.headers().get("Authorization"))) {
            throw new Refusal(401, "Wrong authentication data.");
        }
    }

    private void checkAccess(RecordedRequest request, Path path) {
        if (world.disabledWorkspaces.contains(path.workspace())) {
            throw new Refusal(400, "API is disabled in this workspace.");
        }
        boolean reads = request.method().equals("GET");
        if (path.pattern().contains("pipelines") && !(reads ? world.mayList : world.mayWrite)) {
            // the scopes' names have changed three times, these are the ones of 2022
            String scope = reads ? "EXECUTION_INFO" : "EXECUTION_MANAGE";
            throw new Refusal(403, "The token lacks the scope " + scope + ".");
        }
    }

    private Answer workspace(RecordedRequest request, Path path) {
        return Answer.ok(views.workspace(path.workspace()));
    }

    private Answer project(RecordedRequest request, Path path) {
        world.find(path.workspace(), path.project());
        return Answer.ok(views.project(path.workspace(), path.project()));
    }

    private Answer pipelines(RecordedRequest request, Path path) {
        List<Pipeline> all = world.find(path.workspace(), path.project());
        return Answer.ok(views.pipelines(path.workspace(), path.project(), page(all, request)));
    }

    private Answer pipeline(RecordedRequest request, Path path) {
        return Answer.ok(views.pipeline(found(path)));
    }

    private Answer actions(RecordedRequest request, Path path) {
        return Answer.ok(views.actions(found(path)));
    }

    private Answer addAction(RecordedRequest request, Path path) {
        Pipeline pipeline = found(path);
        ActionBody body = ActionBody.ofCreate(request);
        world.unknownFields.addAll(body.unknownFields());
        return Answer.json(
                201, views.created(pipeline, pipeline.create(world.stored(body.fields(), true), body.after())));
    }

    private Answer action(RecordedRequest request, Path path) {
        Pipeline pipeline = found(path);
        return Answer.ok(views.action(pipeline, found(pipeline, path)));
    }

    private Answer editAction(RecordedRequest request, Path path) {
        Pipeline pipeline = found(path);
        ObjectNode action = found(pipeline, path);
        ActionBody body = ActionBody.ofEdit(request, action.path("type").asText());
        world.unknownFields.addAll(body.unknownFields());
        return Answer.ok(views.action(pipeline, pipeline.edit(action, world.stored(body.fields(), false))));
    }

    private Answer deleteAction(RecordedRequest request, Path path) {
        Pipeline pipeline = found(path);
        pipeline.remove(found(pipeline, path));
        return Answer.noContent();
    }

    private Pipeline found(Path path) {
        return world.find(path.workspace(), path.project(), path.names().get(2));
    }

    private static ObjectNode found(Pipeline pipeline, Path path) {
        return pipeline.actions().stream()
                .filter(action -> action.path("id").asText().equals(path.names().get(3)))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "Action not found."));
    }

    /** Cuts a page out of a list; the documentation has {@code page} from 1 and {@code per_page}, 20 by default. */
    private static <T> List<T> page(List<T> all, RecordedRequest request) {
        long number = positive(request, "page", 1);
        long size = positive(request, "per_page", 20);
        return all.stream().skip((number - 1) * size).limit(size).toList();
    }

    private static long positive(RecordedRequest request, String parameter, int byDefault) {
        String value = request.parameter(parameter).orElse(Integer.toString(byDefault));
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw new Refusal(400, "Parameter " + parameter + " must be a positive integer.");
        }
        return Long.parseLong(value);
    }

    /**
     * Splits a path first and decodes afterwards, exactly once: a slash inside a project's name stays inside, and a
     * client that encodes twice or not at all is found out.
     */
    private Path path(RecordedRequest request) {
        if (!request.rawPath().startsWith(basePath + "/")) {
            throw new Refusal(404, "Not found.");
        }
        String path = request.rawPath().substring(basePath.length() + 1);
        List<String> parts =
                Arrays.stream(path.split("/", -1)).map(Routes::decode).toList();
        List<String> pattern = new ArrayList<>(parts);
        List<String> names = new ArrayList<>();
        for (int index = 1; index < parts.size(); index += 2) {
            names.add(pattern.set(index, "*"));
        }
        return new Path(String.join("/", pattern), List.copyOf(names));
    }

    private static String decode(String part) {
        String decoded = URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
        boolean malformed = decoded.contains("\uFFFD") && !part.contains("%EF%BF%BD");
        if (malformed || part.chars().anyMatch(c -> c > 127)) {
            throw new Refusal(400, "Malformed path.");
        }
        return decoded;
    }

    private interface Handler {
        Answer answer(RecordedRequest request, Path path);
    }

    /**
     * A decoded path.
     *
     * @param pattern the path with stars for names
     * @param names what the stars stand for
     */
    private record Path(String pattern, List<String> names) {

        String workspace() {
            return names.get(0);
        }

        String project() {
            return names.get(1);
        }
    }
}
