package io.github.buddymaven.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.buddymaven.check.InvalidConfiguration;
import io.github.buddymaven.check.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drafts as POMs spell them, and what a user sees of their check. */
final class Drafts {
    private static final String ONE = "The configuration has a problem, and nothing was sent: ";
    private static final String LENIENT =
            "\nShould Buddy accept this by now, <lenient>true</lenient> turns the rules about values into warnings.";

    private Drafts() {}

    static PushActionDraft draft() {
        return new PushActionDraft().text(Field.NAME, "Push");
    }

    static PushActionDraft conditions(DraftItem... conditions) {
        return draft().items(Field.TRIGGER_CONDITIONS, List.of(conditions));
    }

    static PushActionDraft variables(DraftItem... variables) {
        return draft().items(Field.VARIABLES, List.of(variables));
    }

    /** A condition or a variable out of names and texts in turn; a text is one, whether it has commas or not. */
    static DraftItem item(String... namesAndTexts) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (int name = 0; name < namesAndTexts.length; name += 2) {
            texts.put(namesAndTexts[name], List.of(namesAndTexts[name + 1]));
        }
        return new DraftItem(texts);
    }

    /** The same with one more element, a list where it has several texts or none. */
    static DraftItem with(DraftItem item, String name, String... list) {
        Map<String, List<String>> texts = new LinkedHashMap<>(item.texts());
        texts.put(name, List.of(list));
        return new DraftItem(texts);
    }

    static DraftItem without(DraftItem item, String name) {
        Map<String, List<String>> texts = new LinkedHashMap<>(item.texts());
        texts.remove(name);
        return new DraftItem(texts);
    }

    static PushAction accepted(PushActionDraft draft) {
        Problems problems = new Problems(false);
        Optional<PushAction> action = draft.check(problems);
        assertThat(catchThrowable(problems::refuse)).isNull();
        return action.orElseThrow();
    }

    /** What the user reads, all of it. */
    static String refusal(PushActionDraft draft, boolean lenient) {
        Problems problems = new Problems(lenient);
        Optional<PushAction> ignored = draft.check(problems);
        Throwable refused = catchThrowable(problems::refuse);
        assertThat(refused).isInstanceOf(InvalidConfiguration.class);
        return String.valueOf(refused.getMessage());
    }

    /** What the user reads besides, none of which ends the build. */
    static List<String> warnings(PushActionDraft draft, boolean lenient) {
        Problems problems = new Problems(lenient);
        Optional<PushAction> ignored = draft.check(problems);
        return problems.warnings();
    }

    /** Nobody may know better: the rule holds with {@code lenient} too. */
    static void assertAlwaysRefused(PushActionDraft draft, String... inOrder) {
        assertThat(refusal(draft, false)).isEqualTo(text(inOrder));
        assertThat(refusal(draft, true)).isEqualTo(text(inOrder));
        assertThat(warnings(draft, true)).isEmpty();
    }

    /** The one problem of what {@code lenient} would not simply let pass. */
    static void assertRefusedOnce(PushActionDraft draft, String problem) {
        assertThat(refusal(draft, false)).isEqualTo(ONE + problem + LENIENT);
    }

    /** A rule that Buddy may have relaxed since; gives the action that is sent nevertheless. */
    static PushAction assertRefusedUnlessLenient(PushActionDraft draft, String... inOrder) {
        assertThat(refusal(draft, false)).isEqualTo(text(inOrder) + LENIENT);

        Problems problems = new Problems(true);
        Optional<PushAction> action = draft.check(problems);
        assertThat(catchThrowable(problems::refuse)).isNull();
        assertThat(problems.warnings()).containsExactly(inOrder);
        return action.orElseThrow();
    }

    private static String text(String... problems) {
        return problems.length == 1
                ? ONE + problems[0]
                : "The configuration has " + problems.length + " problems, and nothing was sent:\n  - "
                        + String.join("\n  - ", problems);
    }
}
