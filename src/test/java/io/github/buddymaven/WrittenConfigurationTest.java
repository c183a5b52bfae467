package io.github.buddymaven;

import static io.github.buddymaven.ConfigurationProblems.assertAlwaysRefused;
import static io.github.buddymaven.ConfigurationProblems.assertMatch;
import static io.github.buddymaven.ConfigurationProblems.assertNeverShown;
import static io.github.buddymaven.ConfigurationProblems.problemsOf;
import static io.github.buddymaven.PushActionRuns.json;
import static io.github.buddymaven.PushActionRuns.posted;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the POM says arrives as it says it, in whatever of Maven's spellings. */
class WrittenConfigurationTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <loop>eu</loop>                                    | ['eu']
            <loop>eu, us</loop>                                | ['eu', 'us']
            <loop><one>eu</one><another>us</another></loop>    | ['eu', 'us']
            <loop><one>eu, us</one></loop>                     | ['eu, us']
            """)
    void sendsAListOfElementsOrWithCommas(String xml, String sent) {
        assertThat(posted(xml).path("loop")).isEqualTo(json(sent));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            src                                     | ['src']
            src, lib                                | ['src', 'lib']
            <path>src/{a,b}</path><path>lib</path>  | ['src/{a,b}', 'lib']
            """)
    void sendsAListWithinAConditionTheSameWay(String xml, String sent) {
        String paths = "<triggerConditionPaths>" + xml + "</triggerConditionPaths>";

        assertThat(posted(condition("ON_CHANGE_AT_PATH", paths)).at("/trigger_conditions/0/trigger_condition_paths"))
                .isEqualTo(json(sent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout", "repository", "integration", "loop", "runNext", "disabled", "afterActionName"})
    void takesAnEmptyParameterForNone(String parameter) {
        assertThat(posted("<" + parameter + "/>")).isEqualTo(posted("<" + parameter + "></" + parameter + ">"));
        assertThat(posted("<" + parameter + "/>")).isEqualTo(posted(""));
    }

    @Test
    void takesAnEmptyElementOfAListForBlank() {
        assertAlwaysRefused(
                condition("DAY", "<triggerDays><day/></triggerDays>"),
                "1 + <triggerConditions> + <triggerDays></triggerDays>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <Password>hush</Password><value>x</value>      | <password>
            <Passphrase>hush</Passphrase><value>x</value>  | <passphrase>
            <Encrypted>true</Encrypted><value>hush</value> | <value>
            <Encrypted>true</Encrypted><Value>hush</Value> | <value>
            <Type>SSH_KEY</Type><Value>hush</Value>        | <value>
            """)
    void refusesASecretUnderEveryNameThatMavenTakes(String xml, String element) {
        String variable = variable("<key>A</key>" + xml);

        assertAlwaysRefused(variable, "1 + <variables> + <server> + " + element);
        assertNeverShown(variable, "hush");
    }

    @Test
    void knowsAnElementUnderEveryNameThatMavenTakes() {
        assertThat(posted(variable("<Key>A</Key><server-id>a</server-id>")).at("/variables/0"))
                .isEqualTo(json("{key: 'A', value: 'hush-hush-a', encrypted: true}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "login", "token", "Password", "TOKEN"})
    void refusesASecretBesideTheParameters(String element) {
        String xml = "<" + element + ">hush</" + element + ">";

        assertAlwaysRefused(xml, "<" + element + "> + <server> + settings.xml");
        assertNeverShown(xml, "hush");
    }

    @Test
    void reportsATextInPlaceOfElementsAsAnyOtherProblem() {
        String xml = "<variables><STAGE>live</STAGE></variables>"
                + "<triggerConditions><triggerCondition>ON_CHANGE</triggerCondition></triggerConditions>";

        assertMatch(
                xml,
                problemsOf(xml),
                "1 + <triggerConditions> + <triggerCondition> + ON_CHANGE",
                "1 + <variables> + <key> + <value>");
    }

    private static String condition(String type, String elements) {
        return "<triggerConditions><triggerCondition><triggerCondition>" + type + "</triggerCondition>" + elements
                + "</triggerCondition></triggerConditions>";
    }

    private static String variable(String elements) {
        return "<variables><variable>" + elements + "</variable></variables>";
    }
}
