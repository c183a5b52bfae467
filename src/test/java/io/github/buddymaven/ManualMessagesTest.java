package io.github.buddymaven;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page "Errors" has each message by its first words, and no other. A row begins with the message, in which <code>…</code>
 * stands for what varies. A message that changed needs one edit there.
 */
class ManualMessagesTest {
    private static final Path ERRORS = Manual.page("errors");
    private static final String VARIES = "…";
    private static final Pattern ENTRY = Pattern.compile("\\[(?:INFO|WARNING|ERROR)] (.*)");

    /** The rest of a line that begins another message, of a list, or of a request. */
    private static final Pattern NO_MESSAGE = Pattern.compile("https?://\\S+|  .*|with|ID .*|\\d+ .*|\\w+: .* -> .*");

    private static final Pattern ITEM = Pattern.compile("  - (.*)");
    private static final Pattern LIST_OF_MESSAGES =
            Pattern.compile(".* \\d+ problems, and nothing was sent:|\\d+ entries of settings.xml .*:");

    /** What is put before the reason that the reader looks up; it has a row of its own. */
    private static final Pattern INTRODUCTION =
            Pattern.compile("(The configuration has a problem, and nothing was sent|Could not [^:]* pipeline [^:]*"
                    + "|The dry run could not look at the pipeline, and without dryRun this would fail"
                    + "|(?:Condition|Variable) \\d+ of <\\w+>): (.*)");

    private record Row(String words, Pattern pattern) {
        static Row of(String words) {
            return new Row(
                    words,
                    Pattern.compile(Stream.of(words.split(VARIES, -1))
                            .map(Pattern::quote)
                            .collect(joining(".*?"))));
        }

        boolean isOf(String message) {
            return pattern.matcher(message).lookingAt();
        }

        /** The longest words that do not vary. */
        String constant() {
            return Stream.of(words.split(VARIES, -1))
                    .map(part -> part.replaceFirst("^(?:<?/?\\w*>)?\\W*", ""))
                    .max(Comparator.comparingInt(String::length))
                    .orElseThrow();
        }
    }

    @Test
    void hasARowForEachMessage() {
        List<Row> rows = rows();
        assertThat(messages().filter(message -> rows.stream().noneMatch(row -> row.isOf(message))))
                .as(
                        "messages that %s does not have; add rows such as | `first words of the message` | what to do |",
                        ERRORS)
                .isEmpty();
    }

    @Test
    void hasNoRowForAnythingElse() {
        List<String> messages = messages().toList();
        String sources = Manual.files(Path.of("src/main/java"), ".java").stream()
                .map(Manual::read)
                .collect(joining("\n"))
                .replaceAll("\"\\s*\\+\\s*\"", "");
        assertThat(rows().stream()
                        .filter(row -> messages.stream().noneMatch(row::isOf) && !sources.contains(row.constant()))
                        .map(Row::words))
                .as("rows of %s that no message begins with", ERRORS)
                .isEmpty();
    }

    private static List<Row> rows() {
        return Manual.read(ERRORS)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Row.of(Manual.code(Manual.cells(line).get(0))))
                .toList();
    }

    private static Stream<String> messages() {
        List<String> messages = new ArrayList<>();
        boolean inList = false;
        for (String line :
                Manual.read(Path.of("src/test/resources/messages.txt")).lines().toList()) {
            Matcher entry = ENTRY.matcher(line);
            Matcher item = ITEM.matcher(line);
            if (entry.matches()) {
                inList = LIST_OF_MESSAGES.matcher(entry.group(1)).matches();
                add(entry.group(1), messages);
            } else if (inList && item.matches()) {
                add(item.group(1), messages);
            }
        }
        return messages.stream().distinct();
    }

    private static void add(String message, List<String> messages) {
        Matcher introduction = INTRODUCTION.matcher(message);
        if (introduction.matches()) {
            add(introduction.group(2), messages);
        } else if (!NO_MESSAGE.matcher(message).matches()) {
            messages.add(message);
        }
    }
}
