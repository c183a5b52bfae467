package io.github.buddymaven.fakebuddy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.fakebuddy.Answer.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All state of the fake: what is stored, and what tests have switched on. Whoever reads or changes it locks it. */
final class World {

    String token = FakeBuddy.TOKEN;
    boolean mayList = true;
    boolean mayWrite = true;
    boolean mayRun = true;
    final Map<String, Integer> disabledWorkspaces = new HashMap<>();
    Credentials secrets = Credentials.ENCRYPTED;
    Credentials logins = Credentials.ENCRYPTED;
    Pages actionPages = Pages.one();
    Pages pipelinePages = Pages.of(20);
    Pages runPages = Pages.of(20).withEnvelope();
    boolean oldestRunFirst;
    Duration runStep = Duration.ZERO;
    int nextRunId = 1;
    Duration listLag = Duration.ZERO;
    final Map<String, UnaryOperator<JsonNode>> storage = new LinkedHashMap<>();
    boolean doubledTriggerTime;
    boolean actionsShowDefinition;
    int nextActionId = 1;
    final List<String> unknownFields = new ArrayList<>();
    final FakeClock clock = new FakeClock(this);

    private final Map<String, Map<String, Map<Integer, Pipeline>>> workspaces = new LinkedHashMap<>();

    /** Returns the pipeline, which is created if it is missing. */
    Pipeline pipeline(String workspace, String project, int id) {
        return workspaces
                .computeIfAbsent(workspace, name -> new LinkedHashMap<>())
                .computeIfAbsent(project, name -> new LinkedHashMap<>())
                .computeIfAbsent(id, number -> new Pipeline(this, workspace, project, number));
    }

    /** Returns the action's own id or the next one; ids are unique in all pipelines. */
    int idFor(ObjectNode action) {
        int id = action.path("id").asInt(nextActionId);
        if (pipelines().stream().anyMatch(pipeline -> pipeline.action(id).isPresent())) {
            throw new IllegalArgumentException("there is an action " + id + " already");
        }
        nextActionId = Math.max(nextActionId, id + 1);
        return id;
    }

    /** Returns what is stored in place of these fields, with defaults for those that are missing if it is asked for. */
    ObjectNode stored(ObjectNode fields, boolean defaults) {
        ObjectNode stored = fields.deepCopy();
        storage.forEach((field, change) -> {
            JsonNode value = change.apply(fields.path(field));
            if (value.isMissingNode()) {
                stored.remove(field);
            } else if (defaults || fields.has(field)) {
                stored.set(field, value);
            }
        });
        return stored;
    }

    void checkWorkspace(String workspace) {
        if (!workspaces.containsKey(workspace)) {
            throw new Refusal(404, "Workspace not found.");
        }
    }

    List<Pipeline> find(String workspace, String project) {
        return Optional.ofNullable(workspaces.get(workspace))
                .map(projects -> projects.get(project))
                .map(pipelines -> List.copyOf(pipelines.values()))
                .orElseThrow(() -> new Refusal(404, "Project not found."));
    }

    Pipeline find(String workspace, String project, String id) {
        return find(workspace, project).stream()
                .filter(pipeline -> Integer.toString(pipeline.id).equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "Pipeline not found."));
    }

    private List<Pipeline> pipelines() {
        return workspaces.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .map(Map::values)
                .flatMap(Collection::stream)
                .toList();
    }
}
