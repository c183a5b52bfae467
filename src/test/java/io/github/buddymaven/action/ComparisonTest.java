package io.github.buddymaven.action;

import static io.github.buddymaven.PushActionRuns.SECRET;
import static io.github.buddymaven.PushActionRuns.diff;
import static io.github.buddymaven.PushActionRuns.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.PushActionRuns.Diff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What differs between the action that the POM wants and the one that Buddy has, what the user reads, and what is sent. */
class ComparisonTest {
    private static final String DAY =
            "<triggerCondition>DAY</triggerCondition><triggerDays><day>1</day><day>2</day></triggerDays>";
    private static final String USER =
            "<triggerCondition>TRIGGERING_USER_IS</triggerCondition><triggerUser>jane</triggerUser>";
    private static final String OR = "<triggerCondition>OR</triggerCondition>";
    private static final String DAY_JSON = "{trigger_condition: 'DAY', trigger_days: [1, 2]}";
    private static final String USER_JSON = "{trigger_condition: 'TRIGGERING_USER_IS', trigger_user: 'jane'}";
    private static final String OR_JSON = "{trigger_condition: 'OR'}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            <disabled>true</disabled>                               | disabled: true
            <disabled>true</disabled>                               | disabled: 'true'
            <disabled>false</disabled>                              | disabled: 'false'
            <disabled>false</disabled>                              | disabled: ''
            <disabled>false</disabled>                              |
            <timeout>060</timeout>                                  | timeout: 60
            <timeout>60</timeout>                                   | timeout: '60'
            <timeout>60</timeout>                                   | timeout: 60.0
            <timeout>0</timeout>                                    | timeout: null
            <timeout>0</timeout>                                    | timeout: ''
            <timeout>0</timeout>                                    |
            <dockerImageTag>11</dockerImageTag>                     | docker_image_tag: 11
            <dockerBuildActionId>0</dockerBuildActionId>            | docker_build_action_id: '0'
            <loop>1, 20</loop>                                      | loop: ['1', '20']
            <loop>1, 20</loop>                                      | loop: [1, 20]
            <loop>1, 20</loop>                                      | loop: ['1', 20]
            <integration>5ddb</integration>                         | integration: {hash_id: '5ddb', identifier: 'hub'}
            <integration><identifier>hub</identifier></integration> | integration: {hash_id: '5ddb', identifier: 'hub'}
            <integration>5</integration>                            | integration: {hash_id: 5}
            <afterActionId>7</afterActionId>                        | after_action_id: 0
            <afterActionId>7</afterActionId>                        |
            <triggerTime>ON_WARNING</triggerTime>                   | trigger_time: 'ON_WARNING'
            <timeout>60</timeout>                                   | timeout: 60, trigger_time: 'ON_WARNING', retry_count: 3, loop: ['a'], disabled: true, run_next: 'X'
            <loop/>                                                 | loop: ['a']
            """)
    void leavesAnActionThatIsTheSame(String xml, @Nullable String stored) {
        assertUnchanged(diff(xml, stored == null ? "" : stored));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            <disabled>true</disabled>                            | disabled: false             | disabled: false -> true                 | disabled: true
            <disabled>true</disabled>                            |                             | disabled: (none) -> true                | disabled: true
            <disabled>false</disabled>                           | disabled: 'true'            | disabled: true -> false                 | disabled: false
            <disabled>false</disabled><ignoreErrors>true</ignoreErrors> | disabled: true, ignore_errors: true | disabled: true -> false   | disabled: false
            <timeout>060</timeout>                               | timeout: 61                 | timeout: 61 -> 60                       | timeout: 60
            <timeout>60</timeout>                                | timeout: '61'               | timeout: 61 -> 60                       | timeout: 60
            <timeout>60</timeout>                                | timeout: 60.5               | timeout: 60.5 -> 60                     | timeout: 60
            <timeout>60</timeout>                                | timeout: ''                 | timeout: (none) -> 60                   | timeout: 60
            <timeout>60</timeout>                                |                             | timeout: (none) -> 60                   | timeout: 60
            <timeout>0</timeout>                                 | timeout: 60                 | timeout: 60 -> 0                        | timeout: 0
            <dockerImageTag>11</dockerImageTag>                  | docker_image_tag: 12        | dockerImageTag: 12 -> 11                | docker_image_tag: '11'
            <dockerImageTag>1.0</dockerImageTag>                 | docker_image_tag: '1.0.0'   | dockerImageTag: 1.0.0 -> 1.0            | docker_image_tag: '1.0'
            <repository>my/app</repository>                      |                             | repository: (none) -> my/app            | repository: 'my/app'
            <dockerBuildActionId>0</dockerBuildActionId>         |                             | dockerBuildActionId: (none) -> 0        | docker_build_action_id: 0
            <dockerBuildActionId>0</dockerBuildActionId>         | docker_build_action_id: ''  | dockerBuildActionId: (none) -> 0        | docker_build_action_id: 0
            <loop>a, b</loop>                                    | loop: ['b', 'a']            | loop: b, a -> a, b                      | loop: ['a', 'b']
            <loop>a, b</loop>                                    | loop: ['a', 'b', 'b']       | loop: a, b, b -> a, b                   | loop: ['a', 'b']
            <loop>a, b</loop>                                    | loop: ['a']                 | loop: a -> a, b                         | loop: ['a', 'b']
            <loop>a, b</loop>                                    |                             | loop: (none) -> a, b                    | loop: ['a', 'b']
            <loop>1, 20</loop>                                   | loop: [1, 21]               | loop: 1, 21 -> 1, 20                    | loop: ['1', '20']
            <loop>1, 20</loop>                                   | loop: ['01', '20']          | loop: 01, 20 -> 1, 20                   | loop: ['1', '20']
            <loop>1, 20</loop>                                   | loop: '1, 20'               | loop: 1, 20 -> 1, 20                    | loop: ['1', '20']
            <integration>5ddb</integration>                      | integration: {hash_id: '6'} | integration: 6 -> 5ddb                  | integration: {hash_id: '5ddb'}
            <integration>5ddb</integration>                      |                             | integration: (none) -> 5ddb             | integration: {hash_id: '5ddb'}
            <triggerTime>ON_SUCCESS</triggerTime>                | trigger_time: 'ON_WARNING'  | triggerTime: ON_WARNING -> ON_SUCCESS   | trigger_time: 'ON_SUCCESS'
            <triggerTime>ON_FAILURE</triggerTime><runOnlyOnFirstFailure>true</runOnlyOnFirstFailure> | trigger_time: 'ON_SUCCESS', run_only_on_first_failure: true  | triggerTime: ON_SUCCESS -> ON_FAILURE | trigger_time: 'ON_FAILURE', run_only_on_first_failure: true
            <triggerTime>ON_FAILURE</triggerTime><runOnlyOnFirstFailure>true</runOnlyOnFirstFailure> | trigger_time: 'ON_FAILURE', run_only_on_first_failure: false | runOnlyOnFirstFailure: false -> true  | trigger_time: 'ON_FAILURE', run_only_on_first_failure: true
            <triggerTime>ON_FAILURE</triggerTime><runOnlyOnFirstFailure>false</runOnlyOnFirstFailure><timeout>1</timeout> | trigger_time: 'ON_FAILURE', timeout: 2 | timeout: 2 -> 1  | timeout: 1
            <afterActionId>7</afterActionId><timeout>1</timeout> | after_action_id: 8          | timeout: (none) -> 1                    | timeout: 1
            """)
    void sendsExactlyWhatDiffers(String xml, @Nullable String stored, String line, String patch) {
        Diff diff = diff(xml, stored == null ? "" : stored);

        assertThat(diff.lines()).containsExactly(line);
        assertThat(diff.patch()).isEqualTo(json("{" + patch + "}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            DAY               | <triggerDays>1, 5, 7</triggerDays>                                | trigger_days: [7, 1, 5]
            DAY               | <triggerDays>1, 2</triggerDays>                                   | trigger_days: ['2', '1']
            DAY               | <triggerDays>1, 2</triggerDays>                                   | trigger_days: ['2', 1]
            DAY               | <triggerDays>1, 1, 2</triggerDays>                                | trigger_days: [1, 2]
            HOUR              | <triggerHours>8, 20</triggerHours>                                | trigger_hours: [20, 8]
            ON_CHANGE_AT_PATH | <triggerConditionPaths>src/, lib/</triggerConditionPaths>         | trigger_condition_paths: ['lib/', 'src/']
            DAY               | <triggerDays>1</triggerDays><timezone>Europe/Warsaw</timezone>    | trigger_days: [1], zone_id: 'Europe/Warsaw'
            DAY               | <triggerDays>1</triggerDays><zoneId>Europe/Warsaw</zoneId>        | trigger_days: [1], timezone: 'Europe/Warsaw'
            DAY               | <triggerDays>1</triggerDays><timezone>UTC</timezone>              | trigger_days: [1]
            DAY               | <triggerDays>1</triggerDays><zoneId>UTC</zoneId>                  | trigger_days: [1]
            DAY               | <triggerDays>1</triggerDays>                                      | trigger_days: [1], timezone: 'UTC'
            DAY               | <triggerDays>1</triggerDays>                                      | trigger_days: [1], zone_id: 'Europe/Warsaw'
            VAR_IS            | <triggerVariableKey>K</triggerVariableKey><triggerVariableValue/> | trigger_variable_key: 'K'
            VAR_IS            | <triggerVariableKey>K</triggerVariableKey><triggerVariableValue>1</triggerVariableValue> | trigger_variable_key: 'K', trigger_variable_value: 1
            TRIGGERING_USER_IS | <triggerUser>jane</triggerUser>                                  | trigger_user: 'jane', created_at: '2027-01-01T00:00:00Z'
            """)
    void leavesAConditionThatIsTheSame(String type, String elements, String fields) {
        assertUnchanged(diff(
                conditions("<triggerCondition>" + type + "</triggerCondition>" + elements),
                stored("{trigger_condition: '" + type + "', " + fields + "}")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            DAY                | <triggerDays>1, 2</triggerDays>                                | trigger_days: [1, 3]
            DAY                | <triggerDays>1, 2</triggerDays>                                | trigger_days: [1, 2, 3]
            DAY                | <triggerDays>1, 2</triggerDays>                                | trigger_days: [1]
            DAY                | <triggerDays>1, 2</triggerDays>                                | trigger_days: ['1', 'second']
            DAY                | <triggerDays>1</triggerDays>                                   | trigger_days: [1], trigger_hours: [8]
            DAY                | <triggerDays>1</triggerDays><triggerHours>8</triggerHours>     | trigger_days: [1]
            DAY                | <triggerDays>1</triggerDays><timezone>Europe/Warsaw</timezone> | trigger_days: [1], timezone: 'UTC'
            DAY                | <triggerDays>1</triggerDays><timezone>Europe/Warsaw</timezone> | trigger_days: [1], zone_id: 'UTC'
            DAY                | <triggerDays>1</triggerDays><timezone>Europe/Warsaw</timezone> | trigger_days: [1]
            DAY                | <triggerDays>1</triggerDays><timezone>UTC</timezone>           | trigger_days: [1], zone_id: 'Europe/Warsaw'
            ON_CHANGE_AT_PATH  | <triggerConditionPaths>src/</triggerConditionPaths>            | trigger_condition_paths: ['Src/']
            TRIGGERING_USER_IS | <triggerUser>jane</triggerUser>                                | trigger_user: 'joe'
            TRIGGERING_USER_IS | <triggerUser>jane</triggerUser>                                | trigger_condition: 'TRIGGERING_USER_IS_NOT', trigger_user: 'jane'
            """)
    void changesAConditionThatDiffers(String type, String elements, String fields) {
        String kind = fields.startsWith("trigger_condition:") ? "" : "trigger_condition: '" + type + "', ";
        String xml = conditions("<triggerCondition>" + type + "</triggerCondition>" + elements);
        Diff diff = diff(xml, stored("{" + kind + fields + "}"));

        assertThat(diff.lines()).singleElement().asString().startsWith("triggerConditions: ");
        assertThat(diff.patch().at("/trigger_conditions/0/trigger_condition").textValue())
                .isEqualTo(type);
        assertThat(diff.patch()).hasSize(1);
    }

    @Test
    void leavesConditionsThatAreTheSame() {
        assertUnchanged(diff(conditions(USER, OR, DAY), stored(USER_JSON, OR_JSON, DAY_JSON)));
    }

    @Test
    void showsConditionsFromWhereTheyDiffer() {
        assertConditions("TRIGGERING_USER_IS jane; OR; DAY 1, 2", "DAY 1, 2", stored(DAY_JSON), USER, OR, DAY);
        assertConditions("OR; DAY 1, 2", "DAY 1, 2", stored(USER_JSON, DAY_JSON), USER, OR, DAY);
        assertConditions("(none)", "OR; DAY 1, 2", stored(USER_JSON, OR_JSON, DAY_JSON), USER);
        assertConditions("DAY 1, 2", "(none)", stored(USER_JSON), USER, DAY);
        assertConditions("TRIGGERING_USER_IS jane", "(none)", "", USER);
        assertConditions("TRIGGERING_USER_IS jane", "(none)", stored(), USER);
        assertConditions(
                "TRIGGERING_USER_IS jane; OR; DAY 1, 2",
                "DAY 1, 2; OR; TRIGGERING_USER_IS jane",
                stored(DAY_JSON, OR_JSON, USER_JSON),
                USER,
                OR,
                DAY);
    }

    private static void assertConditions(String wanted, String existing, String stored, String... conditions) {
        Diff diff = diff(conditions(conditions), stored);

        assertThat(diff.lines()).containsExactly("triggerConditions: " + existing + " -> " + wanted);
        assertThat(diff.patch().path("trigger_conditions")).hasSize(conditions.length);
    }

    @Test
    void sendsTheTimeZoneOfAConditionThatStays() {
        Diff diff = diff(
                conditions(DAY, USER),
                stored("{trigger_condition: 'DAY', trigger_days: [2, 1], timezone: 'Europe/Warsaw'}"));

        assertThat(diff.patch())
                .isEqualTo(json("{trigger_conditions: [{trigger_condition: 'DAY',"
                        + " trigger_days: [1, 2], timezone: 'Europe/Warsaw'}, " + USER_JSON + "]}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            <value>1</value>                               | value: '1'
            <value>1</value>                               | value: 1
            <value>1</value>                               | value: '1', settable: true, description: 'by hand', id: 7
            <value>1</value><type>VAR</type>               | value: '1'
            <value>1</value><settable>false</settable>     | value: '1'
            <value>1</value><settable>true</settable>      | value: '1', settable: 'true'
            <value>1</value><description/>                 | value: '1'
            <value/>                                       | type: 'VAR'
            """)
    void leavesAVariableThatIsTheSame(String elements, String fields) {
        assertUnchanged(diff(variables("<key>A</key>" + elements), "variables: [{key: 'A', " + fields + "}]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            <value>1</value>                           | key: 'A', value: '2'                                | A=2 -> A=1
            <value>1</value>                           | key: 'a', value: '1'                                | a=1 -> A=1
            <value>VAR</value>                         | key: 'A', value: '1'                                | A=1 -> A=VAR
            <value>1</value>                           | key: 'A'                                            | A= -> A=1
            <value/>                                   | key: 'A', value: '1'                                | A=1 -> A=
            <value>1</value><type>FILE</type>          | key: 'A', value: '1', type: 'VAR'                   | A=1 -> A=1 (type FILE)
            <value>1</value><type>VAR</type>           | key: 'A', value: '1', type: 'FILE'                  | A=1 (type FILE) -> A=1
            <value>1</value><type>FILE</type>          | key: 'A', value: '1'                                | A=1 -> A=1 (type FILE)
            <value>1</value><settable>true</settable>  | key: 'A', value: '1', settable: false               | A=1 -> A=1 (settable true)
            <value>1</value><settable>false</settable> | key: 'A', value: '1', settable: true                | A=1 (settable true) -> A=1
            <value>1</value><description>VAR</description><type>VAR</type> | key: 'A', value: '1'            | A=1 -> A=1 (description VAR)
            <value>1</value><settable>true</settable><runOnlySettable>false</runOnlySettable><encrypted>false</encrypted> | key: 'A', value: '1', type: 'VAR', settable: false, encrypted: false | A=1 -> A=1 (settable true)
            <value/><type>FILE</type><filePath>~/.netrc</filePath><runOnlySettable>true</runOnlySettable> | key: 'A', value: '1', settable: true, description: 'by hand' | A=1 (settable true, description by hand) -> A= (type FILE, runOnlySettable true, filePath ~/.netrc)
            """)
    void changesAVariableThatDiffers(String elements, String fields, String change) {
        Diff diff = diff(variables("<key>A</key>" + elements), "variables: [{" + fields + "}]");

        assertThat(diff.lines()).containsExactly("variables: " + change);
        assertThat(diff.patch()).hasSize(1);
        assertThat(diff.patch().at("/variables/0/key").textValue()).isEqualTo("A");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {key: 'B', value: '2'}, {key: 'A', value: '1'}                       |
            {key: 'A', value: '1'}, {key: 'B', value: '2'}, {key: 'C', value: '3'} | C=3 -> (none)
            {key: 'A', value: '1'}                                               | (none) -> B=2
            {key: 'A', value: '2'}, {key: 'B', value: '1'}                       | A=2, B=1 -> A=1, B=2
            {key: 'C', value: '3'}, {key: 'B', value: '2', settable: true}, {key: 'A', value: '0'} | C=3, A=0 -> A=1
                                                                                 | (none) -> A=1, B=2
            """)
    void comparesVariablesByTheirKeys(@Nullable String stored, @Nullable String change) {
        Diff diff = diff(
                variables("<key>A</key><value>1</value>", "<key>B</key><value>2</value>"),
                "variables: [" + (stored == null ? "" : stored) + "]");

        if (change == null) {
            assertUnchanged(diff);
        } else {
            assertThat(diff.lines()).containsExactly("variables: " + change);
            assertThat(diff.patch().path("variables")).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"42, true", "43, false", "042, false"})
    void takesAKeyThatIsANumberForAText(String key, boolean same) {
        Diff diff = diff(variables("<key>" + key + "</key><value>1</value>"), "variables: [{key: 42, value: '1'}]");

        assertThat(diff.lines().isEmpty()).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            encrypted: false                  | A=
            encrypted: 'false'                | A=
            encrypted: true                   | A=**** (encrypted true)
            encrypted: 'true'                 | A=**** (encrypted true)
            encrypted: true, value: 'hush'    | A=**** (encrypted true)
            type: 'SSH_KEY'                   | A=**** (type SSH_KEY)
            type: 'SSH_KEY', encrypted: false | A=**** (type SSH_KEY)
            type: 'SSH_KEY', value: 'hush'    | A=**** (type SSH_KEY)
            description: 'x'                  | A= (description x)
            """)
    void masksWhatMayBeASecretInBuddy(String fields, String shown) {
        Diff diff = diff(variables("<key>B</key><value>1</value>"), "variables: [{key: 'A', " + fields + "}]");

        assertThat(diff.lines()).containsExactly("variables: " + shown + " -> B=1");
        assertThat(diff.run().text()).doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"value: 'hush-hush-a', ", "value: 'another', ", "value: '!encrypted xyz=', ", "value: null, ", ""
            })
    void sendsASecretAgainThoughItIsNoDifference(String value) {
        Diff diff = diff(
                variables("<key>A</key><value>1</value>", "<key>TOKEN</key><serverId>a</serverId>"),
                "variables: [{key: 'TOKEN', " + value + "encrypted: true}, {key: 'A', value: '1'}]");

        assertThat(diff.lines()).isEmpty();
        assertThat(diff.patch())
                .isEqualTo(
                        json(
                                "{variables: [{key: 'A', value: '1'}, {key: 'TOKEN', value: 'hush-hush-a', encrypted: true}]}"));
        assertThat(diff.run().text()).doesNotContain(SECRET, "another", "!encrypted");
    }

    @Test
    void sendsPasswordAndPassphraseAgainThoughTheyAreNoDifference() {
        Diff diff = diff(
                variables("<key>A</key><value>1</value><passwordServerId>b</passwordServerId>"
                        + "<passphraseServerId>c</passphraseServerId>"),
                "variables: [{key: 'A', value: '1'}]");

        assertThat(diff.lines()).isEmpty();
        assertThat(diff.patch().at("/variables/0"))
                .isEqualTo(json("{key: 'A', value: '1', password: 'hush-hush-b', passphrase: 'hush-hush-c'}"));
    }

    @Test
    void sendsTheLoginOfTheRegistryAgainThoughItIsNoDifference() {
        Diff diff = diff("<registryServerId>nexus</registryServerId>", "login: 'deployer', password: 'old'");

        assertThat(diff.lines()).isEmpty();
        assertThat(diff.patch()).isEqualTo(json("{password: 'hush-hush-nexus'}"));
        assertThat(diff.run().text()).doesNotContain(SECRET, "old");
    }

    @Test
    void sendsAnotherUserWithThePassword() {
        Diff diff = diff("<registryServerId>nexus</registryServerId>", "login: 'joe'");

        assertThat(diff.lines()).containsExactly("login: joe -> deployer");
        assertThat(diff.patch()).isEqualTo(json("{login: 'deployer', password: 'hush-hush-nexus'}"));
    }

    @Test
    void sendsNothingAgainThatIsNoSecret() {
        assertUnchanged(diff(
                variables("<key>A</key><value>1</value>") + conditions(USER) + "<loop>a</loop><timeout>1</timeout>",
                "variables: [{key: 'A', value: '1'}], loop: ['a'], timeout: 1, " + stored(USER_JSON)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            value: 'plain-secret'                         | A=**** -> A=**** (encrypted true)
            value: 'plain-secret', encrypted: false       | A=**** -> A=**** (encrypted true)
            value: 'hush-hush-a', description: 'of a'     | A=**** (description of a) -> A=**** (encrypted true)
            """)
    void hidesASecretThatWasInClearInBuddy(String fields, String change) {
        Diff diff = diff(variables("<key>A</key><serverId>a</serverId>"), "variables: [{key: 'A', " + fields + "}]");

        assertThat(diff.lines()).containsExactly("variables: " + change);
        assertThat(diff.run().text()).doesNotContain("plain-secret", SECRET);
    }

    @Test
    void hidesASecretOfThisBuildWhereverItIsInBuddy() {
        Diff diff = diff(
                variables("<key>A</key><serverId>a</serverId>", "<key>B</key><value>2</value>") + "<loop>x</loop>"
                        + "<dockerImageTag>1</dockerImageTag>",
                "variables: [{key: 'A', encrypted: true}, {key: 'B', value: 'it is hush-hush-a'}],"
                        + " loop: ['hush-hush-a'], docker_image_tag: 'hush-hush-a'");

        assertThat(diff.lines())
                .containsExactly("dockerImageTag: **** -> 1", "loop: **** -> x", "variables: B=it is **** -> B=2");
        assertThat(diff.run().text()).doesNotContain(SECRET);
    }

    @Test
    void sendsWhatThePomDoesNotSayOfAVariableAsItIs() {
        Diff diff = diff(
                variables("<key>TOKEN</key><serverId>a</serverId>"),
                "variables: [{key: 'TOKEN', encrypted: true, settable: true, id: 7, description: 'set in Buddy'}]");

        assertThat(diff.lines()).isEmpty();
        assertThat(diff.patch())
                .isEqualTo(json("{variables: [{key: 'TOKEN', value: 'hush-hush-a', encrypted: true,"
                        + " settable: true, id: 7, description: 'set in Buddy'}]}"));
    }

    @Test
    void showsEachDifferenceInOneShortLine() {
        Diff diff = diff(
                "<repository>a</repository><dockerImageTag>1</dockerImageTag>",
                "repository: '" + "x".repeat(200) + "', docker_image_tag: 'a\\u001b[2Jb\\nc'");

        assertThat(diff.lines())
                .containsExactly("dockerImageTag: a\\u001b[2Jb\\nc -> 1", "repository: " + "x".repeat(120) + "… -> a");
    }

    private static void assertUnchanged(Diff diff) {
        assertThat(diff.lines()).isEmpty();
        assertThat(diff.run().writes()).isEmpty();
        assertThat(diff.run().text()).contains("unchanged");
    }

    private static String stored(String... conditions) {
        return "trigger_conditions: [" + String.join(", ", conditions) + "]";
    }

    private static String conditions(String... conditions) {
        return "<triggerConditions><triggerCondition>"
                + String.join("</triggerCondition><triggerCondition>", conditions)
                + "</triggerCondition></triggerConditions>";
    }

    private static String variables(String... variables) {
        return "<variables><variable>" + String.join("</variable><variable>", variables) + "</variable></variables>";
    }
}
