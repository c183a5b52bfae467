package io.github.buddymaven.report;

import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.validation.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Shows actions as lines of a table whose columns are as wide as their content. */
public final class ActionTable {
    private static final List<String> HEAD = List.of("ID", "NAME", "TYPE", "LAST STATUS", "ADDRESS");

    private ActionTable() {}

    /** Returns how many actions there are, in words. */
    public static String count(List<ActionSummary> actions) {
        return switch (actions.size()) {
            case 0 -> "no actions";
            case 1 -> "1 action";
            default -> actions.size() + " actions";
        };
    }

    /** Returns the head and a line for each action; nothing if there are no actions. */
    public static List<String> lines(List<ActionSummary> actions) {
        if (actions.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        actions.forEach(action -> rows.add(row(action)));
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> width(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static List<String> row(ActionSummary action) {
        return List.of(
                action.shownId().orElse("-"),
                Parameter.display(action.displayName()),
                Parameter.display(action.displayType()),
                action.lastStatus().map(Parameter::display).orElse("-"),
                action.htmlUrl().or(action::url).orElse("-"));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths[column] - width(cell) + 2));
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
