package io.github.buddymaven.fakebuddy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One pipeline: a test fills it beforehand and looks into it afterwards, past the API. */
public final class Pipeline {

    private final World world;
    private final String workspace;
    private final String project;
    private final int id;
    private final List<ObjectNode> actions = new ArrayList<>();

    private String name = "Live mirror";
    private String gitConfigRef = "NONE";
    private String definitionSource = "LOCAL";

    Pipeline(World world, String workspace, String project, int id) {
        this.world = world;
        this.workspace = workspace;
        this.project = project;
        this.id = id;
    }

    public Pipeline name(String newName) {
        synchronized (world) {
            name = newName;
            return this;
        }
    }

    /** Sets one of {@code NONE}, {@code FIXED}, {@code DYNAMIC}; with the latter two the pipeline is defined in git. */
    public Pipeline gitConfigRef(String value) {
        synchronized (world) {
            gitConfigRef = value;
            return this;
        }
    }

    /** Sets one of {@code LOCAL}, {@code REMOTE}; a remote definition comes from git, too. */
    public Pipeline definitionSource(String value) {
        synchronized (world) {
            definitionSource = value;
            return this;
        }
    }

    /** Copies of the actions as they are stored, passwords included, in their order in the pipeline. */
    public List<ObjectNode> actions() {
        synchronized (world) {
            return actions.stream().map(ObjectNode::deepCopy).toList();
        }
    }

    public Optional<ObjectNode> action(int actionId) {
        synchronized (world) {
            return index(actionId).map(actions::get).map(ObjectNode::deepCopy);
        }
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

    /** The same, from JSON. */
    public int add(String json) {
        return add(Json.object(json.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalArgumentException("not a JSON object: " + json)));
    }

    ObjectNode create(ActionBody body) {
        int id = insert(position(body), body.fields());
        return action(id).orElseThrow();
    }

    void replace(ObjectNode action) {
        actions.set(index(action).orElseThrow(), action.deepCopy());
    }

    void remove(ObjectNode action) {
        actions.remove(index(action).orElseThrow().intValue());
    }

    String workspace() {
        return workspace;
    }

    String project() {
        return project;
    }

    int id() {
        return id;
    }

    String name() {
        return name;
    }

    String gitConfigRef() {
        return gitConfigRef;
    }

    String definitionSource() {
        return definitionSource;
    }

    private int insert(int index, ObjectNode action) {
        ObjectNode stored = action.deepCopy().put("id", world.idFor(action));
        actions.add(index, stored);
        return stored.path("id").intValue();
    }

    private int position(ActionBody body) {
        if (body.afterActionId().isEmpty()) {
            return actions.size();
        }
        return index(body.afterActionId().getAsInt())
                .map(index -> index + 1)
                .orElseThrow(() -> new Refusal(400, "The action of after_action_id was not found."));
    }

    private Optional<Integer> index(ObjectNode action) {
        return index(action.path("id").intValue());
    }

    private Optional<Integer> index(int actionId) {
        return IntStream.range(0, actions.size())
                .boxed()
                .filter(index -> actions.get(index).path("id").intValue() == actionId)
                .findFirst();
    }
}
