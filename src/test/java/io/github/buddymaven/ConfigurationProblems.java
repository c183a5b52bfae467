package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a user reads of a configuration that breaks rules. The parameters that are always required are filled in, and
 * <code>${blank}</code> is a property with a blank, since Maven takes blanks away that are written out. A problem is expected by
 * words that it has to have, in any order, with {@code +} between them: {@code <timeout>x</timeout> + number}.
 */
public final class ConfigurationProblems {
    private static final String LENIENT = "<lenient>true</lenient>";
    private static final String ITEM = "\n  - ";

    private ConfigurationProblems() {}

    /** The problems for which the build fails, without what is said around them. */
    public static List<String> problemsOf(String xml) {
        return problems(check(xml));
    }

    /** The warnings that the user reads instead with {@code <lenient>true</lenient>}. */
    public static List<String> warningsOf(String xml) {
        return warnings(check(xml + LENIENT));
    }

    /** Nothing is wrong with it. */
    public static void assertAccepted(String xml) {
        GoalRun run = check(xml);
        assertThat(run.message()).as(xml).isEmpty();
        assertThat(warnings(run)).as(xml).isEmpty();
    }

    /** It has exactly these problems, in any order, and {@code lenient} does not help. */
    public static void assertAlwaysRefused(String xml, String... problems) {
        GoalRun run = check(xml);
        assertMatch(xml, problems(run), problems);
        assertThat(run.message()).as(xml).doesNotContain(LENIENT);
        assertMatch(xml, problemsOf(xml + LENIENT), problems);
        assertThat(warningsOf(xml)).as(xml).isEmpty();
    }

    /** It has exactly these problems, in any order; {@code lenient}, which is recommended, makes warnings of them. */
    public static void assertRefusedUnlessLenient(String xml, String... problems) {
        GoalRun run = check(xml);
        assertMatch(xml, problems(run), problems);
        assertThat(run.message()).as(xml).contains(LENIENT);
        assertThat(check(xml + LENIENT).message()).as(xml).isEmpty();
        assertMatch(xml, warningsOf(xml), problems);
    }

    /** Neither the log nor the failure has it, with {@code lenient} or without. */
    public static void assertNeverShown(String xml, String secret) {
        assertThat(check(xml).text()).as(xml).doesNotContain(secret);
        assertThat(check(xml + LENIENT).text()).as(xml).doesNotContain(secret);
    }

    /** Each of the messages has the words of one of the expected ones, and there are no others. */
    public static void assertMatch(String xml, List<String> messages, String... expected) {
        assertThat(messages).as(xml).hasSize(expected.length);
        for (String words : expected) {
            assertThat(messages).as(xml).anySatisfy(message -> assertThat(words.split(" \\+ "))
                    .allSatisfy(word -> assertThat(message).containsIgnoringCase(word)));
        }
    }

    private static List<String> problems(GoalRun run) {
        String message = run.message();
        if (message.isEmpty()) {
            return List.of();
        }
        if (message.contains(ITEM)) {
            return Stream.of(message.split(ITEM))
                    .skip(1)
                    .map(item -> item.lines().findFirst().orElse(""))
                    .toList();
        }
        String line = message.lines().findFirst().orElse("");
        return List.of(line.substring(line.indexOf(": ") + 2));
    }

    /** The last one says that a dry run that is offline cannot look. */
    private static List<String> warnings(GoalRun run) {
        List<String> warnings = run.log().stream()
                .filter(line -> line.startsWith("warn "))
                .map(line -> line.substring("warn ".length()))
                .toList();
        return run.failure().isPresent() ? warnings : warnings.subList(0, warnings.size() - 1);
    }

    /** A dry run without a network fails for the sake of the configuration only. */
    private static GoalRun check(String xml) {
        GoalRunner runner = GoalRunner.of("create-push-action")
                .offline()
                .projectProperty("blank", " ")
                .element("dryRun", "true")
                .element("workspace", "buddy")
                .element("projectName", "company-website")
                .element("name", "Push");
        return (xml.contains("<pipelineName>") ? runner : runner.element("pipelineId", "2")).run(xml);
    }
}
