package io.github.buddymaven.fakebuddy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.fakebuddy.Answer.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
    private final List<Entry> entries = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private Optional<RunScript> script = Optional.empty();

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

    /** Sets how the runs that are started from now on go; otherwise each action takes ten seconds and is successful. */
    public Pipeline runScript(RunScript steps) {
        return set(() -> script = Optional.of(steps));
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
            world.clock.catchUp();
            return entries.stream()
                    .filter(Entry::isThere)
                    .map(entry -> entry.action.deepCopy())
                    .toList();
        }
    }

    /** Returns the actions that a list shows now. */
    List<ObjectNode> listed() {
        Instant now = world.clock.instant();
        return entries.stream()
                .filter(entry -> !now.isBefore(entry.appears) && now.isBefore(entry.vanishes))
                .map(entry -> entry.action.deepCopy())
                .toList();
    }

    public Optional<ObjectNode> action(int actionId) {
        return actions().stream()
                .filter(action -> action.path("id").intValue() == actionId)
                .findFirst();
    }

    /**
     * Puts an action of any type at the end, unchecked, and into lists at once; it keeps the id it has or gets the
     * next one.
     *
     * @return its id
     */
    public int add(ObjectNode action) {
        synchronized (world) {
            return insert(entries.size(), action, Instant.MIN);
        }
    }

    /** Adds an action given as JSON. */
    public int add(String json) {
        return add(Json.object(json));
    }

    /** Returns all runs, the oldest first. */
    public List<Run> runs() {
        synchronized (world) {
            world.clock.catchUp();
            return List.copyOf(runs);
        }
    }

    /** Starts a run past the API, from the body of such a request, and shows it in lists at once. */
    public Run run(String json) {
        synchronized (world) {
            return run(Json.object(json), Instant.MIN);
        }
    }

    Run run(ObjectNode sent) {
        return run(sent, lagging());
    }

    private Run run(ObjectNode sent, Instant appears) {
        Run run = new Run(world.clock, world.nextRunId++, sent, script.orElseGet(this::usualScript), appears);
        runs.add(run);
        return run;
    }

    private RunScript usualScript() {
        RunScript steps = RunScript.start();
        for (ObjectNode action : actions()) {
            String name = action.path("name").asText();
            steps = action.path("disabled").asBoolean()
                    ? steps.action(name, Duration.ZERO, "SKIPPED")
                    : steps.action(name, Duration.ofSeconds(10), "SUCCESSFUL");
        }
        return steps;
    }

    /** Returns the runs that a list shows now, in its order. */
    List<Run> listedRuns() {
        List<Run> listed = new ArrayList<>(runs);
        listed.removeIf(run -> world.clock.instant().isBefore(run.appears));
        if (!world.oldestRunFirst) {
            Collections.reverse(listed);
        }
        return listed;
    }

    /** Returns the id of the first action of this name. */
    Optional<Integer> idOf(String action) {
        return actions().stream()
                .filter(each -> each.path("name").asText().equals(action))
                .map(each -> each.path("id").intValue())
                .findFirst();
    }

    /** Adds what was sent, at the end or after another action. */
    ObjectNode create(ObjectNode fields, OptionalInt after) {
        int place = entries.size();
        if (after.isPresent()) {
            place = 1
                    + entries.indexOf(entry(after.getAsInt())
                            .orElseThrow(() -> new Refusal(400, "The action of after_action_id was not found.")));
        }
        return action(insert(place, fields, lagging())).orElseThrow();
    }

    /** Changes only the fields that were sent. */
    ObjectNode edit(ObjectNode action, ObjectNode fields) {
        return entry(action).action.setAll(fields).deepCopy();
    }

    void remove(ObjectNode action) {
        entry(action).vanishes = lagging();
    }

    private int insert(int index, ObjectNode action, Instant appears) {
        ObjectNode stored = action.deepCopy().put("id", world.idFor(action));
        entries.add(index, new Entry(stored, appears));
        return stored.path("id").intValue();
    }

    private Instant lagging() {
        return world.clock.instant().plus(world.listLag);
    }

    private Entry entry(ObjectNode action) {
        return entry(action.path("id").intValue()).orElseThrow();
    }

    private Optional<Entry> entry(int actionId) {
        return entries.stream()
                .filter(Entry::isThere)
                .filter(entry -> entry.action.path("id").intValue() == actionId)
                .findFirst();
    }

    /** An action and the time in which lists show it, which may begin and end later than its own. */
    private static final class Entry {

        final ObjectNode action;
        final Instant appears;
        Instant vanishes = Instant.MAX;

        Entry(ObjectNode action, Instant appears) {
            this.action = action;
            this.appears = appears;
        }

        boolean isThere() {
            return vanishes.equals(Instant.MAX);
        }
    }
}
