package io.github.buddymaven.action;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * On what an action runs, beside its trigger time.
 *
 * @param conditions in their order, which matters where {@code OR} stands between them
 */
public record TriggerConditions(List<Item> conditions) implements Value {
    private static final Set<String> KNOWN =
            ConditionElements.ALL.stream().map(Spelling::key).collect(toSet());

    /** What Buddy fills in by itself: {@code UTC}. */
    private static final Set<String> TIME_ZONE =
            Set.of(Spelling.key(ConditionElements.TIMEZONE), Spelling.key(ConditionElements.ZONE_ID));

    private static final Value UTC = new Text("UTC");

    public TriggerConditions {
        conditions = List.copyOf(conditions);
    }

    @Override
    public boolean isKeptBy(Optional<Value> existing) {
        return existing.isPresent()
                ? existing.get() instanceof TriggerConditions other && isKeptBy(other.conditions)
                : conditions.isEmpty();
    }

    @Override
    public Value newTo(Value existing) {
        return existing instanceof TriggerConditions other ? from(sameAtFirst(other)) : this;
    }

    @Override
    public Value changeOf(Value existing) {
        return existing instanceof TriggerConditions other ? other.from(sameAtFirst(other)) : existing;
    }

    private TriggerConditions from(int index) {
        return new TriggerConditions(conditions.subList(index, conditions.size()));
    }

    private int sameAtFirst(TriggerConditions existing) {
        int shorter = Math.min(conditions.size(), existing.conditions.size());
        return (int) IntStream.range(0, shorter)
                .takeWhile(index -> isSame(conditions.get(index), existing.conditions.get(index)))
                .count();
    }

    private boolean isKeptBy(List<Item> existing) {
        return existing.size() == conditions.size()
                && IntStream.range(0, conditions.size())
                        .allMatch(index -> isSame(conditions.get(index), existing.get(index)));
    }

    /** The time zones that a condition which stays has, and the POM does not speak of. */
    @Override
    public Value completedBy(Value existing) {
        if (!(existing instanceof TriggerConditions other)) {
            return this;
        }
        return new TriggerConditions(conditions.stream()
                .map(wanted -> other.conditions.stream()
                        .filter(found ->
                                isSame(wanted, found) && TIME_ZONE.stream().noneMatch(wanted.fields()::containsKey))
                        .findFirst()
                        .map(found -> wanted.completedBy(found, TIME_ZONE))
                        .orElse(wanted))
                .toList());
    }

    private static boolean isSame(Item wanted, Item existing) {
        return wanted.fields().entrySet().stream().allMatch(field -> isKept(field, existing))
                && existing.fields().keySet().stream()
                        .filter(key -> KNOWN.contains(key) && !TIME_ZONE.contains(key))
                        .allMatch(wanted.fields()::containsKey);
    }

    private static boolean isKept(Map.Entry<String, Value> wanted, Item existing) {
        if (TIME_ZONE.contains(wanted.getKey())) {
            boolean none = TIME_ZONE.stream().allMatch(key -> existing.get(key).isEmpty());
            return (none && wanted.getValue().equals(UTC))
                    || TIME_ZONE.stream().anyMatch(key -> wanted.getValue().isKeptBy(existing.get(key)));
        }
        return wanted.getValue() instanceof Several several
                ? existing.get(wanted.getKey()).filter(several::isSameSet).isPresent()
                : wanted.getValue().isKeptBy(existing.get(wanted.getKey()));
    }

    @Override
    public String shown() {
        return conditions.stream()
                .map(condition ->
                        condition.fields().values().stream().map(Value::shown).collect(joining(" ")))
                .collect(joining("; "));
    }
}
