package io.github.buddymaven.action;

import static io.github.buddymaven.action.ConditionElements.DAYS;
import static io.github.buddymaven.action.ConditionElements.HOURS;
import static io.github.buddymaven.action.ConditionElements.KIND;
import static io.github.buddymaven.action.ConditionElements.LISTS;
import static io.github.buddymaven.action.ConditionElements.PATHS;
import static io.github.buddymaven.action.ConditionElements.TIMEZONE;
import static io.github.buddymaven.action.ConditionElements.ZONE_ID;
import static java.util.stream.Collectors.joining;

import io.github.buddymaven.check.Choice;
import io.github.buddymaven.check.Element;
import io.github.buddymaven.check.Problems;
import io.github.buddymaven.check.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Each condition has the fields of its kind, and no others. */
final class TriggerConditionRules {
    private final List<DraftItem> conditions;
    private final Problems problems;

    TriggerConditionRules(List<DraftItem> conditions, Problems problems) {
        this.conditions = conditions;
        this.problems = problems;
    }

    TriggerConditions check() {
        List<Item> checked = new ArrayList<>();
        for (int index = 0; index < conditions.size(); index++) {
            Problems here = problems.in("Condition " + (index + 1) + " of <triggerConditions>");
            check(conditions.get(index), here);
            betweenTwo(index, here);
            checked.add(item(conditions.get(index)));
        }
        return new TriggerConditions(checked);
    }

    private static void check(DraftItem condition, Problems here) {
        Optional<ConditionKind> kind = kind(condition.element(KIND), here);
        kind.ifPresent(known -> hasItsOwn(condition, known, here));
        DraftItem judged = condition.without(parameter ->
                kind.filter(known -> mustGo(parameter, known, here)).isPresent());
        new ConditionValueRules(judged, here).check();
    }

    private static Optional<ConditionKind> kind(Element kind, Problems here) {
        if (kind.value().isEmpty() || kind.isBlank()) {
            Texts.required(kind, "write one of " + String.join(", ", ConditionKind.names()) + ".", here);
            return Optional.empty();
        }
        return Choice.check(kind, ConditionKind.names(), here)
                ? kind.value().flatMap(ConditionKind::of)
                : Optional.empty();
    }

    private static void hasItsOwn(DraftItem condition, ConditionKind kind, Problems here) {
        for (String needed : kind.needed()) {
            if (condition.list(needed).isEmpty()) {
                here.addRelaxable(kind + " needs <" + needed + ">: add it.");
            }
        }
        if (kind == ConditionKind.DATETIME
                && condition.list(DAYS).isEmpty()
                && condition.list(HOURS).isEmpty()) {
            here.addRelaxable(kind + " needs <" + DAYS + ">, <" + HOURS + ">, or both: add them.");
        }
    }

    /** Whether an element has to be removed, so that it need not be right; reports one that does not go with the kind. */
    private static boolean mustGo(String parameter, ConditionKind kind, Problems here) {
        Set<String> own = kind.own();
        boolean oldZone = parameter.equals(ZONE_ID) && own.contains(TIMEZONE);
        if (parameter.equals(KIND) || own.contains(parameter) || oldZone) {
            return false;
        }
        here.addRelaxable(
                "<" + parameter + "> does not go with " + kind + ", which has " + elements(own) + ": remove it.");
        return !here.areRelaxed();
    }

    private static String elements(Collection<String> names) {
        return names.isEmpty()
                ? "no further element"
                : names.stream().map(name -> "<" + name + ">").collect(joining(", ", "only ", ""));
    }

    private void betweenTwo(int index, Problems here) {
        boolean outside = index == 0 || index == conditions.size() - 1;
        if (isOr(index) && (outside || isOr(index - 1))) {
            here.add("OR stands between two conditions: put one before it and one behind it, or remove it.");
        }
    }

    private boolean isOr(int index) {
        return conditions.get(index).element(KIND).value().equals(Optional.of(ConditionKind.OR.name()));
    }

    private static Item item(DraftItem condition) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (String parameter : condition.parameters()) {
            fields.put(Spelling.key(parameter), value(parameter, condition));
        }
        return new Item(fields);
    }

    private static Value value(String parameter, DraftItem condition) {
        if (!LISTS.contains(parameter)) {
            return new Value.Text(condition.element(parameter).value().orElse(""));
        }
        return new Value.Several(condition.list(parameter).stream()
                .map(text -> parameter.equals(PATHS) ? new Value.Text(text) : whole(text))
                .toList());
    }

    private static Value whole(String text) {
        return new Value.Whole(ConditionValueRules.number(text).orElse(0)); // what is no number was reported
    }
}
