package io.github.buddymaven.action;

import static io.github.buddymaven.ConfigurationProblems.assertAccepted;
import static io.github.buddymaven.ConfigurationProblems.assertAlwaysRefused;
import static io.github.buddymaven.ConfigurationProblems.assertMatch;
import static io.github.buddymaven.ConfigurationProblems.assertRefusedUnlessLenient;
import static io.github.buddymaven.ConfigurationProblems.problemsOf;
import static io.github.buddymaven.PushActionRuns.json;
import static io.github.buddymaven.PushActionRuns.posted;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each condition has the elements of its type, and the user reads which condition is wrong, and how. Which type has which
 * elements is in the manual's table, which is checked against the rules.
 */
class TriggerConditionRulesTest {
    private static final String FIRST = "1 + <triggerConditions> + ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ON_CHANGE                 |                                                                                                      |
            ON_CHANGE_AT_PATH         | <triggerConditionPaths><path>src/</path><path>a,b</path></triggerConditionPaths>                     | trigger_condition_paths: ['src/', 'a,b']
            VAR_IS                    | <triggerVariableKey>KEY</triggerVariableKey><triggerVariableValue>a</triggerVariableValue>           | trigger_variable_key: 'KEY', trigger_variable_value: 'a'
            VAR_CONTAINS              | <triggerVariableKey>KEY</triggerVariableKey><triggerVariableValue/>                                  | trigger_variable_key: 'KEY', trigger_variable_value: ''
            VAR_LESS_THAN             | <triggerVariableKey>KEY</triggerVariableKey><triggerVariableValue>a&#10;b</triggerVariableValue>     | trigger_variable_key: 'KEY', trigger_variable_value: 'a\\nb'
            DAY                       | <triggerDays><day>1</day><day>2</day><day>3</day><day>4</day><day>5</day><day>6</day><day>7</day></triggerDays> | trigger_days: [1, 2, 3, 4, 5, 6, 7]
            HOUR                      | <triggerHours><hour>1</hour><hour> 12 </hour><hour>24</hour></triggerHours>                          | trigger_hours: [1, 12, 24]
            DATETIME                  | <triggerDays>1, 5</triggerDays>                                                                      | trigger_days: [1, 5]
            DATETIME                  | <triggerHours>8</triggerHours><timezone>UTC</timezone>                                               | trigger_hours: [8], timezone: 'UTC'
            DAY                       | <triggerDays>1</triggerDays><triggerHours>8</triggerHours><timezone>$ZONE</timezone>                 | trigger_days: [1], trigger_hours: [8], timezone: '$ZONE'
            HOUR                      | <triggerHours>8</triggerHours><zoneId>America/Argentina/Buenos_Aires</zoneId>                        | trigger_hours: [8], zone_id: 'America/Argentina/Buenos_Aires'
            SUCCESS_PIPELINE          | <triggerProjectName>lib</triggerProjectName><triggerPipelineName>Publish</triggerPipelineName>       | trigger_project_name: 'lib', trigger_pipeline_name: 'Publish'
            ACTION_STATUS_IS          | <triggerActionName>Build</triggerActionName><triggerStatus>SUPRESSED</triggerStatus>                 | trigger_action_name: 'Build', trigger_status: 'SUPRESSED'
            TRIGGERING_USER_IS        | <triggerUser>jane</triggerUser>                                                                      | trigger_user: 'jane'
            TRIGGERING_USER_IS_IN_GROUP | <triggerGroup>developers</triggerGroup>                                                            | trigger_group: 'developers'
            """)
    void sendsExactlyWhatIsConfigured(String type, @Nullable String elements, @Nullable String fields) {
        assertThat(posted(condition(type, elements)).path("trigger_conditions"))
                .isEqualTo(json("[{trigger_condition: '" + type + "'" + (fields == null ? "" : ", " + fields) + "}]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            VAR_IS           | <triggerVariableKey>KEY</triggerVariableKey>                       | <triggerVariableValue>
            HOUR             | <triggerDays>1</triggerDays>                                       | <triggerHours>
            DATETIME         | <timezone>UTC</timezone>                                           | <triggerDays> + <triggerHours>
            SUCCESS_PIPELINE | <triggerPipelineName>Publish</triggerPipelineName>                 | <triggerProjectName>
            ON_CHANGE        | <triggerUser>jane</triggerUser>                                    | <triggerUser> + remove
            ON_CHANGE        | <zoneId>UTC</zoneId>                                               | <zoneId> + remove
            DAY              | <triggerDays>1</triggerDays><triggerStatus>FAILED</triggerStatus>  | <triggerStatus> + remove + <triggerDays> + <triggerHours> + <timezone>
            """)
    void saysWhichElementIsMissingOrDoesNotBelong(String type, String elements, String problem) {
        assertRefusedUnlessLenient(condition(type, elements), FIRST + type + " + " + problem);
    }

    @Test
    void sendsWhatIsMissingOrDoesNotBelongIfLenient() {
        String xml = condition("ON_CHANGE_AT_PATH", "<triggerUser>jane</triggerUser>") + "<lenient>true</lenient>";

        assertThat(posted(xml).path("trigger_conditions"))
                .isEqualTo(json("[{trigger_condition: 'ON_CHANGE_AT_PATH', trigger_user: 'jane'}]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            VAR_IS                      | triggerVariableKey    | <triggerVariableValue>a</triggerVariableValue>
            SUCCESS_PIPELINE            | triggerProjectName    | <triggerPipelineName>Publish</triggerPipelineName>
            SUCCESS_PIPELINE            | triggerPipelineName   | <triggerProjectName>lib</triggerProjectName>
            ACTION_STATUS_IS            | triggerActionName     | <triggerStatus>FAILED</triggerStatus>
            ACTION_STATUS_IS_NOT        | triggerStatus         | <triggerActionName>Build</triggerActionName>
            HOUR                        | timezone              | <triggerHours>1</triggerHours>
            HOUR                        | zoneId                | <triggerHours>1</triggerHours>
            TRIGGERING_USER_IS          | triggerUser           |
            TRIGGERING_USER_IS_IN_GROUP | triggerGroup          |
            """)
    void alwaysRefusesATextThatIsBlankOrHasSeveralLines(String type, String element, @Nullable String rest) {
        String others = rest == null ? "" : rest;
        String open = "<" + element + ">";
        String close = "</" + element + ">";

        assertAlwaysRefused(condition(type, others + open + close), FIRST + open + close);
        assertAlwaysRefused(condition(type, others + open + "${blank}" + close), FIRST + open + " " + close);
        assertAlwaysRefused(
                condition(type, others + open + "a&#10;b" + close), FIRST + open + "a\\nb" + close + " + line");
    }

    @ParameterizedTest
    @CsvSource({"ON_CHANGE_AT_PATH, triggerConditionPaths", "DAY, triggerDays", "HOUR, triggerHours"})
    void alwaysRefusesAnElementOfAListThatIsBlank(String type, String list) {
        String open = "<" + list + ">";
        String close = "</" + list + ">";

        assertAlwaysRefused(condition(type, open + "<one/><one>1</one>" + close), FIRST + open + close);
        assertAlwaysRefused(
                condition(type, open + "<one>1</one><one>${blank}</one><one></one>" + close),
                FIRST + open + " " + close,
                FIRST + open + close);
        assertAlwaysRefused(condition(type, open + "1,,2" + close), FIRST + open + close);
    }

    @Test
    void alwaysRefusesAPathOfSeveralLines() {
        assertAlwaysRefused(
                condition("ON_CHANGE_AT_PATH", "<triggerConditionPaths><path>a&#155;b</path></triggerConditionPaths>"),
                FIRST + "<triggerConditionPaths>a\\u009bb</triggerConditionPaths> + line");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<triggerCondition>TRIGGERING_USER_IS</triggerCondition><triggerUser>${a.b}</triggerUser>",
                "<triggerCondition>ON_CHANGE_AT_PATH</triggerCondition><triggerConditionPaths>${a.b}</triggerConditionPaths>",
                "<triggerCondition>DAY</triggerCondition><triggerDays>${a.b}</triggerDays>",
                "<triggerCondition>HOUR</triggerCondition><triggerHours>1</triggerHours><timezone>${a.b}</timezone>",
                "<triggerCondition>VAR_IS</triggerCondition><triggerVariableKey>K</triggerVariableKey>"
                        + "<triggerVariableValue>${a.b}</triggerVariableValue>",
                "<triggerCondition>ACTION_STATUS_IS</triggerCondition><triggerActionName>B</triggerActionName>"
                        + "<triggerStatus>${a.b}</triggerStatus>",
                "<triggerCondition>${a.b}</triggerCondition>",
            })
    void refusesWhatIsNoPropertyOfTheBuild(String elements) {
        assertThat(problemsOf(conditions(elements))).anySatisfy(problem -> assertThat(problem)
                .contains("Condition 1", "<triggerConditions>", "${a.b}", "property"));
    }

    @ParameterizedTest
    @CsvSource({
        "on change,                       ON_CHANGE",
        "ON_CHANGE_AT_PATHS,              ON_CHANGE_AT_PATH",
        "VAR_I,                           VAR_IS",
        "VAR-IS-NOT,                      VAR_IS_NOT",
        "VAR_NOT_CONTAIN,                 VAR_NOT_CONTAINS",
        "VAR_LESS_THEN_OR_EQUAL,          VAR_LESS_THAN_OR_EQUAL",
        "VAR_GREATER_THEN,                VAR_GREATER_THAN",
        "DATE_TIME,                       DATETIME",
        "DAYS,                            DAY",
        "HOURS,                           HOUR",
        "SUCESS_PIPELINE,                 SUCCESS_PIPELINE",
        "ACTION_STATUS_ISNOT,             ACTION_STATUS_IS_NOT",
        "TRIGGERING_USER_IN_GROUP,        TRIGGERING_USER_IS_IN_GROUP",
        "TRIGGERING_USER_IS_NOT_IN_GROOP, TRIGGERING_USER_IS_NOT_IN_GROUP",
    })
    void suggestsTheTypeThatWasMeant(String written, String meant) {
        String xml = condition(written, "");

        assertRefusedUnlessLenient(
                xml, FIRST + "<triggerCondition>" + written + "</triggerCondition> + did you mean " + meant);
        assertThat(posted(xml + "<lenient>true</lenient>").at("/trigger_conditions/0/trigger_condition"))
                .hasToString('"' + written + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<triggerCondition/>", "<triggerCondition>${blank}</triggerCondition>"})
    void alwaysAsksForTheType(String type) {
        assertAlwaysRefused(
                conditions(type + "<triggerUser>jane</triggerUser>"),
                FIRST + "<triggerCondition> + ON_CHANGE + TRIGGERING_USER_IS_NOT_IN_GROUP + OR");
    }

    @Test
    void alwaysRefusesATypeOfSeveralLines() {
        assertAlwaysRefused(
                condition("ON&#10;CHANGE", ""), FIRST + "<triggerCondition>ON\\nCHANGE</triggerCondition> + line");
    }

    @Test
    void takesAnyElementWithAnUnknownType() {
        String xml = condition("FULL_MOON", "<triggerUser>jane</triggerUser>");

        assertRefusedUnlessLenient(xml, FIRST + "<triggerCondition>FULL_MOON</triggerCondition> + VAR_IS");
        assertThat(posted(xml + "<lenient>true</lenient>").path("trigger_conditions"))
                .isEqualTo(json("[{trigger_condition: 'FULL_MOON', trigger_user: 'jane'}]"));
    }

    /** Nobody knows which elements it has, but each holds what it holds in every condition. */
    @ParameterizedTest
    @ValueSource(strings = {"FULL_MOON", "DAYS"})
    void checksTheValuesOfAnUnknownType(String type) {
        String xml = condition(type, """
                <triggerUser>a&#10;b</triggerUser><timezone>Atlantis</timezone><triggerHours><hour/></triggerHours>
                <triggerDays>8, Monday</triggerDays>""");

        assertMatch(
                xml,
                problemsOf(xml),
                "<triggerCondition>" + type,
                "<timezone>Atlantis",
                "<triggerDays>8",
                "<triggerUser>a\\nb",
                "<triggerDays>Monday",
                "<triggerHours></triggerHours>");
        assertMatch(
                xml,
                problemsOf(xml + "<lenient>true</lenient>"),
                "<triggerUser>a\\nb",
                "<triggerDays>Monday",
                "<triggerHours></triggerHours>");
    }

    @Test
    void checksTheValuesOfAMissingType() {
        String xml = conditions("<triggerUser/><triggerHours>noon</triggerHours>");

        assertMatch(xml, problemsOf(xml), "<triggerCondition>", "<triggerUser></triggerUser>", "<triggerHours>noon");
    }

    @ParameterizedTest
    @CsvSource({
        "DAY,  triggerDays,  0,  1 + 7",
        "DAY,  triggerDays,  8,  1 + 7",
        "DAY,  triggerDays,  -1, 1 + 7",
        "HOUR, triggerHours, 0,  1 + 24",
        "HOUR, triggerHours, 25, 1 + 24",
    })
    void refusesDaysAndHoursOutOfTheirRange(String type, String list, String number, String range) {
        String xml = condition(type, "<" + list + ">1," + number + "</" + list + ">");

        assertRefusedUnlessLenient(xml, FIRST + "<" + list + ">" + number + "</" + list + "> + number + " + range);
        assertThat(posted(xml + "<lenient>true</lenient>")
                        .findPath(list.replace("rD", "r_d").replace("rH", "r_h")))
                .isEqualTo(json("[1, " + number + "]"));
    }

    /** Buddy's field takes numbers: there is no way to send these as they are written. */
    @ParameterizedTest
    @ValueSource(strings = {"Monday", "1.5", "99999999999", "$DAY", "1-5"})
    void alwaysRefusesDaysAndHoursThatAreNoNumbers(String text) {
        assertAlwaysRefused(
                condition("DAY", "<triggerDays><day>1</day><day>" + text + "</day></triggerDays>"),
                FIRST + "<triggerDays>" + text + "</triggerDays> + number");
        assertAlwaysRefused(
                condition("HOUR", "<triggerHours><hour>" + text + "</hour></triggerHours>"),
                FIRST + "<triggerHours>" + text + "</triggerHours> + number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Warsow", "Atlantis", "CEST", "UTC+2", "GMT-3", "EST5", "Etc/GMT+20", "+02:00"})
    void refusesAnUnknownTimeZone(String zone) {
        for (String element : new String[] {"timezone", "zoneId"}) {
            String xml = "<" + element + ">" + zone + "</" + element + ">";
            assertRefusedUnlessLenient(
                    condition("HOUR", "<triggerHours>1</triggerHours>" + xml), FIRST + xml + " + Europe/Warsaw");
        }
    }

    @Test
    void alwaysRefusesBothNamesOfTheTimeZone() {
        assertAlwaysRefused(
                condition("DAY", "<triggerDays>1</triggerDays><timezone>UTC</timezone><zoneId>UTC</zoneId>"),
                FIRST + "<timezone> + <zoneId>");
    }

    @ParameterizedTest
    @CsvSource({
        "SUPPRESSED, did you mean SUPRESSED",
        "SUCCESFUL,  did you mean SUCCESSFUL",
        "SKIPED,     did you mean SKIPPED",
        "GREEN,      SUCCESSFUL + SKIPPED + SUPRESSED + FAILED",
    })
    void refusesAnUnknownStatus(String written, String remedy) {
        String status = "<triggerStatus>" + written + "</triggerStatus>";

        assertRefusedUnlessLenient(
                condition("ACTION_STATUS_IS", "<triggerActionName>Build</triggerActionName>" + status),
                FIRST + status + " + " + remedy);
    }

    @Test
    void alwaysRefusesOrThatIsNotBetweenTwoConditions() {
        String or = type("OR");
        String change = type("ON_CHANGE");

        assertAccepted(conditions(change, or, change, or, change));
        assertAlwaysRefused(conditions(or), FIRST + "OR + two");
        assertAlwaysRefused(conditions(or, change), FIRST + "OR + two");
        assertAlwaysRefused(conditions(change, or), "2 + <triggerConditions> + OR + two");
        assertAlwaysRefused(conditions(change, or, or, change), "3 + <triggerConditions> + OR + two");
        assertAlwaysRefused(conditions(or, or), FIRST + "OR + two", "2 + <triggerConditions> + OR + two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<triggerUser>jane</triggerUser>", "<triggerDays>1</triggerDays>", "<zoneId>UTC</zoneId>"})
    void refusesAnElementOfOr(String element) {
        String change = type("ON_CHANGE");

        assertRefusedUnlessLenient(
                conditions(change, type("OR") + element, change),
                "2 + <triggerConditions> + OR + remove + " + element.replaceAll(">.*", ">"));
    }

    @Test
    void reportsAllProblemsTogetherEachWithItsPlace() {
        String xml = conditions(
                type("TRIGGERING_USER_IS") + "<triggerGroup>developers</triggerGroup>",
                type("HOUR") + "<triggerHours>0, 25, noon</triggerHours>",
                type("ACTION_STATUS_IS") + "<triggerStatus>SUPPRESSED</triggerStatus>",
                type("OR"));

        assertMatch(
                xml,
                problemsOf(xml),
                "1 + <triggerConditions> + <triggerUser>",
                "1 + <triggerConditions> + <triggerGroup>",
                "2 + <triggerConditions> + <triggerHours>0</triggerHours>",
                "2 + <triggerConditions> + <triggerHours>25</triggerHours>",
                "2 + <triggerConditions> + <triggerHours>noon</triggerHours>",
                "3 + <triggerConditions> + <triggerActionName>",
                "3 + <triggerConditions> + <triggerStatus>SUPPRESSED</triggerStatus>",
                "4 + <triggerConditions> + OR");
    }

    private static String condition(String type, @Nullable String elements) {
        return conditions(type(type) + (elements == null ? "" : elements));
    }

    private static String conditions(String... conditions) {
        return "<triggerConditions><triggerCondition>"
                + String.join("</triggerCondition><triggerCondition>", conditions)
                + "</triggerCondition></triggerConditions>";
    }

    private static String type(String type) {
        return "<triggerCondition>" + type + "</triggerCondition>";
    }
}
