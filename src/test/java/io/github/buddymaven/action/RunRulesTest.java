package io.github.buddymaven.action;

import static io.github.buddymaven.ConfigurationProblems.assertAccepted;
import static io.github.buddymaven.ConfigurationProblems.assertAlwaysRefused;
import static io.github.buddymaven.ConfigurationProblems.assertRefusedUnlessLenient;
import static io.github.buddymaven.ConfigurationProblems.problemsOf;
import static io.github.buddymaven.PushActionRuns.posted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When and where in the pipeline the action runs: what a user reads if the POM has it wrong. */
class RunRulesTest {
    private static final String FIRST = "<runOnlyOnFirstFailure>false</runOnlyOnFirstFailure>";

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
    void refusesTheFirstFailureWithAnyOtherTriggerTime(String triggerTime) {
        String xml = "<triggerTime>" + triggerTime + "</triggerTime>";

        assertAccepted(xml);
        assertRefusedUnlessLenient(xml + FIRST, FIRST + " + ON_FAILURE");
    }

    @Test
    void refusesTheFirstFailureWithoutATriggerTime() {
        assertRefusedUnlessLenient(FIRST, FIRST + " + ON_FAILURE");
    }

    @Test
    void asksOnWhichFailuresToRun() {
        String xml = "<triggerTime>ON_FAILURE</triggerTime>";

        assertRefusedUnlessLenient(xml, xml + " + <runOnlyOnFirstFailure> + true + false");
        assertAccepted(xml + FIRST);
        assertAccepted(xml + FIRST.replace("false", "true"));
    }

    /** It may be one of failures, so that what goes with it is left as it is. */
    @ParameterizedTest
    @ValueSource(strings = {"ON_FAILUR", "NIGHTLY"})
    void saysNothingOfTheFirstFailureWithAnUnknownTriggerTime(String unknown) {
        String xml = "<triggerTime>" + unknown + "</triggerTime>";

        assertRefusedUnlessLenient(xml, xml + " + ON_FAILURE");
        assertRefusedUnlessLenient(xml + FIRST, xml + " + ON_FAILURE");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            WAIT_ON_SUCCES,   did you mean WAIT_ON_SUCCESS
            wait on success,  did you mean WAIT_ON_SUCCESS
            in-soft-parallel, did you mean IN_SOFT_PARALLEL
            IN_HARD_PARRALEL, did you mean IN_HARD_PARALLEL
            PARALLEL,         WAIT_ON_SUCCESS + IN_SOFT_PARALLEL + IN_HARD_PARALLEL
            """)
    void refusesAnUnknownRunNext(String written, String remedy) {
        String xml = "<runNext>" + written + "</runNext>";

        assertRefusedUnlessLenient(xml, xml + " + " + remedy);
    }

    @Test
    void suggestsNothingThatIsFarAway() {
        assertThat(problemsOf("<runNext>PARALLEL</runNext><triggerTime>NIGHTLY</triggerTime>"))
                .hasSize(2)
                .noneMatch(problem -> problem.contains("did you mean"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAIT_ON_SUCCESS", "IN_SOFT_PARALLEL", "IN_HARD_PARALLEL"})
    void acceptsEveryRunNextOfTheApi(String runNext) {
        assertAccepted("<runNext>" + runNext + "</runNext>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <triggerTime>ON&#155;</triggerTime>                  | <triggerTime>ON\\u009b</triggerTime> + line
            <runNext>ON&#155;</runNext>                          | <runNext>ON\\u009b</runNext> + line
            <afterActionName>${blank}</afterActionName>          | <afterActionName> </afterActionName> + remove
            <afterActionName>Build&#10;it</afterActionName>      | <afterActionName>Build\\nit</afterActionName> + line
            <afterActionId>7</afterActionId><afterActionName>Build</afterActionName> | <afterActionId> + <afterActionName>
            <loop><one>a</one><one/></loop>                      | <loop></loop> + remove
            <loop>a,,b</loop>                                    | <loop></loop> + remove
            <loop><one>a&#9;b</one></loop>                       | <loop>a\\tb</loop> + line
            """)
    void alwaysRefuses(String xml, String problem) {
        assertAlwaysRefused(xml, problem);
    }

    @ParameterizedTest
    @CsvSource({"afterActionId, 1", "timeout, 0", "retryCount, 0", "retryInterval, 0"})
    void takesWholeNumbersInTheirRange(String parameter, int least) {
        for (String refused :
                new String[] {String.valueOf(least - 1), "2147483648", "1.5", "10s", "${blank}", "many"}) {
            String xml = "<" + parameter + ">" + refused + "</" + parameter + ">";
            assertAlwaysRefused(xml, xml.replace("${blank}", " ") + " + number + " + least + " + " + Integer.MAX_VALUE);
        }
        assertAccepted("<" + parameter + ">" + least + "</" + parameter + ">");
        assertAccepted("<" + parameter + ">" + Integer.MAX_VALUE + "</" + parameter + ">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"disabled", "ignoreErrors", "runOnlyOnFirstFailure"})
    void takesFlagsThatAreTrueOrFalse(String flag) {
        String onFailure = flag.equals("runOnlyOnFirstFailure") ? "<triggerTime>ON_FAILURE</triggerTime>" : "";
        for (String refused : new String[] {"TRUE", "yes", "1", "${blank}", "$FLAG"}) {
            String xml = "<" + flag + ">" + refused + "</" + flag + ">";
            assertAlwaysRefused(xml + onFailure, xml.replace("${blank}", " ") + " + true + false");
        }
        String field = flag.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        for (String set : new String[] {"true", "false"}) {
            assertThat(posted("<" + flag + "> " + set + " </" + flag + ">" + onFailure)
                            .path(field)
                            .booleanValue())
                    .isEqualTo(set.equals("true"));
        }
    }

    @Test
    void reportsAllProblemsTogether() {
        String xml = """
                <triggerTime>ON_FAILURE</triggerTime><runNext>IN_SOFT_PARALEL</runNext><afterActionId>0</afterActionId>
                <afterActionName>Build</afterActionName><disabled>no</disabled><ignoreErrors>yes</ignoreErrors>
                <loop>a,</loop>""";

        assertThat(problemsOf(xml)).hasSize(7);
        assertThat(problemsOf(xml + "<lenient>true</lenient>")).hasSize(5).noneMatch(line -> line.contains("runNext"));
    }
}
