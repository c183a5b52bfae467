package io.github.buddymaven.action;

import static io.github.buddymaven.ConfigurationProblems.assertAccepted;
import static io.github.buddymaven.ConfigurationProblems.assertAlwaysRefused;
import static io.github.buddymaven.ConfigurationProblems.assertMatch;
import static io.github.buddymaven.ConfigurationProblems.assertNeverShown;
import static io.github.buddymaven.ConfigurationProblems.assertRefusedUnlessLenient;
import static io.github.buddymaven.ConfigurationProblems.problemsOf;
import static io.github.buddymaven.PushActionRuns.json;
import static io.github.buddymaven.PushActionRuns.posted;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each variable has a key of its own and one value, and no message ever shows a secret. */
class VariableRulesTest {
    private static final String FIRST = "1 + <variables> + ";
    private static final String LENIENT = "<lenient>true</lenient>";
    private static final String PLAIN = "<key>KEY</key><value>1</value>";
    private static final String SECRET = "s3cr3t-Of-The-Team";

    /** Secrets with something in them that another rule would show. */
    private static final String[] SECRETS = {
        SECRET,
        SECRET + "&#155;",
        "a&#10;" + SECRET + "&#13;&#10;",
        "&#x2028;" + SECRET + "&#9;",
        SECRET + "${a.b}",
        "${" + SECRET + ".b}",
        "$" + SECRET + " ${" + SECRET + "}",
        "true" + SECRET
    };

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <value>$OTHER&#10;&#9;second line</value>                      | value: '$OTHER\\n\\tsecond line'
            <value/>                                                       | value: ''
            <value/><type>VAR</type>                                       | value: '', type: 'VAR'
            <value>1</value><type>FILE</type><filePath>~/.netrc</filePath><fileChmod>600</fileChmod><filePlace>CONTAINER</filePlace> | value: '1', type: 'FILE', file_path: '~/.netrc', file_chmod: '600', file_place: 'CONTAINER'
            <value>1</value><type>IOS_KEYCHAIN</type>                      | value: '1', type: 'IOS_KEYCHAIN'
            <value>1</value><type>$TYPE</type>                             | value: '1', type: '$TYPE'
            <value>1</value><encrypted>false</encrypted><settable> true </settable><runOnlySettable>false</runOnlySettable> | value: '1', encrypted: false, settable: true, run_only_settable: false
            <value>1</value><description>a&#10;b</description><defaults>c&#10;d</defaults> | value: '1', description: 'a\\nb', defaults: 'c\\nd'
            <value>1</value><description/><filePath/><fileChmod/><defaults/> | value: '1', description: '', file_path: '', file_chmod: '', defaults: ''
            <serverId>a</serverId>                                         | value: 'hush-hush-a', encrypted: true
            <serverId>a</serverId><encrypted>true</encrypted>              | value: 'hush-hush-a', encrypted: true
            <serverId>a</serverId><type>SSH_KEY</type><passwordServerId>b</passwordServerId><passphraseServerId>c</passphraseServerId> | value: 'hush-hush-a\\n', encrypted: true, type: 'SSH_KEY', password: 'hush-hush-b', passphrase: 'hush-hush-c'
            <type>SSH_KEY</type><keyIdentifier>deploy-key</keyIdentifier>  | type: 'SSH_KEY', key_identifier: 'deploy-key'
            <type>SSH_KEY</type><keyIdentifier>deploy-key</keyIdentifier><encrypted>true</encrypted> | type: 'SSH_KEY', key_identifier: 'deploy-key', encrypted: true
            <type>FILE</type><initPath>netrc</initPath>                    | type: 'FILE', init_path: 'netrc'
            <initPath>netrc</initPath><encrypted>true</encrypted>          | init_path: 'netrc', encrypted: true
            """)
    void sendsExactlyWhatIsConfigured(String elements, String fields) {
        assertThat(posted(variables("<key>KEY</key>" + elements)).path("variables"))
                .isEqualTo(json("[{key: 'KEY', " + fields + "}]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <type>vars</type><value>1</value>           | type: 'vars', value: '1'
            <filePlace>HOME</filePlace><value>1</value> | file_place: 'HOME', value: '1'
            <type>SSH_KEY</type>                        | type: 'SSH_KEY'
            <encrypted>true</encrypted>                 | encrypted: true
            """)
    void sendsWhatIsWrittenIfLenient(String elements, String fields) {
        assertThat(posted(variables("<key>KEY</key>" + elements) + LENIENT).path("variables"))
                .isEqualTo(json("[{key: 'KEY', " + fields + "}]"));
    }

    /** Who marks a secret with a slip has a secret too: nothing of it may be shown, or sent as it is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <encrypted>true</encrypted>                      | value      | <encrypted>true</encrypted> + <serverId>
            <encrypted> true </encrypted>                    | value      | <encrypted>true</encrypted> + <serverId>
            <type>SSH_KEY</type>                             | value      | <type>SSH_KEY</type> + <serverId>
            <type>SSH_KEY</type><encrypted>false</encrypted> | value      | <type>SSH_KEY</type> + <serverId>
            <value>1</value>                                 | password   | <passwordServerId>
            <value>1</value>                                 | passphrase | <passphraseServerId>
            <serverId>a</serverId>                           | password   | <passwordServerId>
            """)
    void alwaysRefusesASecretInThePomAndNeverShowsIt(String elements, String element, String remedy) {
        for (String secret : SECRETS) {
            String xml = variables("<key>KEY</key>" + elements + element(element, secret));
            assertAlwaysRefused(xml, FIRST + "<" + element + "> + <server> + settings.xml + " + remedy);
            assertNeverShown(xml, SECRET);
            assertNeverShown(xml, "${a.b}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "encrypted, TRUE",
        "encrypted, yes",
        "encrypted, 1",
        "encrypted, ''",
        "encrypted, flase",
        "encrypted, ${a.b}",
        "encrypted, $ENCRYPTED",
        "type,      ssh_key",
        "type,      SSH-KEY",
        "type,      SSHKEY",
        "type,      SSH_KEYS",
        "type,      ' SSH_KEY '",
    })
    void takesWhatIsNearlyMarkedForASecret(String element, String mark) {
        for (String secret : SECRETS) {
            String xml = variables("<key>KEY</key>" + element(element, mark) + element("value", secret));
            assertThat(problemsOf(xml + LENIENT))
                    .anySatisfy(problem -> assertThat(problem).contains("<value>", "<server>", "<serverId>"));
            assertNeverShown(xml, SECRET);
        }
    }

    @Test
    void showsNoSecretInAnyOtherProblem() {
        String rest = "<serverId>a</serverId><settable>maybe</settable><filePlace>CONTAINR</filePlace>"
                + "<description>${no.such}</description>";
        String secret = variables("<key/><encrypted>true</encrypted>" + element("password", SECRET)
                + element("passphrase", SECRET) + element("value", SECRET) + rest);
        String plain = variables("<key>A</key>" + element("value", SECRET + "&#155;") + rest);

        assertMatch(
                secret,
                problemsOf(secret),
                "<key>",
                "<value> + <encrypted>true</encrypted>",
                "<password>",
                "<passphrase>",
                "<value> + <serverId>a</serverId>",
                "<settable>maybe",
                "<filePlace>CONTAINR",
                "${no.such}");
        assertNeverShown(secret, SECRET);
        assertThat(problemsOf(plain)).hasSize(5);
        assertNeverShown(plain, SECRET);
    }

    @Test
    void neverShowsAPlainValue() {
        assertAlwaysRefused(
                variables("<key>KEY</key>" + element("value", SECRET + "&#155;")), FIRST + "<value> + line");
        assertNeverShown(variables("<key>KEY</key>" + element("value", SECRET + "&#155;")), SECRET);
        assertThat(problemsOf(variables("<key>KEY</key>" + element("value", SECRET + "${app.version}" + SECRET))))
                .singleElement()
                .asString()
                .contains("<value>", "${app.version}")
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <key>KEY</key><value>1</value><serverId>a</serverId>              | <value> + <serverId>a</serverId>
            <key>KEY</key><serverId>a</serverId><encrypted>false</encrypted>  | <serverId>a</serverId> + <encrypted> + <value>
            <value>1</value>                                                  | <key> + name
            <key/><value>1</value>                                            | <key> + name
            <key>${blank}</key><value>1</value>                               | <key> </key> + name
            <key>MY&#10;KEY</key><value>1</value>                             | <key>MY\\nKEY</key> + line
            <key>KEY</key><value>1</value><description>a&#155;b</description> | <description> + line
            <key>KEY</key><value>1</value><defaults>a&#155;b</defaults>       | <defaults> + line
            """)
    void alwaysRefuses(String elements, String problem) {
        assertAlwaysRefused(variables(elements), FIRST + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <key>KEY</key>                                              | <value> + <serverId>
            <key>KEY</key><encrypted>true</encrypted>                   | <serverId> + <server> + <password>
            <key>KEY</key><type>SSH_KEY</type>                          | <serverId> + <server> + <password>
            <key>KEY</key><value>1</value><filePlace>nowhere</filePlace> | <filePlace>nowhere</filePlace> + CONTAINER
            <key>KEY</key><value>1</value><filePlace>CONTAINR</filePlace> | <filePlace>CONTAINR</filePlace> + did you mean CONTAINER
            <key>KEY</key><value>1</value><filePlace>HOME</filePlace>   | <filePlace>HOME</filePlace> + NONE + CONTAINER
            """)
    void refusesUnlessLenient(String elements, String problem) {
        assertRefusedUnlessLenient(variables(elements), FIRST + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<encrypted>true</encrypted>", "<encrypted>yes</encrypted>", "<type>ssh_key</type>"})
    void recommendsNoValueForASecret(String mark) {
        assertThat(problemsOf(variables("<key>KEY</key>" + mark)))
                .anyMatch(problem -> problem.contains("<serverId>"))
                .noneMatch(problem -> problem.contains("<value>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "filePlace", "keyIdentifier", "initPath"})
    void alwaysRefusesATextThatIsBlankOrHasSeveralLines(String element) {
        String rest = "<key>KEY</key><serverId>a</serverId>";

        assertAlwaysRefused(variables(rest + element(element, "")), FIRST + element(element, "") + " + remove");
        assertAlwaysRefused(
                variables(rest + element(element, "${blank}")), FIRST + element(element, " ") + " + remove");
        assertAlwaysRefused(
                variables(rest + element(element, "a&#10;b")), FIRST + element(element, "a\\nb") + " + line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"filePath", "fileChmod"})
    void alwaysRefusesAPathOfSeveralLines(String element) {
        assertAlwaysRefused(
                variables(PLAIN + element(element, "a&#10;b")), FIRST + element(element, "a\\nb") + " + line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serverId", "passwordServerId", "passphraseServerId"})
    void alwaysRefusesAServerThatIsBlankOrHasSeveralLines(String element) {
        String rest = element.equals("serverId") ? "<key>KEY</key>" : PLAIN;

        assertAlwaysRefused(variables(rest + element(element, "")), FIRST + element(element, "") + " + <server>");
        assertAlwaysRefused(
                variables(rest + element(element, "${blank}")), FIRST + element(element, " ") + " + <server>");
        assertAlwaysRefused(
                variables(rest + element(element, "a&#10;b")), FIRST + element(element, "a\\nb") + " + line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"encrypted", "settable", "runOnlySettable"})
    void alwaysRefusesAFlagThatIsNeitherTrueNorFalse(String flag) {
        for (String refused : new String[] {"TRUE", "yes", "0", "", "$FLAG"}) {
            assertAlwaysRefused(
                    variables("<key>KEY</key><serverId>a</serverId>" + element(flag, refused)),
                    FIRST + element(flag, refused) + " + true + false");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type",
                "description",
                "defaults",
                "filePath",
                "fileChmod",
                "filePlace",
                "keyIdentifier",
                "initPath",
                "settable"
            })
    void refusesWhatIsNoPropertyOfTheBuild(String element) {
        assertThat(problemsOf(variables(PLAIN + element(element, "${a.b}")))).anySatisfy(problem -> assertThat(problem)
                .contains("Variable 1", "<variables>", "<" + element + ">", "${a.b}", "property"));
    }

    @Test
    void alwaysRefusesTheSameKeyTwice() {
        String other = PLAIN.replace("KEY", "OTHER");

        assertAlwaysRefused(
                variables(PLAIN, other, "<key>KEY</key><serverId>a</serverId>"),
                "3 + <variables> + <key>KEY</key> + twice");
        assertAccepted(variables(PLAIN, other, PLAIN.replace("KEY", "key")));
        assertAlwaysRefused(
                variables("<key>${blank}</key><value>1</value>", "<key>${blank}</key><value>1</value>"),
                FIRST + "<key> </key> + name",
                "2 + <variables> + <key> </key> + name");
    }

    @Test
    void reportsAllProblemsTogetherEachWithItsPlace() {
        String xml = variables(
                "<value>x</value><settable>on</settable>",
                "<key>A</key><type>SSH_KEY</type><value>" + SECRET + "</value>",
                "<key>A</key>");

        assertMatch(
                xml,
                problemsOf(xml),
                FIRST + "<key>",
                FIRST + "<settable>on</settable>",
                "2 + <variables> + <type>SSH_KEY</type> + <serverId>",
                "3 + <variables> + <value> + <serverId>",
                "3 + <variables> + <key>A</key> + twice");
    }

    /** The same in every build, however the POM orders the elements. */
    @Test
    void reportsTheProblemsOfAVariableInOneOrder() {
        String[] elements = {
            "<key/>",
            "<encrypted>maybe</encrypted>",
            "<settable>on</settable>",
            "<filePlace>HOME</filePlace>",
            "<password>x</password>",
            "<value>x</value>",
            "<serverId/>",
            "<passwordServerId/>"
        };
        String reversed = Stream.iterate(elements.length - 1, index -> index >= 0, index -> index - 1)
                .map(index -> elements[index])
                .collect(joining());

        assertThat(problemsOf(variables(reversed)))
                .hasSizeGreaterThan(elements.length - 1)
                .isEqualTo(problemsOf(variables(String.join("", elements))));
    }

    private static String variables(String... variables) {
        return "<variables><variable>" + String.join("</variable><variable>", variables) + "</variable></variables>";
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + text + "</" + name + ">";
    }
}
