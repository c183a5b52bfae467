package io.github.buddymaven.action;

import static io.github.buddymaven.action.Drafts.accepted;
import static io.github.buddymaven.action.Drafts.assertAlwaysRefused;
import static io.github.buddymaven.action.Drafts.assertRefusedOnce;
import static io.github.buddymaven.action.Drafts.assertRefusedUnlessLenient;
import static io.github.buddymaven.action.Drafts.conditions;
import static io.github.buddymaven.action.Drafts.item;
import static io.github.buddymaven.action.Drafts.refusal;
import static io.github.buddymaven.action.Drafts.warnings;
import static io.github.buddymaven.action.Drafts.with;
import static io.github.buddymaven.action.Drafts.without;
import static io.github.buddymaven.action.Field.TRIGGER_CONDITIONS;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each condition has exactly the elements of its kind, and the user reads which condition is wrong, and how. */
class TriggerConditionRulesTest {
    private static final String FIRST = "Condition 1 of <triggerConditions>: ";
    private static final String KINDS = "ON_CHANGE, ON_CHANGE_AT_PATH, VAR_IS, VAR_IS_NOT, VAR_CONTAINS,"
            + " VAR_NOT_CONTAINS, VAR_LESS_THAN, VAR_LESS_THAN_OR_EQUAL, VAR_GREATER_THAN, VAR_GREATER_THAN_OR_EQUAL,"
            + " DATETIME, DAY, HOUR, SUCCESS_PIPELINE, ACTION_STATUS_IS, ACTION_STATUS_IS_NOT, TRIGGERING_USER_IS,"
            + " TRIGGERING_USER_IS_NOT, TRIGGERING_USER_IS_IN_GROUP, TRIGGERING_USER_IS_NOT_IN_GROUP, OR";
    private static final String STATUSES = "Allowed are SUCCESSFUL, SKIPPED, SUPRESSED, FAILED.";
    private static final List<String> OF_TIME = List.of("triggerDays", "triggerHours", "timezone");

    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("triggerConditionPaths", "src/"),
            Map.entry("triggerVariableKey", "KEY"),
            Map.entry("triggerVariableValue", "value"),
            Map.entry("triggerDays", "1"),
            Map.entry("triggerHours", "24"),
            Map.entry("timezone", "Europe/Warsaw"),
            Map.entry("zoneId", "Europe/Warsaw"),
            Map.entry("triggerProjectName", "library"),
            Map.entry("triggerPipelineName", "Publish"),
            Map.entry("triggerActionName", "Build"),
            Map.entry("triggerStatus", "FAILED"),
            Map.entry("triggerUser", "jane"),
            Map.entry("triggerGroup", "developers"));

    /** Written down again from Buddy's documentation, so that a slip in the rules is seen. */
    private enum Kind {
        ON_CHANGE,
        ON_CHANGE_AT_PATH,
        VAR_IS,
        VAR_IS_NOT,
        VAR_CONTAINS,
        VAR_NOT_CONTAINS,
        VAR_LESS_THAN,
        VAR_LESS_THAN_OR_EQUAL,
        VAR_GREATER_THAN,
        VAR_GREATER_THAN_OR_EQUAL,
        DATETIME,
        DAY,
        HOUR,
        SUCCESS_PIPELINE,
        ACTION_STATUS_IS,
        ACTION_STATUS_IS_NOT,
        TRIGGERING_USER_IS,
        TRIGGERING_USER_IS_NOT,
        TRIGGERING_USER_IS_IN_GROUP,
        TRIGGERING_USER_IS_NOT_IN_GROUP;

        List<String> needed() {
            return switch (this) {
                case ON_CHANGE, DATETIME -> List.of();
                case ON_CHANGE_AT_PATH -> List.of("triggerConditionPaths");
                case VAR_IS,
                        VAR_IS_NOT,
                        VAR_CONTAINS,
                        VAR_NOT_CONTAINS,
                        VAR_LESS_THAN,
                        VAR_LESS_THAN_OR_EQUAL,
                        VAR_GREATER_THAN,
                        VAR_GREATER_THAN_OR_EQUAL -> List.of("triggerVariableKey", "triggerVariableValue");
                case DAY -> List.of("triggerDays");
                case HOUR -> List.of("triggerHours");
                case SUCCESS_PIPELINE -> List.of("triggerProjectName", "triggerPipelineName");
                case ACTION_STATUS_IS, ACTION_STATUS_IS_NOT -> List.of("triggerActionName", "triggerStatus");
                case TRIGGERING_USER_IS, TRIGGERING_USER_IS_NOT -> List.of("triggerUser");
                case TRIGGERING_USER_IS_IN_GROUP, TRIGGERING_USER_IS_NOT_IN_GROUP -> List.of("triggerGroup");
            };
        }

        boolean isOfTime() {
            return this == DATETIME || this == DAY || this == HOUR;
        }

        /** In the order in which the message lists them: what is needed first. */
        List<String> own() {
            List<String> own = new ArrayList<>(needed());
            OF_TIME.stream().filter(name -> isOfTime() && !own.contains(name)).forEach(own::add);
            return own;
        }

        boolean takes(String element) {
            return own().contains(element) || (element.equals("zoneId") && isOfTime());
        }

        DraftItem whole() {
            DraftItem whole = item("triggerCondition", name());
            for (String element : this == DATETIME ? OF_TIME : needed()) {
                whole = with(whole, element, example(element));
            }
            return whole;
        }
    }

    private static String example(String element) {
        return EXAMPLES.getOrDefault(element, "");
    }

    static Stream<Arguments> needed() {
        return Stream.of(Kind.values())
                .flatMap(kind -> kind.needed().stream().map(element -> Arguments.of(kind, element)));
    }

    static Stream<Arguments> foreign() {
        return Stream.of(Kind.values()).flatMap(kind -> EXAMPLES.keySet().stream()
                .filter(element -> !kind.takes(element))
                .sorted()
                .map(element -> Arguments.of(kind, element)));
    }

    @ParameterizedTest
    @EnumSource
    void eachKindIsWholeWithItsElements(Kind kind) {
        DraftItem whole = kind.whole();

        Item sent = onlyCondition(accepted(conditions(whole)));

        assertThat(sent.text("trigger_condition")).isEqualTo(kind.name());
        assertThat(sent.fields().keySet())
                .containsExactlyElementsOf(
                        whole.parameters().stream().map(Spelling::key).toList());
    }

    @ParameterizedTest
    @MethodSource("needed")
    void saysWhichElementIsMissing(Kind kind, String missing) {
        PushAction sent = assertRefusedUnlessLenient(
                conditions(without(kind.whole(), missing)), FIRST + kind + " needs <" + missing + ">: add it.");

        assertThat(onlyCondition(sent).get(Spelling.key(missing))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void saysWhichElementDoesNotBelong(Kind kind, String foreign) {
        PushAction sent = assertRefusedUnlessLenient(
                conditions(with(kind.whole(), foreign, example(foreign))),
                FIRST + "<" + foreign + "> does not go with " + kind + ", which has " + onlyOwn(kind) + ": remove it.");

        assertThat(onlyCondition(sent).get(Spelling.key(foreign))).isPresent();
    }

    /** Where lenient sends it all the same, it has to be right all the same. */
    @ParameterizedTest
    @CsvSource({
        "triggerUser, '', is blank",
        "triggerDays, ' ', is blank",
        "timezone, '\n', is blank",
        "triggerUser, 'a\nb', has a line break",
        "triggerHours, noon, must be a whole number"
    })
    void whatDoesNotBelongNeedNotBeRight(String foreign, String written, String problem) {
        PushActionDraft draft = conditions(with(Kind.ON_CHANGE.whole(), foreign, written));
        String remove =
                FIRST + "<" + foreign + "> does not go with ON_CHANGE, which has no further element: remove it.";

        assertRefusedOnce(draft, remove);
        assertThat(warnings(draft, true)).containsExactly(remove);
        assertThat(refusal(draft, true))
                .startsWith("The configuration has a problem")
                .contains("<" + foreign + ">")
                .contains(problem);
    }

    private static String onlyOwn(Kind kind) {
        return kind.own().isEmpty()
                ? "no further element"
                : "only " + kind.own().stream().map(name -> "<" + name + ">").collect(joining(", "));
    }

    @ParameterizedTest
    @CsvSource({
        "triggerVariableKey,    VAR_IS",
        "triggerProjectName,    SUCCESS_PIPELINE",
        "triggerPipelineName,   SUCCESS_PIPELINE",
        "triggerActionName,     ACTION_STATUS_IS",
        "triggerStatus,         ACTION_STATUS_IS_NOT",
        "triggerConditionPaths, ON_CHANGE_AT_PATH",
        "triggerDays,           DAY",
        "triggerHours,          HOUR",
        "triggerDays,           DATETIME",
        "triggerHours,          DATETIME",
        "timezone,              DAY",
        "triggerUser,           TRIGGERING_USER_IS",
        "triggerGroup,          TRIGGERING_USER_IS_NOT_IN_GROUP",
    })
    void whatIsBlankIsToBeFilledIn(String element, Kind kind) {
        for (String blank : new String[] {"", " ", "\n\t"}) {
            assertAlwaysRefused(conditions(with(kind.whole(), element, blank)), isBlank(element, blank));
        }
    }

    @Test
    void theOldNameOfTheTimeZoneIsToBeFilledInToo() {
        assertAlwaysRefused(
                conditions(with(without(Kind.HOUR.whole(), "timezone"), "zoneId", " ")), isBlank("zoneId", " "));
    }

    @ParameterizedTest
    @CsvSource({
        "triggerConditionPaths, ON_CHANGE_AT_PATH",
        "triggerDays,           DAY",
        "triggerHours,          HOUR",
    })
    void eachTextOfAListIsToBeFilledIn(String element, Kind kind) {
        DraftItem first = with(kind.whole(), element, "", example(element));
        DraftItem two = with(kind.whole(), element, example(element), " ", example(element), "");

        assertAlwaysRefused(conditions(first), isBlank(element, ""));
        assertAlwaysRefused(conditions(two), isBlank(element, " "), isBlank(element, ""));
    }

    private static String isBlank(String element, String blank) {
        String shown = blank.replace("\n", "\\n").replace("\t", "\\t");
        return FIRST + "<" + element + ">" + shown + "</" + element + "> is blank: fill it in, or remove it.";
    }

    @ParameterizedTest
    @CsvSource({
        "triggerConditionPaths, ON_CHANGE_AT_PATH",
        "triggerDays,           DAY",
        "triggerHours,          HOUR",
    })
    void aListWithoutTextsIsMissing(String element, Kind kind) {
        assertRefusedUnlessLenient(
                conditions(with(kind.whole(), element)), FIRST + kind + " needs <" + element + ">: add it.");
    }

    @Test
    void aVariableMayBeComparedWithNothing() {
        DraftItem empty = with(Kind.VAR_IS.whole(), "triggerVariableValue", "");

        assertThat(onlyCondition(accepted(conditions(empty))).get("trigger_variable_value"))
                .contains(new Value.Text(""));
    }

    @Test
    void aDateNeedsDaysOrHours() {
        DraftItem days = without(Kind.DATETIME.whole(), "triggerHours");
        DraftItem hours = without(Kind.DATETIME.whole(), "triggerDays");

        assertThat(onlyCondition(accepted(conditions(days))).get("trigger_days"))
                .isPresent();
        assertThat(onlyCondition(accepted(conditions(hours))).get("trigger_hours"))
                .isPresent();
        for (DraftItem neither : List.of(
                without(days, "triggerDays"),
                with(days, "triggerDays"),
                with(with(days, "triggerDays"), "triggerHours"))) {
            assertRefusedUnlessLenient(
                    conditions(neither), FIRST + "DATETIME needs <triggerDays>, <triggerHours>, or both: add them.");
        }
    }

    @Test
    void theKindIsRequired() {
        String remedy = "write one of " + KINDS + ".";
        assertAlwaysRefused(
                conditions(item("triggerUser", "jane")), FIRST + "<triggerCondition> is missing: " + remedy);
        assertAlwaysRefused(
                conditions(item("triggerCondition", " ")),
                FIRST + "<triggerCondition> </triggerCondition> is blank: " + remedy);
        assertAlwaysRefused(
                conditions(item("triggerCondition", "ON\nCHANGE")),
                FIRST + "<triggerCondition>ON\\nCHANGE</triggerCondition> has a line break or another control"
                        + " character: write it in one line, without it.");
    }

    @ParameterizedTest
    @CsvSource({
        "on change,                       ON_CHANGE",
        "ON_CHANGE_AT_PATHS,              ON_CHANGE_AT_PATH",
        "VAR_I,                           VAR_IS",
        "VAR-IS-NOT,                      VAR_IS_NOT",
        "VAR_CONTAIN,                     VAR_CONTAINS",
        "VAR_NOT_CONTAIN,                 VAR_NOT_CONTAINS",
        "VAR_LES_THAN,                    VAR_LESS_THAN",
        "VAR_LESS_THEN_OR_EQUAL,          VAR_LESS_THAN_OR_EQUAL",
        "VAR_GREATER_THEN,                VAR_GREATER_THAN",
        "VAR_GREATER_THAN_OR_EQUALS,      VAR_GREATER_THAN_OR_EQUAL",
        "DATE_TIME,                       DATETIME",
        "DAYS,                            DAY",
        "HOURS,                           HOUR",
        "SUCESS_PIPELINE,                 SUCCESS_PIPELINE",
        "ACTION_STATUS-IS,                ACTION_STATUS_IS",
        "ACTION_STATUS_ISNOT,             ACTION_STATUS_IS_NOT",
        "TRIGGERING_USER_I,               TRIGGERING_USER_IS",
        "TRIGERING_USER_IS_NOT,           TRIGGERING_USER_IS_NOT",
        "TRIGGERING_USER_IN_GROUP,        TRIGGERING_USER_IS_IN_GROUP",
        "TRIGGERING_USER_IS_NOT_IN_GROOP, TRIGGERING_USER_IS_NOT_IN_GROUP",
        "or,                              OR",
    })
    void knowsWhichKindWasMeant(String written, String meant) {
        PushAction sent = assertRefusedUnlessLenient(
                conditions(item("triggerCondition", written)),
                FIRST + "<triggerCondition>" + written + "</triggerCondition> is not known, did you mean " + meant
                        + "? Allowed are " + KINDS + ".");

        assertThat(onlyCondition(sent).text("trigger_condition")).isEqualTo(written);
    }

    @Test
    void aKindThatIsNotKnownTakesAnyElement() {
        PushAction sent = assertRefusedUnlessLenient(
                conditions(item("triggerCondition", "FULL_MOON", "triggerUser", "jane")),
                FIRST + "<triggerCondition>FULL_MOON</triggerCondition> is not known. Allowed are " + KINDS + ".");

        assertThat(onlyCondition(sent).text("trigger_user")).isEqualTo("jane");
    }

    /** Nobody knows which elements it has, but each holds what it holds in every condition. */
    @ParameterizedTest
    @CsvSource({
        "FULL_MOON, ' is not known. '",
        "DAYS,      ' is not known, did you mean DAY? '",
    })
    void theValuesOfAKindThatIsNotKnownAreChecked(String kind, String problem) {
        DraftItem condition = item("triggerCondition", kind, "triggerUser", "a\nb", "timezone", "Warsaw");
        DraftItem whole = with(with(condition, "triggerDays", "8", "Monday"), "triggerHours", " ");
        String[] relaxable = {
            FIRST + "<triggerCondition>" + kind + "</triggerCondition>" + problem + "Allowed are " + KINDS + ".",
            FIRST + "<timezone>Warsaw</timezone> is no time zone that Java knows: did you mean Europe/Warsaw?",
            FIRST + "<triggerDays>8</triggerDays> must be a whole number from 1 (Monday) to 7 (Sunday)."
        };
        String[] always = {
            FIRST + "<triggerUser>a\\nb</triggerUser> has a line break or another control character: write it in one"
                    + " line, without it.",
            FIRST + "<triggerDays>Monday</triggerDays> must be a whole number from 1 (Monday) to 7 (Sunday).",
            isBlank("triggerHours", " ")
        };

        assertThat(refusal(conditions(whole), false))
                .startsWith("The configuration has 6 problems")
                .contains(relaxable)
                .contains(always);
        assertThat(refusal(conditions(whole), true))
                .startsWith("The configuration has 3 problems")
                .contains(always);
        assertThat(warnings(conditions(whole), true)).containsExactly(relaxable);
    }

    @Test
    void theValuesOfAMissingKindAreChecked() {
        assertThat(refusal(conditions(with(item("triggerUser", " "), "triggerHours", "noon")), false))
                .startsWith("The configuration has 3 problems")
                .contains("<triggerCondition> is missing", isBlank("triggerUser", " "), "<triggerHours>noon<");
    }

    @Test
    void takesEveryDayOfTheWeekAndEveryHourOfTheDay() {
        DraftItem whole = with(
                with(Kind.DATETIME.whole(), "triggerDays", "1", "2", "3", "4", "5", "6", "7"),
                "triggerHours",
                "1",
                " 12 ",
                "24");

        Item sent = onlyCondition(accepted(conditions(whole)));

        assertThat(sent.get("trigger_days")).contains(wholes(1, 2, 3, 4, 5, 6, 7));
        assertThat(sent.get("trigger_hours")).contains(wholes(1, 12, 24));
    }

    /** Maven takes some texts for lists; what reaches the rules as one text is one. */
    @Test
    void aTextWithCommasIsOneText() {
        DraftItem paths = with(Kind.ON_CHANGE_AT_PATH.whole(), "triggerConditionPaths", "src/{a,b}/");

        assertThat(onlyCondition(accepted(conditions(paths))).get("trigger_condition_paths"))
                .contains(new Value.Several(List.of(new Value.Text("src/{a,b}/"))));
        assertAlwaysRefused(
                conditions(with(Kind.DAY.whole(), "triggerDays", "1,5")),
                FIRST + "<triggerDays>1,5</triggerDays> must be a whole number from 1 (Monday) to 7 (Sunday).");
    }

    @ParameterizedTest
    @CsvSource({
        "DAY,  triggerDays,  0,  1 (Monday) to 7 (Sunday)",
        "DAY,  triggerDays,  8,  1 (Monday) to 7 (Sunday)",
        "DAY,  triggerDays,  -1, 1 (Monday) to 7 (Sunday)",
        "HOUR, triggerHours, 0,  1 to 24",
        "HOUR, triggerHours, 25, 1 to 24",
        "HOUR, triggerHours, -1, 1 to 24",
    })
    void refusesDaysAndHoursOutOfTheirRange(Kind kind, String element, int number, String range) {
        PushAction sent = assertRefusedUnlessLenient(
                conditions(with(kind.whole(), element, "1", String.valueOf(number))),
                FIRST + "<" + element + ">" + number + "</" + element + "> must be a whole number from " + range + ".");

        assertThat(onlyCondition(sent).get(Spelling.key(element))).contains(wholes(1, number));
    }

    /** Buddy's field takes numbers: there is no way to send these as written. */
    @ParameterizedTest
    @ValueSource(strings = {"Monday", "1.5", "99999999999", "$DAY", "1-5", "${a.b}"})
    void refusesDaysAndHoursThatAreNoNumbers(String text) {
        assertAlwaysRefused(
                conditions(with(Kind.DAY.whole(), "triggerDays", "1", text)),
                FIRST + "<triggerDays>" + text
                        + "</triggerDays> must be a whole number from 1 (Monday) to 7 (Sunday).");
        assertAlwaysRefused(
                conditions(with(Kind.HOUR.whole(), "triggerHours", text, "1")),
                FIRST + "<triggerHours>" + text + "</triggerHours> must be a whole number from 1 to 24.");
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Warsow,     Europe/Warsaw",
        "Europe/Warsav,     Europe/Warsaw",
        "europe/warsaw,     Europe/Warsaw",
        "Warsaw,            Europe/Warsaw",
        "warsaw,            Europe/Warsaw",
        "Europe/Berlim,     Europe/Berlin",
        "America/New York,  America/New_York",
        "Asia/Tokio,        Asia/Tokyo",
        "New York,          America/New_York",
        "new  york,         America/New_York",
        "' Warsaw',         Europe/Warsaw",
        "' Europe/Warsaw ', Europe/Warsaw",
    })
    void knowsWhichTimeZoneWasMeant(String written, String meant) {
        for (String element : new String[] {"timezone", "zoneId"}) {
            PushAction sent = assertRefusedUnlessLenient(
                    conditions(with(without(Kind.HOUR.whole(), "timezone"), element, written)),
                    FIRST + "<" + element + ">" + written + "</" + element
                            + "> is no time zone that Java knows: did you mean " + meant + "?");

            assertThat(onlyCondition(sent).text(Spelling.key(element))).isEqualTo(written);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Middle-earth/Shire",
                "Atlantis",
                "CEST",
                "PST",
                "UTC+2",
                "GMT+2",
                "GMT-3",
                "EST5",
                "Etc/GMT+20",
                "+02:00"
            })
    void showsATimeZoneWhereNoneIsNear(String written) {
        assertRefusedUnlessLenient(
                conditions(with(Kind.DAY.whole(), "timezone", written)),
                FIRST + "<timezone>" + written
                        + "</timezone> is no time zone that Java knows: write one such as Europe/Warsaw.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Warsaw", "America/Argentina/Buenos_Aires", "$ZONE", "${ZONE}"})
    void takesTimeZonesUnderBothNames(String zone) {
        assertThat(onlyCondition(accepted(conditions(with(Kind.DAY.whole(), "timezone", zone))))
                        .text("timezone"))
                .isEqualTo(zone);
        assertThat(onlyCondition(accepted(conditions(with(Kind.DAY.whole(), "zoneId", zone))))
                        .text("zone_id"))
                .isEqualTo(zone);
    }

    @Test
    void theTwoNamesOfTheTimeZoneExcludeEachOther() {
        assertAlwaysRefused(
                conditions(with(with(Kind.DAY.whole(), "timezone", "UTC"), "zoneId", "UTC")),
                FIRST + "<timezone> and <zoneId> exclude each other: keep <timezone>, or <zoneId> for a server of"
                        + " before 2025.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUCCESSFUL", "SKIPPED", "SUPRESSED", "FAILED"})
    void takesEveryStatusOfTheApi(String status) {
        DraftItem condition = with(Kind.ACTION_STATUS_IS_NOT.whole(), "triggerStatus", status);

        assertThat(onlyCondition(accepted(conditions(condition))).text("trigger_status"))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "SUPPRESSED, SUPRESSED",
        "SUCCESFUL,  SUCCESSFUL",
        "SKIPED,     SKIPPED",
        "failed,     FAILED",
    })
    void knowsWhichStatusWasMeant(String written, String meant) {
        PushAction sent = assertRefusedUnlessLenient(
                conditions(with(Kind.ACTION_STATUS_IS.whole(), "triggerStatus", written)),
                FIRST + "<triggerStatus>" + written + "</triggerStatus> is not known, did you mean " + meant + "? "
                        + STATUSES);

        assertThat(onlyCondition(sent).text("trigger_status")).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "triggerVariableKey,   VAR_IS",
        "triggerProjectName,   SUCCESS_PIPELINE",
        "triggerPipelineName,  SUCCESS_PIPELINE",
        "triggerActionName,    ACTION_STATUS_IS",
        "triggerStatus,        ACTION_STATUS_IS",
        "timezone,             DAY",
        "zoneId,               DAY",
        "triggerUser,          TRIGGERING_USER_IS",
        "triggerGroup,         TRIGGERING_USER_IS_IN_GROUP",
    })
    void everyTextIsOneLine(String element, Kind kind) {
        assertAlwaysRefused(
                conditions(with(kind.whole(), element, "a\nb")),
                FIRST + "<" + element + ">a\\nb</" + element + "> has a line break or another control character: write"
                        + " it in one line, without it.");
    }

    @ParameterizedTest
    @CsvSource({
        "triggerVariableValue, VAR_IS",
        "triggerStatus,        ACTION_STATUS_IS",
        "timezone,             DAY",
        "zoneId,               DAY",
        "triggerUser,          TRIGGERING_USER_IS",
    })
    void everyTextIsResolved(String element, Kind kind) {
        assertRefusedUnlessLenient(
                conditions(with(kind.whole(), element, "${a.b}")),
                FIRST + "<" + element + ">${a.b}</" + element + "> holds ${a.b}, which is no property of this build:"
                        + " define it, or correct its name.");
    }

    @Test
    void theKindIsResolved() {
        assertRefusedUnlessLenient(
                conditions(item("triggerCondition", "${a.b}", "triggerUser", "jane")),
                FIRST + "<triggerCondition>${a.b}</triggerCondition> holds ${a.b}, which is no property of this build:"
                        + " define it, or correct its name.");
    }

    @Test
    void everyPathIsOneLineAndResolved() {
        assertAlwaysRefused(
                conditions(with(Kind.ON_CHANGE_AT_PATH.whole(), "triggerConditionPaths", "src/", "a\u0007b")),
                FIRST + "<triggerConditionPaths>a\\u0007b</triggerConditionPaths> has a line break or another control"
                        + " character: write it in one line, without it.");
        assertRefusedUnlessLenient(
                conditions(with(Kind.ON_CHANGE_AT_PATH.whole(), "triggerConditionPaths", "src/", "${source.dir}")),
                FIRST + "<triggerConditionPaths>${source.dir}</triggerConditionPaths> holds ${source.dir}, which is no"
                        + " property of this build: define it, or correct its name.");
    }

    @Test
    void orStandsBetweenTwo() {
        DraftItem or = item("triggerCondition", "OR");
        DraftItem change = Kind.ON_CHANGE.whole();
        DraftItem day = Kind.DAY.whole();
        String problem = "OR stands between two conditions: put one before it and one behind it, or remove it.";

        assertThat(conditionsOf(accepted(conditions(change, or, day, or, change))))
                .extracting(condition -> condition.text("trigger_condition"))
                .containsExactly("ON_CHANGE", "OR", "DAY", "OR", "ON_CHANGE");
        assertAlwaysRefused(conditions(or), "Condition 1 of <triggerConditions>: " + problem);
        assertAlwaysRefused(conditions(or, change), "Condition 1 of <triggerConditions>: " + problem);
        assertAlwaysRefused(conditions(change, or), "Condition 2 of <triggerConditions>: " + problem);
        assertAlwaysRefused(conditions(change, or, or, day), "Condition 3 of <triggerConditions>: " + problem);
        assertThat(refusal(conditions(or, or), false))
                .contains("Condition 1 of <triggerConditions>: " + problem)
                .contains("Condition 2 of <triggerConditions>: " + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"triggerUser", "triggerDays", "timezone", "zoneId"})
    void orHasNoFurtherElement(String foreign) {
        assertRefusedUnlessLenient(
                conditions(
                        Kind.ON_CHANGE.whole(),
                        item("triggerCondition", "OR", foreign, example(foreign)),
                        Kind.DAY.whole()),
                "Condition 2 of <triggerConditions>: <" + foreign
                        + "> does not go with OR, which has no further element: remove it.");
    }

    @Test
    void nothingIsSentWhereThereIsNoCondition() {
        assertThat(accepted(conditions()).fields()).doesNotContainKey(TRIGGER_CONDITIONS);
    }

    @Test
    void reportsAllThatIsWrongTogetherEachWithItsPlace() {
        DraftItem user = item("triggerCondition", "TRIGGERING_USER_IS", "triggerGroup", "developers");
        DraftItem hours = with(Kind.HOUR.whole(), "triggerHours", "0", "25", "noon");
        DraftItem status = item("triggerCondition", "ACTION_STATUS_IS", "triggerStatus", "SUPPRESSED");

        String refusal = refusal(conditions(user, hours, status, item("triggerCondition", "OR")), false);

        assertThat(refusal).isEqualTo("""
                        The configuration has 8 problems, and nothing was sent:
                          - Condition 1 of <triggerConditions>: TRIGGERING_USER_IS needs <triggerUser>: add it.
                          - Condition 1 of <triggerConditions>: <triggerGroup> does not go with TRIGGERING_USER_IS,\
                         which has only <triggerUser>: remove it.
                          - Condition 2 of <triggerConditions>: <triggerHours>0</triggerHours> must be a whole number\
                         from 1 to 24.
                          - Condition 2 of <triggerConditions>: <triggerHours>25</triggerHours> must be a whole number\
                         from 1 to 24.
                          - Condition 2 of <triggerConditions>: <triggerHours>noon</triggerHours> must be a whole number\
                         from 1 to 24.
                          - Condition 3 of <triggerConditions>: ACTION_STATUS_IS needs <triggerActionName>: add it.
                          - Condition 3 of <triggerConditions>: <triggerStatus>SUPPRESSED</triggerStatus> is not known,\
                         did you mean SUPRESSED? Allowed are SUCCESSFUL, SKIPPED, SUPRESSED, FAILED.
                          - Condition 4 of <triggerConditions>: OR stands between two conditions: put one before it and\
                         one behind it, or remove it.
                        Should Buddy accept this by now, <lenient>true</lenient> turns the rules about values into\
                         warnings.""");
    }

    private static Value wholes(int... numbers) {
        List<Value> values = new ArrayList<>();
        for (int number : numbers) {
            values.add(new Value.Whole(number));
        }
        return new Value.Several(values);
    }

    private static Item onlyCondition(PushAction action) {
        List<Item> conditions = conditionsOf(action);
        assertThat(conditions).hasSize(1);
        return conditions.get(0);
    }

    private static List<Item> conditionsOf(PushAction action) {
        return action.fields().get(TRIGGER_CONDITIONS) instanceof TriggerConditions several
                ? several.conditions()
                : List.of();
    }
}
