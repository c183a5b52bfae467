package io.github.buddymaven.fakebuddy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.fakebuddy.Answer.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One pipeline: a test fills it beforehand and looks into it afterwards, past the API. */
public final class Pipeline {

    final String workspace;
    final String project;
    final int id;
    String name = "Live mirror";
    String gitConfigRef = "NONE";
    String definitionSource = "LOCAL";

    private final World world;
    private final List<ObjectNode> actions = new ArrayList<>();

    Pipeline(World world, String workspace, String project, int id) {
        this.world = world;
        this.workspace = workspace;
        this.project = project;
        this.id = id;
    }

    public Pipeline name(String value) {
        return set(() -> name = value);
    }

    /** Sets one of {@code NONE}, {@code FIXED}, {@code DYNAMIC}; with the latter two the pipeline is defined in git. */
    public Pipeline gitConfigRef(String value) {
        return set(() -> gitConfigRef = value);
    }

    /** Sets one of {@code LOCAL}, {@code REMOTE}; with the latter the pipeline is defined in git. */
    public Pipeline definitionSource(String value) {
        return set(() -> definitionSource = value);
    }

    private Pipeline set(Runnable change) {
        synchronized (world) {
            change.run();
        }
        return this;
    }

    /** Returns copies of the actions as they are stored, passwords included, in their order in the pipeline. */
    public List<ObjectNode> actions() {
        synchronized (world) {
            return actions.stream().map(ObjectNode::deepCopy).toList();
        }
    }

    public Optional<ObjectNode> action(int actionId) {
        return actions().stream()
                .filter(action -> action.path("id").intValue() == actionId)
                .findFirst();
    }

    /**
     * Puts an action of any type at the end, unchecked; it keeps the id it has or gets the next one.
     *
     * @return its id
     */
    public int add(ObjectNode action) {
        synchronized (world) {
            return insert(actions.size(), action);
        }
    }

    /** Adds an action given as JSON. */
    public int add(String json) {
        return add(Json.object(json));
    }

    /** Adds what was sent, at the end or after another action. */
    ObjectNode create(ObjectNode fields, OptionalInt after) {
        int place = after.isPresent() ? indexOf(after.getAsInt()) + 1 : actions.size();
        if (after.isPresent() && place == 0) {
            throw new Refusal(400, "The action of after_action_id was not found.");
        }
        return action(insert(place, fields)).orElseThrow();
    }

    /** Changes only the fields that were sent. */
    ObjectNode edit(ObjectNode action, ObjectNode fields) {
        ObjectNode edited = action.deepCopy().setAll(fields);
        actions.set(indexOf(action.path("id").intValue()), edited);
        return edited.deepCopy();
    }

    void remove(ObjectNode action) {
        actions.remove(indexOf(action.path("id").intValue()));
    }

    private int insert(int index, ObjectNode action) {
        ObjectNode stored = action.deepCopy().put("id", world.idFor(action));
        actions.add(index, stored);
        return stored.path("id").intValue();
    }

    private int indexOf(int actionId) {
        return actions.stream()
                .map(action -> action.path("id").intValue())
                .toList()
                .indexOf(actionId);
    }
}
