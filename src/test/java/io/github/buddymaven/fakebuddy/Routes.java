package io.github.buddymaven.fakebuddy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Finds out what a request means and does it: the calls of Buddy's docs that concern actions and what holds them. */
final class Routes {

    private static final List<String> NOUNS = List.of("workspaces", "projects", "pipelines", "actions");

    private final String basePath;
    private final World world;
    private final Access access;
    private final Views views;
    private final List<String> unknownFields = new CopyOnWriteArrayList<>();

    Routes(String basePath, World world, Access access, Views views) {
        this.basePath = basePath;
        this.world = world;
        this.access = access;
        this.views = views;
    }

    List<String> unknownFields() {
        return List.copyOf(unknownFields);
    }

    Answer answer(RecordedRequest request) {
        synchronized (world) {
            try {
                return route(request);
            } catch (Refusal refusal) {
                return refusal.answer();
            }
        }
    }

    private Answer route(RecordedRequest request) {
        access.checkToken(request);
        List<String> parts = parts(request);
        world.checkWorkspace(parts.get(1));
        access.checkApi(parts.get(1));
        if (parts.size() > 4) {
            access.checkScope(request.method());
        }
        return switch (parts.size()) {
            case 2 -> workspace(request, parts);
            case 4 -> project(request, parts);
            case 5 -> pipelines(request, parts);
            case 6 -> pipeline(request, parts);
            case 7 -> actions(request, parts);
            case 8 -> action(request, parts);
            default -> throw unknownPath();
        };
    }

    private List<String> parts(RecordedRequest request) {
        if (!request.rawPath().startsWith(basePath + "/")) {
            throw unknownPath();
        }
        List<String> parts = PathParts.of(request.rawPath().substring(basePath.length()));
        if (parts.size() < 2 || parts.size() > 8) {
            throw unknownPath();
        }
        for (int index = 0; index < parts.size(); index += 2) {
            if (!parts.get(index).equals(NOUNS.get(index / 2))) {
                throw unknownPath();
            }
        }
        return parts;
    }

    private Answer workspace(RecordedRequest request, List<String> parts) {
        onlyGet(request);
        return Answer.json(200, views.workspace(parts.get(1)));
    }

    private Answer project(RecordedRequest request, List<String> parts) {
        onlyGet(request);
        world.pipelines(parts.get(1), parts.get(3));
        return Answer.json(200, views.project(parts.get(1), parts.get(3)));
    }

    private Answer pipelines(RecordedRequest request, List<String> parts) {
        onlyGet(request);
        Page page = Page.of(request.rawQuery());
        List<Pipeline> all = world.pipelines(parts.get(1), parts.get(3));
        return Answer.json(200, views.pipelines(parts.get(1), parts.get(3), page.of(all)));
    }

    private Answer pipeline(RecordedRequest request, List<String> parts) {
        onlyGet(request);
        return Answer.json(200, views.pipeline(found(parts)));
    }

    private Answer actions(RecordedRequest request, List<String> parts) {
        Pipeline pipeline = found(parts);
        return switch (request.method()) {
            case "GET" -> Answer.json(200, views.actions(pipeline));
            case "POST" -> add(pipeline, request);
            default -> throw wrongMethod();
        };
    }

    private Answer action(RecordedRequest request, List<String> parts) {
        Pipeline pipeline = found(parts);
        ObjectNode action = pipeline.actions().stream()
                .filter(one -> one.path("id").asText().equals(parts.get(7)))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "Action not found."));
        return switch (request.method()) {
            case "GET" -> Answer.json(200, views.action(pipeline, action));
            case "PATCH" -> edit(pipeline, action, request);
            case "DELETE" -> delete(pipeline, action);
            default -> throw wrongMethod();
        };
    }

    private Answer add(Pipeline pipeline, RecordedRequest request) {
        ActionBody body = ActionBody.ofCreate(request);
        unknownFields.addAll(body.unknownFields());
        return Answer.json(201, views.created(pipeline, pipeline.create(body)));
    }

    private Answer edit(Pipeline pipeline, ObjectNode action, RecordedRequest request) {
        ActionBody body = ActionBody.ofEdit(request, action.path("type").asText());
        unknownFields.addAll(body.unknownFields());
        action.setAll(body.fields());
        pipeline.replace(action);
        return Answer.json(200, views.action(pipeline, action));
    }

    private static Answer delete(Pipeline pipeline, ObjectNode action) {
        pipeline.remove(action);
        return Answer.noContent();
    }

    private Pipeline found(List<String> parts) {
        return world.find(parts.get(1), parts.get(3), parts.get(5));
    }

    private static void onlyGet(RecordedRequest request) {
        if (!request.method().equals("GET")) {
            throw wrongMethod();
        }
    }

    private static Refusal wrongMethod() {
        return new Refusal(405, "Method not allowed.");
    }

    private static Refusal unknownPath() {
        return new Refusal(404, "Not found.");
    }
}
