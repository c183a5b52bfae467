package io.github.buddymaven.action;

import static io.github.buddymaven.action.Drafts.accepted;
import static io.github.buddymaven.action.Drafts.conditions;
import static io.github.buddymaven.action.Drafts.draft;
import static io.github.buddymaven.action.Drafts.item;
import static io.github.buddymaven.action.Drafts.variables;
import static io.github.buddymaven.action.Drafts.with;
import static io.github.buddymaven.action.Drafts.without;
import static io.github.buddymaven.action.Field.AFTER_ACTION_ID;
import static io.github.buddymaven.action.Field.DISABLED;
import static io.github.buddymaven.action.Field.DOCKER_IMAGE_TAG;
import static io.github.buddymaven.action.Field.IGNORE_ERRORS;
import static io.github.buddymaven.action.Field.LOOP;
import static io.github.buddymaven.action.Field.NAME;
import static io.github.buddymaven.action.Field.PASSWORD;
import static io.github.buddymaven.action.Field.RUN_ONLY_ON_FIRST_FAILURE;
import static io.github.buddymaven.action.Field.TIMEOUT;
import static io.github.buddymaven.action.Field.TRIGGER_CONDITIONS;
import static io.github.buddymaven.action.Field.TRIGGER_TIME;
import static io.github.buddymaven.action.Field.VARIABLES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.check.Problems;
import io.github.buddymaven.secret.Secret;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What differs between the action that the POM wants and the one that Buddy has, and what is sent for it. */
class ComparisonTest {
    private static final DraftItem DAY = with(item("triggerCondition", "DAY"), "triggerDays", "1", "2");
    private static final DraftItem OR = item("triggerCondition", "OR");
    private static final DraftItem USER = item("triggerCondition", "TRIGGERING_USER_IS", "triggerUser", "jane");
    private static final DraftItem PLAIN = item("key", "PLAIN", "value", "1");
    private static final DraftItem OTHER = item("key", "OTHER", "value", "2");
    private static final DraftItem SECRET = item("key", "TOKEN", "serverId", "token-server");

    static Stream<Arguments> sameConditions() {
        DraftItem paths = item("triggerCondition", "ON_CHANGE_AT_PATH");
        DraftItem hours = item("triggerCondition", "HOUR");
        DraftItem empty = item("triggerCondition", "VAR_IS", "triggerVariableKey", "KEY", "triggerVariableValue", "");
        return Stream.of(
                same("the same", List.of(USER, OR, DAY), List.of(USER, OR, DAY)),
                same(
                        "other order of days",
                        List.of(with(DAY, "triggerDays", "1", "5", "7")),
                        List.of(with(DAY, "triggerDays", "7", "1", "5"))),
                same(
                        "other order of hours",
                        List.of(with(hours, "triggerHours", "8", "20")),
                        List.of(with(hours, "triggerHours", "20", "8"))),
                same(
                        "other order of paths",
                        List.of(with(paths, "triggerConditionPaths", "src/", "lib/")),
                        List.of(with(paths, "triggerConditionPaths", "lib/", "src/"))),
                same(
                        "the old name of the time zone",
                        List.of(with(DAY, "timezone", "Europe/Warsaw")),
                        List.of(with(DAY, "zoneId", "Europe/Warsaw"))),
                same(
                        "the new name of the time zone",
                        List.of(with(DAY, "zoneId", "Europe/Warsaw")),
                        List.of(with(DAY, "timezone", "Europe/Warsaw"))),
                same("the time zone that is meant without one", List.of(with(DAY, "timezone", "UTC")), List.of(DAY)),
                same("its old name", List.of(with(DAY, "zoneId", "UTC")), List.of(DAY)),
                same("a time zone that Buddy filled in", List.of(DAY), List.of(with(DAY, "timezone", "UTC"))),
                same("an old time zone that Buddy filled in", List.of(DAY), List.of(with(DAY, "zoneId", "UTC"))),
                same(
                        "an empty value that Buddy leaves out",
                        List.of(empty),
                        List.of(without(empty, "triggerVariableValue"))));
    }

    private static Arguments same(String what, List<DraftItem> wanted, List<DraftItem> existing) {
        return Arguments.of(what, wanted, existing);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sameConditions")
    void conditionsAreComparedByTheirContent(String what, List<DraftItem> wanted, List<DraftItem> existing) {
        assertThat(withConditions(wanted).differencesTo(Map.of(TRIGGER_CONDITIONS, conditionsOf(existing))))
                .as(what)
                .isEmpty();
    }

    static Stream<Arguments> otherConditions() {
        return Stream.of(
                same("another order", List.of(USER, OR, DAY), List.of(DAY, OR, USER)),
                same("another kind", List.of(USER), List.of(with(USER, "triggerCondition", "TRIGGERING_USER_IS_NOT"))),
                same("another text", List.of(USER), List.of(with(USER, "triggerUser", "joe"))),
                same("another day", List.of(DAY), List.of(with(DAY, "triggerDays", "1", "3"))),
                same("a day more", List.of(DAY), List.of(with(DAY, "triggerDays", "1", "2", "3"))),
                same("a day less", List.of(DAY), List.of(with(DAY, "triggerDays", "1"))),
                same("hours that are not wanted", List.of(DAY), List.of(with(DAY, "triggerHours", "8"))),
                same("hours that are missing", List.of(with(DAY, "triggerHours", "8")), List.of(DAY)),
                same(
                        "another time zone",
                        List.of(with(DAY, "timezone", "Europe/Warsaw")),
                        List.of(with(DAY, "timezone", "UTC"))),
                same(
                        "another time zone under the old name",
                        List.of(with(DAY, "timezone", "Europe/Warsaw")),
                        List.of(with(DAY, "zoneId", "UTC"))),
                same("no time zone", List.of(with(DAY, "timezone", "Europe/Warsaw")), List.of(DAY)),
                same(
                        "UTC where there is another",
                        List.of(with(DAY, "timezone", "UTC")),
                        List.of(with(DAY, "zoneId", "Europe/Warsaw"))),
                same("a condition more", List.of(USER), List.of(USER, DAY)),
                same("a condition less", List.of(USER, DAY), List.of(USER)),
                same("none", List.of(USER), List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherConditions")
    void otherConditionsAreADifference(String what, List<DraftItem> wanted, List<DraftItem> existing) {
        PushAction action = withConditions(wanted);

        List<Difference> differences = action.differencesTo(Map.of(TRIGGER_CONDITIONS, conditionsOf(existing)));

        assertThat(differences).as(what).extracting(Difference::field).containsExactly(TRIGGER_CONDITIONS);
        assertThat(action.changes(differences, Map.of())).containsOnlyKeys(TRIGGER_CONDITIONS);
    }

    /** Buddy adds fields at any time: one that no POM can say must not make every build an update. */
    @Test
    void aFieldOfAConditionThatNobodyKnowsYetIsNoDifference() {
        Map<String, Value> fields = new LinkedHashMap<>(
                conditionsOf(List.of(USER)).conditions().get(0).fields());
        fields.put("created_at", new Value.Text("2027-01-01T00:00:00Z"));

        assertThat(withConditions(List.of(USER))
                        .differencesTo(Map.of(TRIGGER_CONDITIONS, new TriggerConditions(List.of(new Item(fields))))))
                .isEmpty();
    }

    @Test
    void conditionsWhereBuddyHasNoneAreADifference() {
        assertThat(withConditions(List.of(USER)).differencesTo(Map.of()))
                .containsExactly(new Difference(TRIGGER_CONDITIONS, Optional.empty(), conditionsOf(List.of(USER))))
                .extracting(Difference::toString)
                .containsExactly("triggerConditions: (none) -> TRIGGERING_USER_IS jane");
    }

    @Test
    void aDifferenceInConditionsIsOneLine() {
        assertThat(withConditions(List.of(USER, OR, DAY))
                        .differencesTo(Map.of(TRIGGER_CONDITIONS, conditionsOf(List.of(DAY)))))
                .extracting(Difference::toString)
                .containsExactly("triggerConditions: DAY 1, 2 -> TRIGGERING_USER_IS jane; OR; DAY 1, 2");
    }

    static Stream<Arguments> sameVariables() {
        return Stream.of(
                same("the same", List.of(PLAIN, OTHER), List.of(PLAIN, OTHER)),
                same("another order", List.of(PLAIN, OTHER), List.of(OTHER, PLAIN)),
                same(
                        "what the POM does not say",
                        List.of(PLAIN),
                        List.of(with(with(PLAIN, "settable", "true"), "description", "by hand"))),
                same("the type that is meant without one", List.of(with(PLAIN, "type", "VAR")), List.of(PLAIN)),
                same("no is as good as none", List.of(with(PLAIN, "settable", "false")), List.of(PLAIN)),
                same("empty is as good as none", List.of(with(PLAIN, "description", "")), List.of(PLAIN)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sameVariables")
    void variablesAreComparedByTheirContent(String what, List<DraftItem> wanted, List<DraftItem> existing) {
        PushAction action = withVariables(wanted);

        List<Difference> differences = action.differencesTo(Map.of(VARIABLES, variablesOf(existing)));

        assertThat(differences).as(what).isEmpty();
        assertThat(action.changes(differences, Map.of())).isEmpty();
    }

    static Stream<Arguments> otherVariables() {
        return Stream.of(
                same("another value", List.of(PLAIN), List.of(with(PLAIN, "value", "2"))),
                same("another key", List.of(PLAIN), List.of(with(PLAIN, "key", "Plain"))),
                same("another type", List.of(with(PLAIN, "type", "FILE")), List.of(with(PLAIN, "type", "VAR"))),
                same(
                        "VAR where there is another",
                        List.of(with(PLAIN, "type", "VAR")),
                        List.of(with(PLAIN, "type", "FILE"))),
                same("a type where there is none", List.of(with(PLAIN, "type", "FILE")), List.of(PLAIN)),
                same("VAR as a value", List.of(with(PLAIN, "value", "VAR")), List.of(PLAIN)),
                same("another flag", List.of(with(PLAIN, "settable", "true")), List.of(PLAIN)),
                same(
                        "a flag less",
                        List.of(with(PLAIN, "settable", "false")),
                        List.of(with(PLAIN, "settable", "true"))),
                same("a variable more", List.of(PLAIN), List.of(PLAIN, OTHER)),
                same("a variable less", List.of(PLAIN, OTHER), List.of(PLAIN)),
                same(
                        "values changed round",
                        List.of(PLAIN, OTHER),
                        List.of(with(PLAIN, "value", "2"), with(OTHER, "value", "1"))),
                same("none", List.of(PLAIN), List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherVariables")
    void otherVariablesAreADifference(String what, List<DraftItem> wanted, List<DraftItem> existing) {
        PushAction action = withVariables(wanted);

        List<Difference> differences = action.differencesTo(Map.of(VARIABLES, variablesOf(existing)));

        assertThat(differences).as(what).extracting(Difference::field).containsExactly(VARIABLES);
        assertThat(action.changes(differences, Map.of())).containsEntry(VARIABLES, variablesOf(wanted));
    }

    @Test
    void aDifferenceInVariablesShowsTheirOtherAttributes() {
        DraftItem existing = with(with(PLAIN, "settable", "true"), "description", "by hand");
        DraftItem wanted =
                item("key", "NETRC", "value", "", "type", "FILE", "filePath", "~/.netrc", "runOnlySettable", "true");

        assertThat(withVariables(List.of(wanted, OTHER))
                        .differencesTo(Map.of(VARIABLES, variablesOf(List.of(existing)))))
                .extracting(Difference::toString)
                .containsExactly("variables: PLAIN=1 (settable true, description by hand) -> NETRC= (type FILE,"
                        + " runOnlySettable true, filePath ~/.netrc), OTHER=2");
    }

    /** What is as good as nothing is no help in a line that has to be short. */
    @Test
    void aDifferenceInVariablesShowsNoAttributeThatSaysNothing() {
        DraftItem existing = with(with(with(PLAIN, "settable", "false"), "type", "VAR"), "encrypted", "false");
        DraftItem wanted = with(with(existing, "settable", "true"), "runOnlySettable", "false");

        assertThat(withVariables(List.of(wanted)).differencesTo(Map.of(VARIABLES, variablesOf(List.of(existing)))))
                .extracting(Difference::toString)
                .containsExactly("variables: PLAIN=1 -> PLAIN=1 (settable true)");
    }

    @Test
    void aDifferenceInVariablesShowsWhatIsCalledLikeTheDefaultType() {
        DraftItem wanted = with(with(PLAIN, "description", "VAR"), "type", "VAR");

        assertThat(withVariables(List.of(wanted)).differencesTo(Map.of(VARIABLES, variablesOf(List.of(PLAIN)))))
                .extracting(Difference::toString)
                .containsExactly("variables: PLAIN=1 -> PLAIN=1 (description VAR)");
    }

    @Test
    void aDifferenceInVariablesMasksWhatIsEncrypted() {
        Item masked = encrypted("TOKEN", new Value.Password(Secret.of("!encrypted xyz=")));
        Item leftOut = new Item(Map.of("key", new Value.Text("LOST"), "encrypted", new Value.Flag(true)));
        PushAction action =
                withVariables(List.of(with(SECRET, "settable", "true"))).with(secrets("s3cret"));

        assertThat(action.differencesTo(Map.of(VARIABLES, new Variables(List.of(masked, leftOut)))))
                .extracting(Difference::toString)
                .containsExactly(
                        "variables: TOKEN=**** (encrypted true), LOST=**** (encrypted true) -> TOKEN=**** (encrypted true, settable true)");
    }

    static Stream<Arguments> variablesWithoutValue() {
        Value no = new Value.Flag(false);
        return Stream.of(
                Arguments.of("not encrypted", Map.of("encrypted", no), "A="),
                Arguments.of("not encrypted, written as a text", Map.of("encrypted", new Value.Text("false")), "A="),
                Arguments.of("encrypted", Map.of("encrypted", new Value.Flag(true)), "A=**** (encrypted true)"),
                Arguments.of(
                        "encrypted, written as a text",
                        Map.of("encrypted", new Value.Text("true")),
                        "A=**** (encrypted true)"),
                Arguments.of("a key", Map.of("type", new Value.Text("SSH_KEY")), "A=**** (type SSH_KEY)"),
                Arguments.of(
                        "a key that is not encrypted",
                        Map.of("type", new Value.Text("SSH_KEY"), "encrypted", no),
                        "A=**** (type SSH_KEY)"),
                Arguments.of("nothing", Map.of(), "A="));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("variablesWithoutValue")
    void aDifferenceInVariablesHasAMaskWhereASecretMayBe(String what, Map<String, Value> fields, String shown) {
        Map<String, Value> all = new LinkedHashMap<>(fields);
        all.put("key", new Value.Text("A"));

        assertThat(new Variables(List.of(new Item(all))).shown()).as(what).isEqualTo(shown);
    }

    /** Whoever read the variable may not have hidden its value. */
    @Test
    void aDifferenceInVariablesMasksASecretThatStandsInIt() {
        assertThat(new Variables(List.of(encrypted("A", new Value.Text("hush")))).shown())
                .isEqualTo("A=**** (encrypted true)");
    }

    @Test
    void aDifferenceInVariablesShowsThoseAloneThatDiffer() {
        PushAction action = withVariables(List.of(PLAIN, OTHER, item("key", "NEW", "value", "3")));
        Value existing = variablesOf(
                List.of(item("key", "GONE", "value", "0"), with(OTHER, "settable", "true"), with(PLAIN, "value", "0")));

        assertThat(action.differencesTo(Map.of(VARIABLES, existing)))
                .extracting(Difference::toString)
                .containsExactly("variables: GONE=0, PLAIN=0 -> PLAIN=1, NEW=3");
    }

    @Test
    void aVariableThatGoesLeavesNoneBehind() {
        assertThat(withVariables(List.of(PLAIN)).differencesTo(Map.of(VARIABLES, variablesOf(List.of(PLAIN, OTHER)))))
                .extracting(Difference::toString)
                .containsExactly("variables: OTHER=2 -> (none)");
    }

    @Test
    void aDifferenceInConditionsBeginsWhereTheyDiffer() {
        assertThat(withConditions(List.of(USER, OR, DAY))
                        .differencesTo(Map.of(TRIGGER_CONDITIONS, conditionsOf(List.of(USER, DAY)))))
                .extracting(Difference::toString)
                .containsExactly("triggerConditions: DAY 1, 2 -> OR; DAY 1, 2");
        assertThat(withConditions(List.of(USER))
                        .differencesTo(Map.of(TRIGGER_CONDITIONS, conditionsOf(List.of(USER, OR, DAY)))))
                .extracting(Difference::toString)
                .containsExactly("triggerConditions: OR; DAY 1, 2 -> (none)");
    }

    @Test
    void variablesWhereBuddyHasNoneAreADifference() {
        assertThat(withVariables(List.of(PLAIN, OTHER)).differencesTo(Map.of()))
                .extracting(Difference::toString)
                .containsExactly("variables: (none) -> PLAIN=1, OTHER=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret", "another"})
    void aSecretIsNoDifferenceAndSentAgain(String atBuddy) {
        PushAction action = withVariables(List.of(PLAIN, SECRET)).with(secrets("s3cret"));
        Value existing = new Variables(List.of(
                encrypted("TOKEN", new Value.Password(Secret.of(atBuddy))),
                variablesOf(List.of(PLAIN)).variables().get(0)));

        List<Difference> differences = action.differencesTo(Map.of(VARIABLES, existing));

        assertThat(differences).isEmpty();
        assertThat(action.changes(differences, Map.of())).containsOnlyKeys(VARIABLES);
        assertThat(action.changes(differences, Map.of()).get(VARIABLES))
                .isInstanceOfSatisfying(Variables.class, sent -> assertThat(sent.variables())
                        .extracting(variable -> variable.get("value"))
                        .containsExactly(
                                Optional.of(new Value.Text("1")),
                                Optional.of(new Value.Password(Secret.of("s3cret")))));
    }

    @Test
    void aSecretThatBuddyMasksIsNoDifference() {
        Value masked = new Variables(List.of(encrypted("TOKEN", new Value.Text("!encrypted xyz="))));
        Value leftOut = new Variables(
                List.of(new Item(Map.of("key", new Value.Text("TOKEN"), "encrypted", new Value.Flag(true)))));

        assertThat(withVariables(List.of(SECRET)).differencesTo(Map.of(VARIABLES, masked)))
                .isEmpty();
        assertThat(withVariables(List.of(SECRET)).differencesTo(Map.of(VARIABLES, leftOut)))
                .isEmpty();
    }

    @Test
    void aVariableThatShallBeEncryptedAndIsNotIsADifference() {
        PushAction action = withVariables(List.of(SECRET)).with(secrets("s3cret"));

        List<Difference> differences =
                action.differencesTo(Map.of(VARIABLES, variablesOf(List.of(item("key", "TOKEN", "value", "plain")))));

        assertThat(differences)
                .extracting(Difference::toString)
                .containsExactly("variables: TOKEN=**** -> TOKEN=**** (encrypted true)");
    }

    @Test
    void whatThePomDoesNotSayOfAVariableIsSentAsItIs() {
        Map<Field, Value> existing = Map.of(
                VARIABLES,
                new Variables(List.of(new Item(Map.of(
                        "key", new Value.Text("TOKEN"),
                        "encrypted", new Value.Flag(true),
                        "settable", new Value.Flag(true),
                        "id", new Value.Whole(7),
                        "description", new Value.Text("set in Buddy"))))));
        PushAction action = withVariables(List.of(SECRET)).with(secrets("s3cret"));

        Map<Field, Value> changes = action.changes(action.differencesTo(existing), existing);

        assertThat(changes)
                .containsEntry(
                        VARIABLES,
                        new Variables(List.of(new Item(Map.of(
                                "key", new Value.Text("TOKEN"),
                                "encrypted", new Value.Flag(true),
                                "value", new Value.Password(Secret.of("s3cret")),
                                "settable", new Value.Flag(true),
                                "description", new Value.Text("set in Buddy"))))));
    }

    @Test
    void theTimeZoneOfAConditionThatStaysIsSentAsItIs() {
        Item day = conditionsOf(List.of(DAY)).conditions().get(0);
        Map<String, Value> inWarsaw = new LinkedHashMap<>(day.fields());
        inWarsaw.put("timezone", new Value.Text("Europe/Warsaw"));
        Map<Field, Value> existing = Map.of(TRIGGER_CONDITIONS, new TriggerConditions(List.of(new Item(inWarsaw))));
        PushAction action = withConditions(List.of(DAY, USER));

        Map<Field, Value> changes = action.changes(action.differencesTo(existing), existing);

        Item user = conditionsOf(List.of(USER)).conditions().get(0);
        assertThat(changes).containsEntry(TRIGGER_CONDITIONS, new TriggerConditions(List.of(new Item(inWarsaw), user)));
    }

    @ParameterizedTest
    @CsvSource({"true, true, true", "true, false, false", "false, false, true", "false, true, false"})
    void anAnswerWithFlagsAsTextsIsTheSame(boolean wanted, String existing, boolean same) {
        assertThat(new Value.Flag(wanted).isKeptBy(Optional.of(new Value.Text(existing))))
                .isEqualTo(same);
    }

    @Test
    void aPasswordOrPassphraseOfAVariableIsNoDifferenceAndSentAgain() {
        DraftItem file = with(with(PLAIN, "passwordServerId", "a"), "passphraseServerId", "b");
        PushAction action = withVariables(List.of(file));

        List<Difference> differences = action.differencesTo(Map.of(VARIABLES, variablesOf(List.of(PLAIN))));

        assertThat(differences).isEmpty();
        assertThat(action.changes(differences, Map.of())).containsOnlyKeys(VARIABLES);
    }

    @Test
    void variablesWithoutSecretAreNotSentAgain() {
        PushAction action = accepted(variables(PLAIN)
                .items(TRIGGER_CONDITIONS, List.of(USER))
                .loop(List.of("a"))
                .text(TIMEOUT, "1"));

        assertThat(action.changes(action.differencesTo(action.fields()), action.fields()))
                .isEmpty();
    }

    @Test
    void thePasswordOfTheRegistryIsNoDifferenceAndSentAgain() {
        PushAction action = accepted(draft())
                .with(new ActionSecrets(Optional.of(new RegistryLogin("joe", Secret.of("pass"))), Map.of()));

        List<Difference> differences =
                action.differencesTo(Map.of(NAME, new Value.Text("Push"), Field.LOGIN, new Value.Text("joe")));

        assertThat(differences).isEmpty();
        assertThat(action.changes(differences, Map.of())).containsOnlyKeys(PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({
        "true,  true,  true",
        "true,  false, false",
        "true,  ,      false",
        "false, true,  false",
        "false, false, true",
        "false, ,      true",
    })
    void aFlagThatIsNotSetIsAsGoodAsNone(boolean wanted, @Nullable Boolean existing, boolean same) {
        Map<Field, Value> fields = existing == null ? Map.of() : Map.of(DISABLED, new Value.Flag(existing));
        PushAction action = new PushAction("Push", Map.of(DISABLED, new Value.Flag(wanted)), Optional.empty());

        assertThat(action.differencesTo(fields).isEmpty()).isEqualTo(same);
    }

    @Test
    void aFlagThatDiffersIsSentAlone() {
        PushAction action = accepted(draft().text(DISABLED, "false").text(IGNORE_ERRORS, "true"));

        List<Difference> differences = action.differencesTo(Map.of(
                NAME, new Value.Text("Push"), DISABLED, new Value.Flag(true), IGNORE_ERRORS, new Value.Flag(true)));

        assertThat(differences).extracting(Difference::toString).containsExactly("disabled: true -> false");
        assertThat(action.changes(differences, Map.of()))
                .containsExactlyEntriesOf(Map.of(DISABLED, new Value.Flag(false)));
    }

    @Test
    void theOrderOfTheLoopMatters() {
        PushAction action = accepted(draft().loop(List.of("a", "b")));

        assertThat(action.differencesTo(named(LOOP, texts("a", "b")))).isEmpty();
        assertThat(action.differencesTo(named(LOOP, texts("b", "a"))))
                .extracting(Difference::toString)
                .containsExactly("loop: b, a -> a, b");
        assertThat(action.differencesTo(named(LOOP, texts("a", "b", "b"))))
                .extracting(Difference::field)
                .containsExactly(LOOP);
        assertThat(action.differencesTo(Map.of(NAME, new Value.Text("Push"))))
                .extracting(Difference::toString)
                .containsExactly("loop: (none) -> a, b");
    }

    @Test
    void aNumberIsComparedAsANumber() {
        PushAction action = accepted(draft().text(TIMEOUT, "060"));

        assertThat(action.differencesTo(named(TIMEOUT, new Value.Whole(60)))).isEmpty();
        assertThat(action.differencesTo(named(TIMEOUT, new Value.Whole(61))))
                .extracting(Difference::toString)
                .containsExactly("timeout: 61 -> 60");
        assertThat(action.differencesTo(Map.of(NAME, new Value.Text("Push"))))
                .extracting(Difference::toString)
                .containsExactly("timeout: (none) -> 60");
    }

    @Test
    void aNumberMayComeAsAText() {
        PushAction action = accepted(draft().text(TIMEOUT, "60"));

        assertThat(action.differencesTo(named(TIMEOUT, new Value.Text("60")))).isEmpty();
        assertThat(action.differencesTo(named(TIMEOUT, new Value.Text("61"))))
                .extracting(Difference::toString)
                .containsExactly("timeout: 61 -> 60");
    }

    @Test
    void aTextMayComeAsANumber() {
        PushAction action = accepted(draft().text(DOCKER_IMAGE_TAG, "11"));

        assertThat(action.differencesTo(named(DOCKER_IMAGE_TAG, new Value.Whole(11))))
                .isEmpty();
        assertThat(action.differencesTo(named(DOCKER_IMAGE_TAG, new Value.Whole(12))))
                .extracting(Difference::toString)
                .containsExactly("dockerImageTag: 12 -> 11");
    }

    @Test
    void aTextOfAConditionOrAVariableMayComeAsANumber() {
        DraftItem is = item("triggerCondition", "VAR_IS", "triggerVariableKey", "KEY", "triggerVariableValue", "1");
        Item condition =
                changed(conditionsOf(List.of(is)).conditions().get(0), "trigger_variable_value", new Value.Whole(1));
        Item variable = changed(variablesOf(List.of(PLAIN)).variables().get(0), "value", new Value.Whole(1));

        assertThat(withConditions(List.of(is))
                        .differencesTo(Map.of(TRIGGER_CONDITIONS, new TriggerConditions(List.of(condition)))))
                .isEmpty();
        assertThat(withVariables(List.of(PLAIN)).differencesTo(Map.of(VARIABLES, new Variables(List.of(variable)))))
                .isEmpty();
    }

    static Stream<Arguments> loops() {
        return Stream.of(
                Arguments.of("numbers", wholes(1, 20), true),
                Arguments.of(
                        "one as a number", new Value.Several(List.of(new Value.Text("1"), new Value.Whole(20))), true),
                Arguments.of("another number", wholes(1, 21), false),
                Arguments.of("another order", wholes(20, 1), false),
                Arguments.of("a number more", wholes(1, 20, 20), false),
                Arguments.of("a number less", wholes(1), false),
                Arguments.of("other digits", texts("01", "20"), false),
                Arguments.of("no list", new Value.Text("1, 20"), false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("loops")
    void textsOfAListMayComeAsNumbers(String what, Value existing, boolean same) {
        PushAction action = accepted(draft().loop(List.of("1", "20")));

        assertThat(action.differencesTo(named(LOOP, existing)).isEmpty())
                .as(what)
                .isEqualTo(same);
    }

    static Stream<Arguments> days() {
        return Stream.of(
                Arguments.of("texts", texts("2", "1"), true),
                Arguments.of(
                        "one as a text", new Value.Several(List.of(new Value.Text("2"), new Value.Whole(1))), true),
                Arguments.of("another day", texts("1", "3"), false),
                Arguments.of("a day more", texts("1", "2", "3"), false),
                Arguments.of("a day less", texts("1"), false),
                Arguments.of("no day", texts("1", "second"), false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("days")
    void numbersOfAListMayComeAsTexts(String what, Value existing, boolean same) {
        Item condition = changed(conditionsOf(List.of(DAY)).conditions().get(0), "trigger_days", existing);

        assertThat(withConditions(List.of(DAY))
                        .differencesTo(Map.of(TRIGGER_CONDITIONS, new TriggerConditions(List.of(condition))))
                        .isEmpty())
                .as(what)
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"42, true", "43, false", "042, false"})
    void theKeyOfAVariableMayComeAsANumber(String wanted, boolean same) {
        Item existing = changed(variablesOf(List.of(PLAIN)).variables().get(0), "key", new Value.Whole(42));

        List<Difference> differences = withVariables(List.of(with(PLAIN, "key", wanted)))
                .differencesTo(Map.of(VARIABLES, new Variables(List.of(existing))));

        assertThat(differences.isEmpty()).isEqualTo(same);
        assertThat(differences).allMatch(difference -> difference.toString().startsWith("variables: 42=1 -> "));
    }

    private static Item changed(Item item, String key, Value value) {
        Map<String, Value> fields = new LinkedHashMap<>(item.fields());
        fields.put(key, value);
        return new Item(fields);
    }

    @Test
    void thePlaceCountsWhenTheActionIsCreatedAndNeverAgain() {
        PushAction action = accepted(draft().text(AFTER_ACTION_ID, "7").text(DOCKER_IMAGE_TAG, "1.1"));
        Map<Field, Value> existing = new EnumMap<>(named(DOCKER_IMAGE_TAG, new Value.Text("1.0")));

        assertThat(action.complete()).containsEntry(AFTER_ACTION_ID, new Value.Whole(7));
        for (long place : new long[] {0, 7, 8}) {
            existing.put(AFTER_ACTION_ID, new Value.Whole(place));
            List<Difference> differences = action.differencesTo(existing);
            assertThat(differences).extracting(Difference::field).containsExactly(DOCKER_IMAGE_TAG);
            assertThat(action.changes(differences, Map.of())).containsOnlyKeys(DOCKER_IMAGE_TAG);
        }
    }

    @Test
    void theNameOfTheActionBeforeItBecomesItsIdOnceItIsKnown() {
        PushAction placed = accepted(draft().afterActionName("Build")).behind(9);

        assertThat(placed.afterActionName()).isEmpty();
        assertThat(placed.complete()).containsEntry(AFTER_ACTION_ID, new Value.Whole(9));
        assertThat(placed.differencesTo(Map.of(NAME, new Value.Text("Push")))).isEmpty();
    }

    @Test
    void aCreatedActionAlwaysHasATriggerTime() {
        assertThat(accepted(draft()).complete()).containsEntry(TRIGGER_TIME, new Value.Text("ON_EVERY_EXECUTION"));
        assertThat(accepted(draft().text(TRIGGER_TIME, "ON_SUCCESS")).complete())
                .containsEntry(TRIGGER_TIME, new Value.Text("ON_SUCCESS"));
    }

    @Test
    void aFailureIsSentWithWhichFailure() {
        PushAction action = accepted(draft().text(TRIGGER_TIME, "ON_FAILURE").text(RUN_ONLY_ON_FIRST_FAILURE, "true"));
        Map<Field, Value> otherTime = new EnumMap<>(named(TRIGGER_TIME, new Value.Text("ON_SUCCESS")));
        otherTime.put(RUN_ONLY_ON_FIRST_FAILURE, new Value.Flag(true));
        Map<Field, Value> otherFlag = new EnumMap<>(named(TRIGGER_TIME, new Value.Text("ON_FAILURE")));
        otherFlag.put(RUN_ONLY_ON_FIRST_FAILURE, new Value.Flag(false));

        for (Map<Field, Value> existing : List.of(otherTime, otherFlag)) {
            List<Difference> differences = action.differencesTo(existing);
            assertThat(differences).hasSize(1);
            assertThat(action.changes(differences, Map.of()))
                    .containsOnly(
                            Map.entry(TRIGGER_TIME, new Value.Text("ON_FAILURE")),
                            Map.entry(RUN_ONLY_ON_FIRST_FAILURE, new Value.Flag(true)));
        }
    }

    @Test
    void aTriggerTimeWithoutFailuresIsSentAlone() {
        PushAction action = accepted(draft().text(TRIGGER_TIME, "ON_SUCCESS"));

        assertThat(action.changes(action.differencesTo(named(TRIGGER_TIME, new Value.Text("ON_WARNING"))), Map.of()))
                .containsOnlyKeys(TRIGGER_TIME);
    }

    private static PushAction withConditions(List<DraftItem> items) {
        return only(TRIGGER_CONDITIONS, accepted(conditions(items.toArray(DraftItem[]::new))));
    }

    private static PushAction withVariables(List<DraftItem> items) {
        return only(VARIABLES, accepted(variables(items.toArray(DraftItem[]::new))));
    }

    /** Without the name, which every action has and which would be one more in every comparison. */
    private static PushAction only(Field field, PushAction action) {
        Map<Field, Value> fields = new EnumMap<>(action.fields());
        fields.keySet().retainAll(List.of(field));
        return new PushAction(action.name(), fields, Optional.empty());
    }

    /** What Buddy has need not keep the rules. */
    private static TriggerConditions conditionsOf(List<DraftItem> items) {
        return new TriggerConditionRules(items, new Problems(true)).check();
    }

    private static Variables variablesOf(List<DraftItem> items) {
        return new VariableRules(items, new Problems(true)).check();
    }

    private static Item encrypted(String key, Value value) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("key", new Value.Text(key));
        fields.put("value", value);
        fields.put("encrypted", new Value.Flag(true));
        return new Item(fields);
    }

    private static ActionSecrets secrets(String token) {
        return new ActionSecrets(Optional.empty(), Map.of("token-server", Secret.of(token)));
    }

    private static Map<Field, Value> named(Field field, Value value) {
        return Map.of(NAME, new Value.Text("Push"), field, value);
    }

    private static Value wholes(int... numbers) {
        return new Value.Several(
                IntStream.of(numbers).<Value>mapToObj(Value.Whole::new).toList());
    }

    private static Value texts(String... texts) {
        List<Value> values = new ArrayList<>();
        for (String text : texts) {
            values.add(new Value.Text(text));
        }
        return new Value.Several(values);
    }
}
