package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every choice is taken in upper and lower case, and sent as Buddy writes it. The message about a wrong one has the list. */
class ChoicesTest extends AbstractMojoTest {
    private static final Pattern LIST = Pattern.compile("Write one of ([A-Z_a-z]+(?:, [A-Z_a-z]+)+)\\.");
    private static final String LENIENT = "<lenient>true</lenient>";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <triggerTime>?</triggerTime>       | /trigger_time
            <runNext>?</runNext>               | /run_next
            <dockerRegistry>?</dockerRegistry> | /docker_registry
            <triggerConditions><one><triggerCondition>?</triggerCondition></one></triggerConditions> | /trigger_conditions/0/trigger_condition
            <triggerConditions><one><triggerCondition>ON_CHANGE</triggerCondition><triggerStatus>?</triggerStatus></one></triggerConditions> | /trigger_conditions/0/trigger_status
            <variables><one><key>A</key><value>a</value><filePlace>?</filePlace></one></variables> | /variables/0/file_place
            """)
    void sendsEachChoiceOfAnActionAsBuddyWritesIt(String xml, String place) throws Exception {
        List<String> choices = choices(String.valueOf(failure(xml).getMessage()));

        for (String choice : choices) {
            if (!choice.equals("OR")) { // which is not alone
                for (String written : List.of(choice.toLowerCase(Locale.ROOT), mixed(choice), " " + choice + " ")) {
                    create(LENIENT, "<name>Push " + writes().size() + "</name>", xml.replace("?", written));
                    assertThat(last(place)).isEqualTo(choice);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"var", "Var", "file", "ssh_key", "Ssh_Key"})
    void sendsTheTypeOfAVariableAsBuddyWritesIt(String type) throws Exception {
        create("<variables><one><key>A</key><type>" + type + "</type><serverId>nexus</serverId></one></variables>");

        assertThat(last("/variables/0/type")).isEqualTo(type.toUpperCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"updatE", "SKIP", "Fail", "CREATE"})
    void takesEachChoiceForAnActionThatIsThere(String choice) {
        pipeline.add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\"}");

        Throwable failure = catchThrowable(() -> create("<ifExists>" + choice + "</ifExists>"));

        if (choice.equals("Fail")) {
            assertThat(failure).hasMessageContaining("<ifExists> is fail");
        } else {
            assertThat(failure).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"low", "Normal", "hIGH"})
    void takesEachPriorityOfARun(String priority) throws Exception {
        run(RUN, "<wait>false</wait><priority>" + priority + "</priority>");

        assertThat(last("/priority")).isEqualTo(priority.toUpperCase(Locale.ROOT));
    }

    private String last(String place) {
        return writes().get(writes().size() - 1).json().at(place).textValue();
    }

    private static List<String> choices(String message) {
        Matcher list = LIST.matcher(message);
        assertThat(list.find()).as(message).isTrue();
        return List.of(list.group(1).split(", "));
    }

    private static String mixed(String choice) {
        return choice.substring(0, 1) + choice.substring(1).toLowerCase(Locale.ROOT);
    }
}
