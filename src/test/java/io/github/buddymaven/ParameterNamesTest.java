package io.github.buddymaven;

import static io.github.buddymaven.ConfigurationProblems.assertAlwaysRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.fakebuddy.FakeBuddy;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistyped and repeated names, and values that Maven would drop: a mistyped switch must not be a real run. */
class ParameterNamesTest {
    private FakeBuddy buddy;

    @BeforeEach
    void startBuddy() throws IOException {
        buddy = FakeBuddy.start();
        buddy.pipeline("buddy", "company-website", 2);
    }

    @AfterEach
    void stopBuddy() {
        buddy.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <dryrun>true</dryrun>                        | <dryrun> + did you mean dryRun
            <dry-run>true</dry-run>                      | <dry-run> + did you mean dryRun
            <DryRun>true</DryRun>                        | <DryRun> + did you mean dryRun
            <dockerImagTag>1</dockerImagTag>             | <dockerImagTag> + did you mean dockerImageTag
            <dockerRepository>my/app</dockerRepository>  | <dockerRepository> + not a parameter
            <timeout>1</timeout><timeout>2</timeout>     | <timeout> + twice
            <variables><variable><key>A</key><value>1</value></variable></variables><variables/> | <variables> + twice
            <variables><variable><key>A</key><key>B</key><value>1</value></variable></variables> | variable 1 + <key> + twice
            <integration><identifier>a</identifier><identifier>b</identifier></integration>      | <identifier> + twice
            <triggerConditions>ON_CHANGE</triggerConditions> | <triggerConditions>ON_CHANGE</triggerConditions> + <triggerCondition>
            <variables>A=1</variables>                       | <variables>A=1</variables> + <variable>
            <triggerConditions><triggerCondition>ON_CHANGE</triggerCondition></triggerConditions> | condition 1 + no elements
            <variables><variable>A=1</variable></variables>  | variable 1 + no elements
            <variables><variable/></variables>               | variable 1 + no elements
            """)
    void refusesWhatMavenWouldDrop(String xml, String problem) {
        assertAlwaysRefused(xml, problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "buddy.dryrun",
                "buddy.dry-run",
                "buddy.dry_run",
                "Buddy.dryRun",
                "buddy.DRYRUN",
                "buddy.dryRum",
                "buddy.skipp"
            })
    void refusesAMistypedPropertyOfTheCommandLine(String property) {
        GoalRun run = runner().userProperty(property, "true").run("");

        assertThat(run.failure()).containsInstanceOf(MojoFailureException.class);
        assertThat(run.message()).contains("-D" + property, "Did you mean -Dbuddy.");
        assertThat(run.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"buddy.variables", "buddy.triggerConditions"})
    void refusesAPropertyForElements(String property) {
        GoalRun run = runner().userProperty(property, "A=1").run("");

        assertThat(run.message()).contains("-D" + property, "POM");
        assertThat(run.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"buddy.stage", "buddy.my.own", "buddyish.dryrun", "dryrun", "buddy.action.id"})
    void leavesOtherPropertiesAlone(String property) {
        assertThat(runner().userProperty(property, "true").run("").sent().method())
                .isEqualTo("POST");
    }

    @Test
    void leavesAPropertyAloneThatThePomUses() {
        GoalRun run = runner().userProperty("buddy.pipeline", "2").run("<pipelineId>${buddy.pipeline}</pipelineId>");

        assertThat(run.sent().method()).isEqualTo("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"buddy.dryrun", "buddy.dry-run", "buddy.SKIP"})
    void refusesAMistypedPropertyOfThePom(String property) {
        GoalRun run = runner().projectProperty(property, "true").run("");

        assertThat(run.message()).contains("<" + property + ">", "Did you mean <buddy.");
        assertThat(run.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dryRun, true, Dry run",
        "skip, true, Skipped",
        "dryRun, yes, neither",
        "skip, TRUE, neither",
        "dryRun, '', neither"
    })
    void makesARunSafeFromTheCommandLineThoughThePomSaysFalse(String parameter, String typed, String shown) {
        GoalRun run =
                runner().userProperty("buddy." + parameter, typed).run("<" + parameter + ">false</" + parameter + ">");

        assertThat(run.text()).contains(shown).doesNotContain("no effect");
        assertThat(run.writes()).isEmpty();
    }

    /** As MAVEN_OPTS and .mvn/jvm.config set it. */
    @ParameterizedTest
    @CsvSource({
        "dryRun, Dry run",
        "skip, Skipped",
        "dryrun, Did you mean -Dbuddy.dryRun",
        "SKIP, Did you mean -Dbuddy.skip"
    })
    void makesARunSafeByAPropertyOfJavaThoughThePomSaysFalse(String property, String shown) {
        GoalRun run =
                runner().systemProperty("buddy." + property, "true").run("<dryRun>false</dryRun><skip>false</skip>");

        assertThat(run.text()).contains(shown);
        assertThat(run.writes()).isEmpty();
    }

    @Test
    void warnsAboutAPropertyOfJavaThatThePomBeats() {
        GoalRun run = runner().systemProperty("buddy.timeout", "5").run("<timeout>7</timeout>");

        assertThat(run.log())
                .filteredOn(line -> line.startsWith("warn "))
                .singleElement()
                .asString()
                .contains("-Dbuddy.timeout", "no effect");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            timeout     | 5     | <timeout>7</timeout>                                    | <timeout>7</timeout>
            integration | 5ddb  | <integration><identifier>hub</identifier></integration> | <integration>
            loop        | a,b   | <loop><value>c</value></loop>                           | <loop>
            """)
    void warnsOnceAboutAPropertyThatThePomBeats(String parameter, String typed, String xml, String shown) {
        GoalRun run = runner().userProperty("buddy." + parameter, typed).run(xml);

        assertThat(run.log())
                .filteredOn(line -> line.startsWith("warn "))
                .singleElement()
                .asString()
                .contains("-Dbuddy." + parameter, "no effect", shown);
        assertThat(run.sent().json().path(parameter).toString()).doesNotContain(typed);
    }

    @Test
    void warnsThatTheCommandLineDoesNotSwitchADryRunOff() {
        GoalRun run = runner().userProperty("buddy.dryRun", "false").run("<dryRun>true</dryRun>");

        assertThat(run.text()).contains("-Dbuddy.dryRun", "no effect", "Dry run");
        assertThat(run.writes()).isEmpty();
    }

    @Test
    void doesNotWarnAboutAPropertyThatSaysTheSameOrIsTaken() {
        GoalRun run = runner().userProperty("buddy.timeout", "7")
                .userProperty("buddy.region", "us-east-1")
                .run("<timeout>7</timeout><integration>5ddb</integration>");

        assertThat(run.text()).doesNotContain("no effect");
        assertThat(run.sent().json().path("region").textValue()).isEqualTo("us-east-1");
    }

    @Test
    void takesTheIntegrationOfThePomThoughTheCommandLineHasAHash() {
        GoalRun run = runner().userProperty("buddy.integration", "5ddb")
                .run("<integration><identifier>hub</identifier></integration>");

        assertThat(run.sent().json().path("integration").toString()).isEqualTo("{\"identifier\":\"hub\"}");
    }

    @Test
    void doesNotWarnAboutTheNameOfAnExportWhichIsTakenFromTheCommandLine() {
        buddy.pipeline("buddy", "company-website", 2).add("{\"name\":\"Other\",\"type\":\"DOCKER_PUSH\"}");

        GoalRun run =
                runner("export-push-action").userProperty("buddy.name", "Other").run("<name>Push</name>");

        assertThat(run.text()).contains("<name>Other</name>").doesNotContain("no effect");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            variables         | <variable><key>A</key><value>1</value></variable>  | <variable><key>A</key><serverId>nexus</serverId></variable>
            triggerConditions | <c><triggerCondition>DAY</triggerCondition><triggerDays>1</triggerDays></c>                        | <c><triggerCondition>ON_CHANGE</triggerCondition></c>
            integration       | <hashId>5ddb</hashId>                              | <identifier>hub</identifier>
            integration       | 5ddb                                               | <identifier>hub</identifier>
            integration       | <identifier>hub</identifier>                       | 5ddb
            """)
    void explainsThatPartsComeFromAParent(String parameter, String parent, String child) {
        GoalRunner runner = runner().parent("<" + parameter + ">" + parent + "</" + parameter + ">");
        String override = "<" + parameter + " combine.self=\"override\">";

        GoalRun run = runner.run("<" + parameter + ">" + child + "</" + parameter + ">");
        GoalRun apart = runner.server("nexus", "", "hush-hush").run(override + child + "</" + parameter + ">");

        assertThat(run.message()).contains("parent POM", override);
        assertThat(run.requests()).isEmpty();
        assertThat(apart.sent().json().has(parameter.equals("triggerConditions") ? "trigger_conditions" : parameter))
                .isTrue();
    }

    @Test
    void saysNothingOfAParentIfAllPartsAreOfThisPom() {
        GoalRun run =
                runner().parent("<timeout>5</timeout>").run("<variables><variable><key>A</key></variable></variables>");

        assertThat(run.message()).contains("<variables>").doesNotContain("parent");
    }

    private GoalRunner runner() {
        return runner("create-push-action");
    }

    private GoalRunner runner(String goal) {
        GoalRunner runner = GoalRunner.of(goal)
                .against(buddy)
                .userProperty("buddy.workspace", "buddy")
                .userProperty("buddy.projectName", "company-website");
        return runner.element("pipelineId", "2").element("name", "Push");
    }
}
