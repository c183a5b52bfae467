package io.github.buddymaven.fakebuddy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that is stored. It is the one lock of all that hangs below it. */
final class World {

    private final Map<String, Map<String, Map<Integer, Pipeline>>> workspaces = new LinkedHashMap<>();
    private int nextActionId = 1;

    synchronized Pipeline pipeline(String workspace, String project, int id) {
        return workspaces
                .computeIfAbsent(workspace, name -> new LinkedHashMap<>())
                .computeIfAbsent(project, name -> new LinkedHashMap<>())
                .computeIfAbsent(id, number -> new Pipeline(this, workspace, project, number));
    }

    synchronized void nextActionId(int id) {
        nextActionId = id;
    }

    /** Ids are unique in all pipelines, so an action that brings its own pushes the numbering beyond it. */
    synchronized int idFor(ObjectNode action) {
        int id = action.path("id").asInt(nextActionId);
        if (isTaken(id)) {
            throw new IllegalArgumentException("there is an action " + id + " already");
        }
        nextActionId = Math.max(nextActionId, id + 1);
        return id;
    }

    synchronized void checkWorkspace(String workspace) {
        if (!workspaces.containsKey(workspace)) {
            throw new Refusal(404, "Workspace not found.");
        }
    }

    synchronized List<Pipeline> pipelines(String workspace, String project) {
        checkWorkspace(workspace);
        return Optional.ofNullable(workspaces.get(workspace))
                .map(projects -> projects.get(project))
                .map(Map::values)
                .map(List::copyOf)
                .orElseThrow(() -> new Refusal(404, "Project not found."));
    }

    synchronized Pipeline find(String workspace, String project, String id) {
        return pipelines(workspace, project).stream()
                .filter(pipeline -> Integer.toString(pipeline.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "Pipeline not found."));
    }

    private boolean isTaken(int id) {
        return workspaces.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .map(Map::values)
                .flatMap(Collection::stream)
                .anyMatch(pipeline -> pipeline.action(id).isPresent());
    }
}
