package io.github.buddymaven.action;

import static io.github.buddymaven.action.ConditionElements.DAYS;
import static io.github.buddymaven.action.ConditionElements.HOURS;
import static io.github.buddymaven.action.ConditionElements.KIND;
import static io.github.buddymaven.action.ConditionElements.LISTS;
import static io.github.buddymaven.action.ConditionElements.PATHS;
import static io.github.buddymaven.action.ConditionElements.STATUS;
import static io.github.buddymaven.action.ConditionElements.TIMEZONE;
import static io.github.buddymaven.action.ConditionElements.VARIABLE_VALUE;
import static io.github.buddymaven.action.ConditionElements.ZONE_ID;
import static java.util.stream.Collectors.joining;

import io.github.buddymaven.check.Choice;
import io.github.buddymaven.check.Element;
import io.github.buddymaven.check.NearMiss;
import io.github.buddymaven.check.Problems;
import io.github.buddymaven.check.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Each condition has the fields of its kind, and no others. */
final class TriggerConditionRules {
    private static final List<String> STATUSES = List.of("SUCCESSFUL", "SKIPPED", "SUPRESSED", "FAILED");

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

    private void check(DraftItem condition, Problems here) {
        Element kind = condition.element(KIND);
        String kinds = String.join(", ", ConditionKind.names());
        if (!Texts.required(kind, "write one of " + kinds + ".", here)
                || !Choice.check(kind, ConditionKind.names(), here)) {
            return;
        }
        ConditionKind.of(kind.value().orElseThrow()).ifPresent(known -> {
            hasItsOwn(condition, known, here);
            hasNoOther(condition, known, here);
        });
        valuesAreValid(condition, here);
    }

    private static void hasItsOwn(DraftItem condition, ConditionKind kind, Problems here) {
        for (String needed : kind.needed()) {
            boolean mayBeBlank = needed.equals(VARIABLE_VALUE);
            boolean blank = condition.list(needed).stream().allMatch(String::isBlank);
            if (!condition.has(needed) || (blank && !mayBeBlank)) {
                here.addRelaxable(kind + " needs <" + needed + ">: add it.");
            }
        }
        if (kind == ConditionKind.DATETIME && !condition.has(DAYS) && !condition.has(HOURS)) {
            here.addRelaxable(kind + " needs <" + DAYS + ">, <" + HOURS + ">, or both: add them.");
        }
    }

    private static void hasNoOther(DraftItem condition, ConditionKind kind, Problems here) {
        Set<String> own = kind.own();
        for (String parameter : condition.parameters()) {
            boolean oldZone = parameter.equals(ZONE_ID) && own.contains(TIMEZONE);
            if (!parameter.equals(KIND) && !own.contains(parameter) && !oldZone) {
                here.addRelaxable("<" + parameter + "> does not go with " + kind + ", which has " + elements(own)
                        + ": remove it.");
            }
        }
    }

    private static String elements(Collection<String> names) {
        return names.isEmpty()
                ? "no further element"
                : names.stream().map(name -> "<" + name + ">").collect(joining(", ", "only ", ""));
    }

    private static void valuesAreValid(DraftItem condition, Problems here) {
        condition.texts().forEach((parameter, texts) -> texts.stream()
                .map(text -> Element.of(parameter, text))
                .filter(element -> !parameter.equals(KIND))
                .forEach(element -> Texts.printable(element, here)));
        Choice.check(condition.element(STATUS), STATUSES, here);
        inRange(condition, DAYS, 7, "1 (Monday) to 7 (Sunday)", here);
        inRange(condition, HOURS, 24, "1 to 24", here);
        if (condition.has(TIMEZONE) && condition.has(ZONE_ID)) {
            here.add(
                    "<timezone> and <zoneId> exclude each other: keep <timezone>, or <zoneId> for a server of before 2025.");
        }
        zoneIsKnown(condition.element(TIMEZONE), here);
        zoneIsKnown(condition.element(ZONE_ID), here);
    }

    private static void inRange(DraftItem condition, String parameter, int most, String range, Problems here) {
        for (String text : condition.list(parameter)) {
            OptionalLong number = number(text);
            String problem = Element.of(parameter, text) + " must be whole numbers from " + range + ".";
            if (number.isEmpty()) {
                here.add(problem);
            } else if (number.getAsLong() < 1 || number.getAsLong() > most) {
                here.addRelaxable(problem);
            }
        }
    }

    private static OptionalLong number(String text) {
        try {
            return OptionalLong.of(Integer.parseInt(text.trim()));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static void zoneIsKnown(Element zone, Problems here) {
        Set<String> known = ZoneId.getAvailableZoneIds();
        zone.value().filter(id -> !known.contains(id) && !BuddyVariable.in(id)).ifPresent(id -> {
            String meant = NearMiss.of(id, known)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("write one such as Europe/Warsaw.");
            here.addRelaxable(zone + " is no time zone that Java knows: " + meant);
        });
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
        return new Value.Whole(number(text).orElse(0)); // what is no number was reported
    }
}
