package io.github.buddymaven.action;

import static io.github.buddymaven.action.Drafts.accepted;
import static io.github.buddymaven.action.Drafts.assertAlwaysRefused;
import static io.github.buddymaven.action.Drafts.assertRefusedUnlessLenient;
import static io.github.buddymaven.action.Drafts.draft;
import static io.github.buddymaven.action.Drafts.refusal;
import static io.github.buddymaven.action.Field.AFTER_ACTION_ID;
import static io.github.buddymaven.action.Field.DISABLED;
import static io.github.buddymaven.action.Field.IGNORE_ERRORS;
import static io.github.buddymaven.action.Field.LOOP;
import static io.github.buddymaven.action.Field.RETRY_COUNT;
import static io.github.buddymaven.action.Field.RETRY_INTERVAL;
import static io.github.buddymaven.action.Field.RUN_NEXT;
import static io.github.buddymaven.action.Field.RUN_ONLY_ON_FIRST_FAILURE;
import static io.github.buddymaven.action.Field.TIMEOUT;
import static io.github.buddymaven.action.Field.TRIGGER_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When and where in the pipeline the action runs: what a user reads where the POM has it wrong. */
class RunRulesTest {
    private static final String RUN_NEXT_VALUES = "Allowed are WAIT_ON_SUCCESS, IN_SOFT_PARALLEL, IN_HARD_PARALLEL.";
    private static final String TRIGGER_TIMES = "Allowed are ON_EVERY_EXECUTION, ON_SUCCESS, ON_FAILURE,"
            + " ON_BACK_TO_SUCCESS, ON_WARNING, ON_WAIT_FOR_APPROVE, ON_TERMINATE.";

    @ParameterizedTest
    @ValueSource(strings = {"WAIT_ON_SUCCESS", "IN_SOFT_PARALLEL", "IN_HARD_PARALLEL"})
    void takesEveryRunNextOfTheApi(String runNext) {
        assertThat(accepted(draft().text(RUN_NEXT, runNext)).fields()).containsEntry(RUN_NEXT, new Value.Text(runNext));
    }

    @ParameterizedTest
    @CsvSource({
        "WAIT_ON_SUCCES,   WAIT_ON_SUCCESS",
        "wait on success,  WAIT_ON_SUCCESS",
        "in-soft-parallel, IN_SOFT_PARALLEL",
        "IN_SOFT_PARALEL,  IN_SOFT_PARALLEL",
        "IN_HARD_PARRALEL, IN_HARD_PARALLEL",
    })
    void knowsWhichRunNextWasMeant(String written, String meant) {
        PushAction sent = assertRefusedUnlessLenient(
                draft().text(RUN_NEXT, written),
                "<runNext>" + written + "</runNext> is not known, did you mean " + meant + "? " + RUN_NEXT_VALUES);

        assertThat(sent.fields()).containsEntry(RUN_NEXT, new Value.Text(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PARALLEL", "", "LATER"})
    void listsWhatIsAllowedWhereNothingIsNear(String written) {
        assertRefusedUnlessLenient(
                draft().text(RUN_NEXT, written), "<runNext>" + written + "</runNext> is not known. " + RUN_NEXT_VALUES);
    }

    @Test
    void onFailureNeedsToKnowWhichFailures() {
        PushAction sent = assertRefusedUnlessLenient(
                draft().text(TRIGGER_TIME, "ON_FAILURE"),
                "<triggerTime>ON_FAILURE</triggerTime> needs <runOnlyOnFirstFailure>: add it, true to run on the first"
                        + " failure in a row alone, false to run on each.");

        assertThat(sent.fields()).doesNotContainKey(RUN_ONLY_ON_FIRST_FAILURE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onFailureTakesEitherAnswer(boolean first) {
        PushActionDraft draft =
                draft().text(TRIGGER_TIME, "ON_FAILURE").text(RUN_ONLY_ON_FIRST_FAILURE, String.valueOf(first));

        assertThat(accepted(draft).fields()).containsEntry(RUN_ONLY_ON_FIRST_FAILURE, new Value.Flag(first));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ON_EVERY_EXECUTION",
                "ON_SUCCESS",
                "ON_BACK_TO_SUCCESS",
                "ON_WARNING",
                "ON_WAIT_FOR_APPROVE",
                "ON_TERMINATE"
            })
    void noOtherTriggerTimeGoesWithTheFirstFailure(String triggerTime) {
        PushAction sent = assertRefusedUnlessLenient(
                draft().text(TRIGGER_TIME, triggerTime).text(RUN_ONLY_ON_FIRST_FAILURE, "false"),
                "<runOnlyOnFirstFailure>false</runOnlyOnFirstFailure> goes with <triggerTime>ON_FAILURE</triggerTime>"
                        + " alone: remove it, or write that <triggerTime>.");

        assertThat(sent.fields()).containsEntry(RUN_ONLY_ON_FIRST_FAILURE, new Value.Flag(false));
    }

    @Test
    void theFirstFailureGoesWithNoTriggerTimeThatIsLeftOut() {
        assertRefusedUnlessLenient(
                draft().text(RUN_ONLY_ON_FIRST_FAILURE, "true"),
                "<runOnlyOnFirstFailure>true</runOnlyOnFirstFailure> goes with <triggerTime>ON_FAILURE</triggerTime>"
                        + " alone: remove it, or write that <triggerTime>.");
    }

    /** Whether it is one of failures nobody knows, so what goes with it is left alone. */
    @ParameterizedTest
    @CsvSource({
        "ON_FAILUR, ' is not known, did you mean ON_FAILURE? '",
        "NIGHTLY,   ' is not known. '",
    })
    void aTriggerTimeThatIsNotKnownIsToldNothingOfTheFirstFailure(String written, String problem) {
        String message = "<triggerTime>" + written + "</triggerTime>" + problem + TRIGGER_TIMES;
        PushActionDraft draft = draft().text(TRIGGER_TIME, written);

        assertRefusedUnlessLenient(draft, message);
        for (String first : new String[] {"true", "false"}) {
            PushAction sent = assertRefusedUnlessLenient(draft.text(RUN_ONLY_ON_FIRST_FAILURE, first), message);

            assertThat(sent.fields()).containsEntry(RUN_ONLY_ON_FIRST_FAILURE, new Value.Flag(first.equals("true")));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Field.class,
            names = {"TRIGGER_TIME", "RUN_NEXT"})
    void whatIsNoWordAtAllIsReportedOnce(Field field) {
        assertAlwaysRefused(
                draft().text(field, "ON\u0007"),
                "<" + field.parameter() + ">ON\\u0007</" + field.parameter()
                        + "> has a line break or another control character: write it in one line, without it.");
        assertRefusedUnlessLenient(
                draft().text(field, "${a.b}"),
                "<" + field.parameter() + ">${a.b}</" + field.parameter()
                        + "> holds ${a.b}, which is no property of this build: define it, or correct its name.");
    }

    @Test
    void oneWaySaysBehindWhichActionItGoes() {
        assertAlwaysRefused(
                draft().text(AFTER_ACTION_ID, "7").afterActionName("Build"),
                "<afterActionId>7</afterActionId> and <afterActionName>Build</afterActionName> exclude each other: keep"
                        + " the one that names the action behind which this one goes.");
    }

    @Test
    void takesTheNameOfTheActionBeforeIt() {
        PushAction action = accepted(draft().afterActionName("Build"));

        assertThat(action.afterActionName()).contains("Build");
        assertThat(action.fields()).containsOnlyKeys(Field.NAME);
    }

    @Test
    void theNameOfTheActionBeforeItIsOneFilledLine() {
        assertAlwaysRefused(
                draft().afterActionName(" "),
                "<afterActionName> </afterActionName> is blank: name the action behind which this one goes, or remove"
                        + " the element.");
        assertAlwaysRefused(
                draft().afterActionName("Build\nit"),
                "<afterActionName>Build\\nit</afterActionName> has a line break or another control character: write it"
                        + " in one line, without it.");
    }

    @Test
    void theLoopKeepsItsOrderAndWhatIsThereTwice() {
        assertThat(accepted(draft().loop(List.of("b", "a", "b"))).fields())
                .containsEntry(
                        LOOP,
                        new Value.Several(List.of(new Value.Text("b"), new Value.Text("a"), new Value.Text("b"))));
    }

    @Test
    void noLoopIsSentWhereThePomHasNone() {
        assertThat(accepted(draft().loop(List.of())).fields()).doesNotContainKey(LOOP);
    }

    @Test
    void theLoopHasNothingBlankOrUnprintable() {
        assertAlwaysRefused(draft().loop(List.of("a", " ")), "<loop> </loop> is blank: remove what is blank.");
        assertAlwaysRefused(
                draft().loop(List.of("a\tb")),
                "<loop>a\\tb</loop> has a line break or another control character: write it in one line, without it.");
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                Arguments.of(AFTER_ACTION_ID, 1, "write the id of the action behind which this one goes."),
                Arguments.of(TIMEOUT, 0, "write the seconds that the action may run in Buddy."),
                Arguments.of(RETRY_COUNT, 0, "write how often Buddy tries again."),
                Arguments.of(RETRY_INTERVAL, 0, "write the seconds that Buddy waits before it tries again."));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void wholeNumbersAreInTheirRange(Field field, int least, String remedy) {
        for (String accepted : new String[] {String.valueOf(least), "60", "2147483647", " 60 "}) {
            assertThat(accepted(draft().text(field, accepted)).fields())
                    .containsEntry(field, new Value.Whole(Integer.parseInt(accepted.trim())));
        }
        for (String refused : new String[] {String.valueOf(least - 1), "2147483648", "1.5", "10s", "", "many"}) {
            String element = "<" + field.parameter() + ">" + refused + "</" + field.parameter() + ">";
            assertAlwaysRefused(
                    draft().text(field, refused),
                    element + " must be a whole number from " + least + " to 2147483647: " + remedy);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Field.class,
            names = {"DISABLED", "IGNORE_ERRORS", "RUN_ONLY_ON_FIRST_FAILURE"})
    void flagsAreTrueOrFalse(Field field) {
        PushActionDraft onFailure = onFailureFor(field);
        assertThat(accepted(onFailure.text(field, "true")).fields()).containsEntry(field, new Value.Flag(true));
        assertThat(accepted(onFailure.text(field, " false ")).fields()).containsEntry(field, new Value.Flag(false));
        for (String refused : new String[] {"TRUE", "yes", "1", "", "$FLAG", "${a.b}"}) {
            String element = "<" + field.parameter() + ">" + refused + "</" + field.parameter() + ">";
            assertAlwaysRefused(onFailure.text(field, refused), element + " must be true or false: write one of them.");
        }
    }

    private static PushActionDraft onFailureFor(Field field) {
        return field == RUN_ONLY_ON_FIRST_FAILURE ? draft().text(TRIGGER_TIME, "ON_FAILURE") : draft();
    }

    @Test
    void reportsAllThatIsWrongTogether() {
        PushActionDraft draft = draft().text(RUN_NEXT, "IN_SOFT_PARALEL")
                .text(TRIGGER_TIME, "ON_FAILURE")
                .text(AFTER_ACTION_ID, "0")
                .afterActionName("Build")
                .text(DISABLED, "no")
                .text(IGNORE_ERRORS, "yes")
                .loop(List.of("a", ""));

        assertThat(refusal(draft, false)).isEqualTo("""
                        The configuration has 7 problems, and nothing was sent:
                          - <triggerTime>ON_FAILURE</triggerTime> needs <runOnlyOnFirstFailure>: add it, true to run\
                         on the first failure in a row alone, false to run on each.
                          - <runNext>IN_SOFT_PARALEL</runNext> is not known, did you mean IN_SOFT_PARALLEL?\
                         Allowed are WAIT_ON_SUCCESS, IN_SOFT_PARALLEL, IN_HARD_PARALLEL.
                          - <afterActionId>0</afterActionId> and <afterActionName>Build</afterActionName> exclude each\
                         other: keep the one that names the action behind which this one goes.
                          - <loop></loop> is blank: remove what is blank.
                          - <disabled>no</disabled> must be true or false: write one of them.
                          - <ignoreErrors>yes</ignoreErrors> must be true or false: write one of them.
                          - <afterActionId>0</afterActionId> must be a whole number from 1 to 2147483647: write the id\
                         of the action behind which this one goes.
                        Should Buddy accept this by now, <lenient>true</lenient> turns the rules about values into\
                         warnings.""");
        assertThat(refusal(draft, true))
                .startsWith("The configuration has 5 problems")
                .doesNotContain("runNext");
    }
}
