package io.github.buddymaven.action;

import static io.github.buddymaven.action.ConditionElements.DAYS;
import static io.github.buddymaven.action.ConditionElements.HOURS;
import static io.github.buddymaven.action.ConditionElements.KIND;
import static io.github.buddymaven.action.ConditionElements.STATUS;
import static io.github.buddymaven.action.ConditionElements.TIMEZONE;
import static io.github.buddymaven.action.ConditionElements.VARIABLE_VALUE;
import static io.github.buddymaven.action.ConditionElements.ZONE_ID;

import io.github.buddymaven.check.Choice;
import io.github.buddymaven.check.Element;
import io.github.buddymaven.check.NearMiss;
import io.github.buddymaven.check.Problems;
import io.github.buddymaven.check.Texts;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** What the elements of one trigger condition hold, whichever kind it is of. */
final class ConditionValueRules {
    private static final List<String> STATUSES = List.of("SUCCESSFUL", "SKIPPED", "SUPRESSED", "FAILED");
    private static final int LAST_DAY = 7;
    private static final int LAST_HOUR = 24;

    private final DraftItem condition;
    private final Problems here;

    ConditionValueRules(DraftItem condition, Problems here) {
        this.condition = condition;
        this.here = here;
    }

    void check() {
        for (String parameter : condition.parameters()) {
            if (!parameter.equals(KIND)) {
                condition.list(parameter).forEach(text -> check(parameter, Element.of(parameter, text)));
            }
        }
        if (condition.has(TIMEZONE) && condition.has(ZONE_ID)) {
            here.add(
                    "<timezone> and <zoneId> exclude each other: keep <timezone>, or <zoneId> for a server of before 2025.");
        }
    }

    private void check(String parameter, Element element) {
        boolean filled = parameter.equals(VARIABLE_VALUE) || Texts.filled(element, "fill it in, or remove it.", here);
        if (!filled) {
            return;
        }
        switch (parameter) {
            case VARIABLE_VALUE -> Texts.printableLines(element, element.toString(), here);
            case STATUS -> Choice.check(element, STATUSES, here);
            case DAYS -> inRange(element, LAST_DAY, "1 (Monday) to 7 (Sunday)");
            case HOURS -> inRange(element, LAST_HOUR, "1 to 24");
            case TIMEZONE, ZONE_ID -> zoneIsKnown(element);
            default -> Texts.printable(element, here);
        }
    }

    private void inRange(Element element, int last, String range) {
        OptionalLong number = number(element.value().orElse(""));
        String problem = element + " must be a whole number from " + range + ".";
        if (number.isEmpty()) {
            here.add(problem);
        } else if (number.getAsLong() < 1 || number.getAsLong() > last) {
            here.addRelaxable(problem);
        }
    }

    /** The number, where the text is one. */
    static OptionalLong number(String text) {
        try {
            return OptionalLong.of(Integer.parseInt(text.trim()));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private void zoneIsKnown(Element zone) {
        if (!Texts.printable(zone, here)) {
            return;
        }
        Set<String> known = new TreeSet<>(ZoneId.getAvailableZoneIds());
        zone.value().filter(id -> !known.contains(id) && !BuddyVariable.in(id)).ifPresent(id -> {
            String meant = meant(id, known)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("write one such as Europe/Warsaw.");
            here.addRelaxable(zone + " is no time zone that Java knows: " + meant);
        });
    }

    /** A city without its continent, or a slip; an abbreviation such as CEST is close to others that are not meant. */
    private static Optional<String> meant(String written, Set<String> known) {
        String id = written.trim().replaceAll("\\s+", "_");
        String city = "/" + id.toLowerCase(Locale.ROOT);
        List<String> places =
                known.stream().filter(ConditionValueRules::isPlace).toList();
        Optional<String> same = places.stream()
                .filter(zone -> ("/" + zone.toLowerCase(Locale.ROOT)).endsWith(city))
                .findFirst();
        return same.isPresent() || id.indexOf('/') < 0 ? same : NearMiss.of(id, places);
    }

    /** Etc/GMT+2 is two hours behind GMT, which nobody means who writes GMT+2; SystemV/EST5 is known to Java alone. */
    private static boolean isPlace(String zone) {
        return !zone.startsWith("Etc/") && !zone.startsWith("SystemV/");
    }
}
