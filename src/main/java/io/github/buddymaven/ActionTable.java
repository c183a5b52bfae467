package io.github.buddymaven;

import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.check.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Actions as lines of a table, its columns as wide as what they hold. */
final class ActionTable {
    private static final List<String> HEAD = List.of("ID", "NAME", "TYPE", "LAST STATUS", "ADDRESS");

    private ActionTable() {}

    static String count(List<ActionSummary> actions) {
        return switch (actions.size()) {
            case 0 -> "no actions";
            case 1 -> "1 action";
            default -> actions.size() + " actions";
        };
    }

    /** The head and a line each; nothing where there is no action. */
    static List<String> lines(List<ActionSummary> actions) {
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
                String.valueOf(action.id()),
                Element.shown(action.name()),
                Element.shown(action.type()),
                action.lastStatus().orElse("-"),
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
