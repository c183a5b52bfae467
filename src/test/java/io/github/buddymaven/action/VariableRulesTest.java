package io.github.buddymaven.action;

import static io.github.buddymaven.action.Drafts.accepted;
import static io.github.buddymaven.action.Drafts.assertAlwaysRefused;
import static io.github.buddymaven.action.Drafts.assertRefusedUnlessLenient;
import static io.github.buddymaven.action.Drafts.item;
import static io.github.buddymaven.action.Drafts.refusal;
import static io.github.buddymaven.action.Drafts.variables;
import static io.github.buddymaven.action.Drafts.warnings;
import static io.github.buddymaven.action.Drafts.with;
import static io.github.buddymaven.action.Drafts.without;
import static io.github.buddymaven.action.Field.VARIABLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each variable has a key of its own and one value, and no message ever shows a secret. */
class VariableRulesTest {
    private static final String FIRST = "Variable 1 of <variables>: ";
    private static final String SECRET = "s3cr3t-Of-The-Team";
    private static final String TO_SETTINGS = " stands in the POM, where everybody can read it: remove it, put it into"
            + " the <password> of a <server> of settings.xml, and name that by ";
    private static final String NO_SERVER =
            "it has no value: add <serverId>, the id of a <server> of settings.xml whose <password> it is.";
    private static final DraftItem PLAIN = item("key", "KEY", "value", "value");
    private static final DraftItem SECRET_ONE = item("key", "KEY", "serverId", "key-server");

    /** What else may stand in a secret that another rule would show. */
    private static final List<String> SECRETS = List.of(
            SECRET,
            SECRET + "\u0007",
            "\n" + SECRET + "\r\n",
            "\u2028" + SECRET + "\t",
            SECRET + "${a.b}",
            "${" + SECRET + ".b}",
            "$" + SECRET + " ${" + SECRET + "}",
            "true" + SECRET);

    @Test
    void takesAPlainVariableAsItIs() {
        DraftItem variable = item(
                "key",
                "KEY",
                "value",
                "$OTHER ${OTHER}\n\tsecond line",
                "type",
                "FILE",
                "encrypted",
                "false",
                "settable",
                " true ",
                "runOnlySettable",
                "false",
                "description",
                "what it is for",
                "filePath",
                "~/.netrc",
                "fileChmod",
                "600",
                "filePlace",
                "CONTAINER",
                "initPath",
                "netrc");

        assertThat(onlyVariable(accepted(variables(variable))).fields())
                .containsExactly(
                        entry("key", new Value.Text("KEY")),
                        entry("value", new Value.Text("$OTHER ${OTHER}\n\tsecond line")),
                        entry("type", new Value.Text("FILE")),
                        entry("encrypted", new Value.Flag(false)),
                        entry("settable", new Value.Flag(true)),
                        entry("run_only_settable", new Value.Flag(false)),
                        entry("description", new Value.Text("what it is for")),
                        entry("file_path", new Value.Text("~/.netrc")),
                        entry("file_chmod", new Value.Text("600")),
                        entry("file_place", new Value.Text("CONTAINER")),
                        entry("init_path", new Value.Text("netrc")));
    }

    @Test
    void anEmptyValueIsAValue() {
        assertThat(onlyVariable(accepted(variables(with(PLAIN, "value", "")))).get("value"))
                .contains(new Value.Text(""));
    }

    @Test
    void aSecretIsTakenFromItsServerAndSentEncrypted() {
        PushAction action = accepted(variables(SECRET_ONE));

        assertThat(onlyVariable(action).fields())
                .containsOnly(
                        entry("key", new Value.Text("KEY")),
                        entry("value", new Value.OnServer("key-server")),
                        entry("encrypted", new Value.Flag(true)));
        assertThat(action.serversOfVariables().keySet()).containsExactly("key-server");
    }

    @Test
    void aKeyTakesItsPasswordAndPassphraseFromServers() {
        DraftItem key = with(
                with(with(SECRET_ONE, "type", "SSH_KEY"), "passwordServerId", "password-server"),
                "passphraseServerId",
                "phrase-server");

        PushAction action = accepted(variables(key));

        assertThat(onlyVariable(action).fields())
                .contains(
                        entry("value", new Value.OnServer("key-server")),
                        entry("password", new Value.OnServer("password-server")),
                        entry("passphrase", new Value.OnServer("phrase-server")))
                .doesNotContainKeys("server_id", "password_server_id", "passphrase_server_id");
        assertThat(action.serversOfVariables().keySet())
                .containsExactlyInAnyOrder("key-server", "password-server", "phrase-server");
    }

    static Stream<Arguments> secretsInThePom() {
        return Stream.of(
                Arguments.of(
                        item("key", "KEY", "encrypted", "true"),
                        "value",
                        "<value> counts as a secret because of <encrypted>true</encrypted>, and" + TO_SETTINGS
                                + "<serverId>."),
                Arguments.of(
                        item("key", "KEY", "encrypted", " true "),
                        "value",
                        "<value> counts as a secret because of <encrypted> true </encrypted>, and" + TO_SETTINGS
                                + "<serverId>."),
                Arguments.of(
                        item("key", "KEY", "type", "SSH_KEY"),
                        "value",
                        "<value> counts as a secret because of <type>SSH_KEY</type>, and" + TO_SETTINGS
                                + "<serverId>."),
                Arguments.of(
                        item("key", "KEY", "type", "SSH_KEY", "encrypted", "false"),
                        "value",
                        "<value> counts as a secret because of <type>SSH_KEY</type>, and" + TO_SETTINGS
                                + "<serverId>."),
                Arguments.of(PLAIN, "password", "<password> is a secret and" + TO_SETTINGS + "<passwordServerId>."),
                Arguments.of(
                        PLAIN, "passphrase", "<passphrase> is a secret and" + TO_SETTINGS + "<passphraseServerId>."),
                Arguments.of(
                        SECRET_ONE, "password", "<password> is a secret and" + TO_SETTINGS + "<passwordServerId>."));
    }

    @ParameterizedTest
    @MethodSource("secretsInThePom")
    void refusesASecretInThePomAndNeverShowsIt(DraftItem variable, String element, String message) {
        for (String secret : SECRETS) {
            PushActionDraft draft = variables(with(variable, element, secret));
            for (boolean lenient : new boolean[] {false, true}) {
                assertThat(refusal(draft, lenient))
                        .contains(FIRST + message)
                        .doesNotContain(SECRET)
                        .doesNotContain("${a.b}");
                assertThat(warnings(draft, lenient)).noneMatch(warning -> warning.contains(SECRET));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("secretsInThePom")
    void theSecretIsTheOnlyProblem(DraftItem variable, String element, String message) {
        assertAlwaysRefused(variables(with(variable, element, SECRET + "\u0007${a.b}")), FIRST + message);
    }

    /** Who marks a secret with a slip has a secret all the same: nothing of it may be shown, or sent as it is. */
    @ParameterizedTest
    @CsvSource({
        "encrypted, TRUE",
        "encrypted, True",
        "encrypted, yes",
        "encrypted, 1",
        "encrypted, ''",
        "encrypted, FALSE",
        "encrypted, flase",
        "encrypted, ${a.b}",
        "encrypted, $ENCRYPTED",
        "type,      ssh_key",
        "type,      SSH-KEY",
        "type,      SSH KEY",
        "type,      SSHKEY",
        "type,      SSH_KEYS",
        "type,      ' SSH_KEY '",
    })
    void whatIsNearlyMarkedAsASecretIsOne(String element, String written) {
        DraftItem variable = with(item("key", "KEY"), element, written);
        String why = "<" + element + ">" + written + "</" + element + ">";
        for (String secret : SECRETS) {
            PushActionDraft draft = variables(with(variable, "value", secret));
            for (boolean lenient : new boolean[] {false, true}) {
                assertThat(refusal(draft, lenient))
                        .contains(FIRST + "<value> counts as a secret because of " + why + ", and" + TO_SETTINGS
                                + "<serverId>.")
                        .doesNotContain(SECRET)
                        .doesNotContain("<value> holds", "<value> has");
                assertThat(warnings(draft, lenient)).noneMatch(warning -> warning.contains(SECRET));
            }
        }
    }

    /** The value beside it shows as little: it is refused for another reason, and is a secret all the same. */
    @Test
    void otherProblemsOfTheSameVariableDoNotShowTheSecretEither() {
        DraftItem variable = item(
                "key",
                " ",
                "encrypted",
                "true",
                "value",
                SECRET,
                "serverId",
                "key-server",
                "password",
                SECRET,
                "passphrase",
                SECRET,
                "settable",
                "maybe",
                "filePlace",
                "CONTAINR",
                "description",
                "${no.such}");

        assertThat(refusal(variables(variable), false))
                .contains(
                        "<key> </key> is blank",
                        "<value> counts as a secret",
                        "<password> is a secret",
                        "<passphrase> is a secret",
                        "<value> and <serverId>key-server</serverId> exclude each other",
                        "<settable>maybe</settable>",
                        "<filePlace>CONTAINR</filePlace>",
                        "${no.such}")
                .doesNotContain(SECRET);
    }

    @Test
    void aPlainValueIsShownNeitherWhereItCannotBeSent() {
        assertAlwaysRefused(
                variables(with(PLAIN, "value", SECRET + "\u0007")),
                FIRST + "<value> has a control character: only line breaks and tabs are allowed there, remove the"
                        + " others.");
    }

    @Test
    void aPlainValueNamesThePropertyThatIsNotThereAndNothingElse() {
        assertRefusedUnlessLenient(
                variables(with(PLAIN, "value", SECRET + "${app.version}" + SECRET)),
                FIRST + "<value> holds ${app.version}, which is no property of this build: define it, or correct its"
                        + " name.");
    }

    @Test
    void otherProblemsOfTheSameVariableDoNotShowAPlainValueEither() {
        DraftItem variable = item(
                "key",
                "A\nB",
                "value",
                SECRET + "\u0007",
                "serverId",
                "key-server",
                "encrypted",
                "false",
                "type",
                "VARS",
                "settable",
                "maybe",
                "filePlace",
                "CONTAINR",
                "description",
                "${no.such}");

        for (boolean lenient : new boolean[] {false, true}) {
            PushActionDraft draft = variables(variable, variable);

            assertThat(refusal(draft, lenient))
                    .contains(
                            "<value> has a control character",
                            "exclude each other",
                            "<settable>maybe",
                            "is there twice")
                    .doesNotContain(SECRET);
            assertThat(warnings(draft, lenient)).noneMatch(warning -> warning.contains(SECRET));
        }
    }

    @Test
    void valueAndServerExcludeEachOther() {
        assertAlwaysRefused(
                variables(with(PLAIN, "serverId", "key-server")),
                FIRST + "<value> and <serverId>key-server</serverId> exclude each other: keep <serverId> for a secret,"
                        + " <value> for anything else.");
    }

    @Test
    void aServerIsForWhatIsEncrypted() {
        assertAlwaysRefused(
                variables(with(SECRET_ONE, "encrypted", "false")),
                FIRST + "<serverId>key-server</serverId> is for a secret, which is always sent encrypted: remove"
                        + " <encrypted>, or write the value into <value>.");
        assertThat(onlyVariable(accepted(variables(with(SECRET_ONE, "encrypted", "true"))))
                        .get("encrypted"))
                .contains(new Value.Flag(true));
    }

    @Test
    void aVariableWithoutValueIsRefused() {
        PushAction sent = assertRefusedUnlessLenient(
                variables(without(PLAIN, "value")),
                FIRST + "it has no value: add <value>, or, for a secret, <serverId>.");

        assertThat(onlyVariable(sent).fields()).containsOnlyKeys("key");
    }

    @ParameterizedTest
    @CsvSource({"encrypted, true", "encrypted, ' true '", "type, SSH_KEY"})
    void aSecretWithoutValueIsToldOnlyOfTheServer(String element, String written) {
        assertRefusedUnlessLenient(variables(with(item("key", "KEY"), element, written)), FIRST + NO_SERVER);
    }

    @Test
    void whatIsNearlyMarkedAsASecretIsToldOnlyOfTheServerToo() {
        assertRefusedUnlessLenient(
                variables(item("key", "KEY", "type", "ssh_key")),
                FIRST + "<type>ssh_key</type> is not known, did you mean SSH_KEY?",
                FIRST + NO_SERVER);
        assertThat(refusal(variables(item("key", "KEY", "encrypted", "yes")), false))
                .contains(FIRST + NO_SERVER)
                .doesNotContain("<value>");
    }

    /** A key that Buddy has, and a file that starts as one of the repository. */
    @ParameterizedTest
    @CsvSource({"keyIdentifier, SSH_KEY", "initPath, FILE", "initPath, VAR"})
    void whatIsElsewhereNeedsNoValue(String element, String type) {
        DraftItem variable = item("key", "KEY", "type", type, element, "deploy-key");

        for (DraftItem whole : List.of(variable, with(variable, "encrypted", "true"))) {
            assertThat(onlyVariable(accepted(variables(whole))).fields())
                    .containsEntry(Spelling.key(element), new Value.Text("deploy-key"))
                    .doesNotContainKey("value");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "filePlace", "keyIdentifier", "initPath"})
    void whatIsBlankIsToBeFilledIn(String element) {
        for (String blank : new String[] {"", " ", "\n\n"}) {
            assertAlwaysRefused(
                    variables(with(PLAIN, element, blank)),
                    FIRST + "<" + element + ">" + blank.replace("\n", "\\n") + "</" + element
                            + "> is blank: fill it in, or remove it.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"description", "filePath", "fileChmod", "defaults"})
    void whatMayBeEmptyIsSentEmpty(String element) {
        assertThat(onlyVariable(accepted(variables(with(PLAIN, element, "")))).get(Spelling.key(element)))
                .contains(new Value.Text(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"serverId", "passwordServerId", "passphraseServerId"})
    void aServerIsNamedInOneFilledLine(String element) {
        DraftItem variable = element.equals("serverId") ? SECRET_ONE : PLAIN;

        for (String blank : new String[] {"", " ", "\n\n"}) {
            assertAlwaysRefused(
                    variables(with(variable, element, blank)),
                    FIRST + "<" + element + ">" + blank.replace("\n", "\\n") + "</" + element
                            + "> is blank: name a <server> of settings.xml, or remove the element.");
        }
        assertAlwaysRefused(
                variables(with(variable, element, "a\nb")),
                FIRST + "<" + element + ">a\\nb</" + element + "> has a line break or another control character: write"
                        + " it in one line, without it.");
    }

    @Test
    void theKeyIsRequired() {
        assertAlwaysRefused(
                variables(without(PLAIN, "key")), FIRST + "<key> is missing: write the name of the variable.");
        assertAlwaysRefused(
                variables(with(PLAIN, "key", "")), FIRST + "<key></key> is blank: write the name of the variable.");
        assertAlwaysRefused(
                variables(with(PLAIN, "key", "MY\nKEY")),
                FIRST + "<key>MY\\nKEY</key> has a line break or another control character: write it in one line,"
                        + " without it.");
    }

    @Test
    void aBlankKeyIsNotThereTwice() {
        DraftItem blank = with(PLAIN, "key", " ");

        assertAlwaysRefused(
                variables(blank, blank),
                FIRST + "<key> </key> is blank: write the name of the variable.",
                "Variable 2 of <variables>: <key> </key> is blank: write the name of the variable.");
    }

    @Test
    void noTwoHaveTheSameKey() {
        DraftItem other = with(PLAIN, "key", "OTHER");

        assertAlwaysRefused(
                variables(PLAIN, other, SECRET_ONE),
                "Variable 3 of <variables>: <key>KEY</key> is there twice: remove one of the two, or give it another"
                        + " key.");
        assertThat(accepted(variables(PLAIN, other, with(PLAIN, "key", "key"))).fields())
                .containsKey(VARIABLES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"encrypted", "settable", "runOnlySettable"})
    void flagsAreTrueOrFalse(String flag) {
        for (String refused : new String[] {"TRUE", "yes", "0", "", "$FLAG", "${a.b}", "a\u0007b"}) {
            assertAlwaysRefused(
                    variables(with(SECRET_ONE, flag, refused)),
                    FIRST + "<" + flag + ">" + refused.replace("\u0007", "\\u0007") + "</" + flag
                            + "> must be true or false: write one of them.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"VAR", "FILE", "IOS_KEYCHAIN", "$TYPE"})
    void takesTypesThatItDoesNotKnow(String type) {
        assertThat(onlyVariable(accepted(variables(with(PLAIN, "type", type)))).text("type"))
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"var, VAR", "VARS, VAR", "file, FILE", "FILES, FILE"})
    void knowsWhichTypeWasMeant(String written, String meant) {
        PushAction sent = assertRefusedUnlessLenient(
                variables(with(PLAIN, "type", written)),
                FIRST + "<type>" + written + "</type> is not known, did you mean " + meant + "?");

        assertThat(onlyVariable(sent).text("type")).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-KEY", "ssh_key", "SSH KEY", "SSHKEY", "SSH_KEYS"})
    void knowsThatAKeyWasMeant(String written) {
        PushAction sent = assertRefusedUnlessLenient(
                variables(with(SECRET_ONE, "type", written)),
                FIRST + "<type>" + written + "</type> is not known, did you mean SSH_KEY?");

        assertThat(onlyVariable(sent).text("type")).isEqualTo(written);
    }

    /** The line break is the mistake: what stands before it may be right. */
    @ParameterizedTest
    @ValueSource(strings = {"VAR", "file", "SSH_KEY", "ssh-key"})
    void aTypeWithALineBreakIsNoOtherType(String type) {
        assertAlwaysRefused(
                variables(with(SECRET_ONE, "type", type + "\n")),
                FIRST + "<type>" + type + "\\n</type> has a line break or another control character: write it in one"
                        + " line, without it.");
    }

    @ParameterizedTest
    @CsvSource({"none, NONE", "NON, NONE", "container, CONTAINER", "CONTAINR, CONTAINER"})
    void knowsWhichPlaceWasMeant(String written, String meant) {
        PushAction sent = assertRefusedUnlessLenient(
                variables(with(PLAIN, "filePlace", written)),
                FIRST + "<filePlace>" + written + "</filePlace> is not known, did you mean " + meant
                        + "? Allowed are NONE, CONTAINER.");

        assertThat(onlyVariable(sent).text("file_place")).isEqualTo(written);
    }

    @Test
    void listsThePlacesWhereNoneIsNear() {
        assertRefusedUnlessLenient(
                variables(with(PLAIN, "filePlace", "HOME")),
                FIRST + "<filePlace>HOME</filePlace> is not known. Allowed are NONE, CONTAINER.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"description", "defaults"})
    void aFreeTextMayHaveLinesAndIsResolved(String element) {
        assertThat(accepted(variables(with(PLAIN, element, "a\nb"))).fields()).containsKey(VARIABLES);
        assertAlwaysRefused(
                variables(with(PLAIN, element, "a\u001bb")),
                FIRST + "<" + element + "> has a control character: only line breaks and tabs are allowed there, remove"
                        + " the others.");
        assertRefusedUnlessLenient(
                variables(with(PLAIN, element, "${a.b}")),
                FIRST + "<" + element + ">${a.b}</" + element + "> holds ${a.b}, which is no property of this build:"
                        + " define it, or correct its name.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type",
                "filePath",
                "fileChmod",
                "filePlace",
                "keyIdentifier",
                "initPath",
            })
    void everyTextThatIsNotFreeIsOneLineAndResolved(String element) {
        assertAlwaysRefused(
                variables(with(PLAIN, element, "a\nb")),
                FIRST + "<" + element + ">a\\nb</" + element + "> has a line break or another control character: write"
                        + " it in one line, without it.");
        assertRefusedUnlessLenient(
                variables(with(PLAIN, element, "${a.b}")),
                FIRST + "<" + element + ">${a.b}</" + element + "> holds ${a.b}, which is no property of this build:"
                        + " define it, or correct its name.");
    }

    @Test
    void nothingIsSentWhereThereIsNoVariable() {
        PushAction action = accepted(variables());

        assertThat(action.fields()).doesNotContainKey(VARIABLES);
        assertThat(action.serversOfVariables().keySet()).isEmpty();
    }

    @Test
    void reportsAllThatIsWrongTogetherEachWithItsPlace() {
        DraftItem first = item("value", "x", "settable", "on");
        DraftItem second = item("key", "A", "type", "SSH_KEY", "value", SECRET);
        DraftItem third = item("key", "A");

        assertThat(refusal(variables(first, second, third), false)).isEqualTo("""
                        The configuration has 5 problems, and nothing was sent:
                          - Variable 1 of <variables>: <key> is missing: write the name of the variable.
                          - Variable 1 of <variables>: <settable>on</settable> must be true or false: write one of them.
                          - Variable 2 of <variables>: <value> counts as a secret because of <type>SSH_KEY</type>, and stands in the\
                         POM, where everybody can read it: remove it, put it into the <password> of a <server> of\
                         settings.xml, and name that by <serverId>.
                          - Variable 3 of <variables>: it has no value: add <value>, or, for a secret, <serverId>.
                          - Variable 3 of <variables>: <key>A</key> is there twice: remove one of the two, or give it\
                         another key.
                        Should Buddy accept this by now, <lenient>true</lenient> turns the rules about values into\
                         warnings.""");
    }

    /** The same in every build, and however the POM orders the elements. */
    @Test
    void reportsTheProblemsOfOneVariableInOneOrder() {
        DraftItem variable = item(
                "key",
                " ",
                "encrypted",
                "maybe",
                "settable",
                "on",
                "runOnlySettable",
                "off",
                "type",
                " ",
                "filePlace",
                "HOME",
                "password",
                SECRET,
                "passphrase",
                SECRET,
                "value",
                SECRET,
                "serverId",
                "",
                "passwordServerId",
                "",
                "passphraseServerId",
                "");
        String[] inOrder = {
            "<key> </key> is blank: write the name of the variable.",
            "<encrypted>maybe</encrypted> must be true or false: write one of them.",
            "<settable>on</settable> must be true or false: write one of them.",
            "<runOnlySettable>off</runOnlySettable> must be true or false: write one of them.",
            "<type> </type> is blank: fill it in, or remove it.",
            "<filePlace>HOME</filePlace> is not known. Allowed are NONE, CONTAINER.",
            "<value> counts as a secret because of <encrypted>maybe</encrypted>, and" + TO_SETTINGS + "<serverId>.",
            "<password> is a secret and" + TO_SETTINGS + "<passwordServerId>.",
            "<passphrase> is a secret and" + TO_SETTINGS + "<passphraseServerId>.",
            "<passphraseServerId></passphraseServerId> is blank: name a <server> of settings.xml, or remove the element.",
            "<passwordServerId></passwordServerId> is blank: name a <server> of settings.xml, or remove the element.",
            "<serverId></serverId> is blank: name a <server> of settings.xml, or remove the element.",
            "<value> and <serverId></serverId> exclude each other: keep <serverId> for a secret, <value> for anything"
                    + " else.",
        };

        for (DraftItem one : List.of(variable, reversed(variable))) {
            assertThat(refusal(variables(one), false).lines().filter(line -> line.startsWith("  - ")))
                    .containsExactly(Stream.of(inOrder)
                            .map(line -> "  - " + FIRST + line)
                            .toArray(String[]::new));
        }
    }

    private static DraftItem reversed(DraftItem item) {
        List<String> names = new ArrayList<>(item.parameters());
        Collections.reverse(names);
        Map<String, List<String>> texts = new LinkedHashMap<>();
        names.forEach(name -> texts.put(name, item.list(name)));
        return new DraftItem(texts);
    }

    private static Item onlyVariable(PushAction action) {
        assertThat(action.fields().get(VARIABLES)).isInstanceOf(Variables.class);
        List<Item> variables =
                action.fields().get(VARIABLES) instanceof Variables several ? several.variables() : List.of();
        assertThat(variables).hasSize(1);
        return variables.get(0);
    }
}
