package io.github.buddymaven.fakebuddy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.fakebuddy.Answer.Refusal;
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
            Map.of("GET", this::action, "PATCH", this::editAction, "DELETE", this::deleteAction),
            PIPELINE + "/executions",
            Map.of("GET", this::runs, "POST", this::startRun),
            PIPELINE + "/executions/*",
            Map.of("GET", this::run, "PATCH", this::cancelRun));

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
        Path path = Path.of(request, basePath);
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
        Integer disabled = world.disabledWorkspaces.get(path.workspace());
        if (disabled != null) {
            throw new Refusal(disabled, "API is disabled in this workspace.");
        }
        // the scopes' names have changed three times, these are the ones of 2022
        if (!path.pattern().contains("pipelines")) {
            return;
        }
        if (request.method().equals("GET")) {
            checkScope(world.mayList, "EXECUTION_INFO");
        } else if (path.pattern().contains("executions")) {
            checkScope(world.mayRun, "EXECUTION_RUN");
        } else {
            checkScope(world.mayWrite, "EXECUTION_MANAGE");
        }
    }

    private static void checkScope(boolean allowed, String scope) {
        if (!allowed) {
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
        ObjectNode json = views.pipelines(path.workspace(), path.project());
        List<ObjectNode> all = world.find(path.workspace(), path.project()).stream()
                .map(views::pipeline)
                .toList();
        world.pipelinePages.put(json, "pipelines", all, request);
        return Answer.ok(json);
    }

    private Answer pipeline(RecordedRequest request, Path path) {
        return Answer.ok(views.pipeline(found(path)));
    }

    private Answer actions(RecordedRequest request, Path path) {
        Pipeline pipeline = found(path);
        ObjectNode json = views.actions(pipeline);
        List<ObjectNode> all = pipeline.listed().stream()
                .map(action -> views.summary(pipeline, action))
                .toList();
        world.actionPages.put(json, "actions", all, request);
        return Answer.ok(json);
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

    private Answer runs(RecordedRequest request, Path path) {
        Pipeline pipeline = found(path);
        ObjectNode json = views.runs(pipeline);
        List<ObjectNode> all = pipeline.listedRuns().stream()
                .map(run -> views.runSummary(pipeline, run))
                .toList();
        world.runPages.put(json, "executions", all, request);
        return Answer.ok(json);
    }

    private Answer startRun(RecordedRequest request, Path path) {
        Pipeline pipeline = found(path);
        RunBody body = RunBody.of(request);
        world.unknownFields.addAll(body.unknownFields());
        return Answer.ok(views.run(pipeline, pipeline.run(world.stored(body.fields(), false))));
    }

    private Answer run(RecordedRequest request, Path path) {
        Pipeline pipeline = found(path);
        Run run = foundRun(pipeline, path);
        world.clock.advance(world.runStep);
        return Answer.ok(views.run(pipeline, run));
    }

    private Answer cancelRun(RecordedRequest request, Path path) {
        Pipeline pipeline = found(path);
        Run run = foundRun(pipeline, path);
        if (!Fields.sent(request).path("operation").asText().equals("CANCEL")) {
            throw new Refusal(400, "Unknown operation.");
        }
        if (run.isOver()) {
            throw new Refusal(400, "The execution is over.");
        }
        run.cancel();
        return Answer.ok(views.run(pipeline, run));
    }

    private static Run foundRun(Pipeline pipeline, Path path) {
        return pipeline.runs().stream()
                .filter(run -> Integer.toString(run.id()).equals(path.element()))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "Execution not found."));
    }

    private Pipeline found(Path path) {
        return world.find(path.workspace(), path.project(), path.pipeline());
    }

    private static ObjectNode found(Pipeline pipeline, Path path) {
        return pipeline.actions().stream()
                .filter(action -> action.path("id").asText().equals(path.element()))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "Action not found."));
    }

    private interface Handler {
        Answer answer(RecordedRequest request, Path path);
    }
}
