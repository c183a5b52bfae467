package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the POM says arrives as it says it, whatever Maven makes of it on the way. */
class WrittenConfigurationTest extends AbstractMojoTest {
    private String configured = "";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<loop>${BUDDY_REGIONS}</loop> | [\"${BUDDY_REGIONS}\"]",
                "<loop>${BUDDY_A},${BUDDY_B}</loop> | [\"${BUDDY_A}\", \"${BUDDY_B}\"]",
                "<loop>eu, us</loop> | [\"eu\", \"us\"]",
                "<loop><one>${BUDDY_A}</one><one>us</one></loop> | [\"${BUDDY_A}\", \"us\"]",
            })
    void aLoopIsSentAsItIsWritten(String xml, String sent) throws Exception {
        configure(xml);

        create(configured);

        assertThat(sent().json().path("loop")).isEqualTo(new ObjectMapper().readTree(sent));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<path>${BUDDY_P}</path> | [\"${BUDDY_P}\"]",
                "<path>src/${BUDDY_P}</path><path>lib</path> | [\"src/${BUDDY_P}\", \"lib\"]",
                "${BUDDY_P}, src | [\"${BUDDY_P}\", \"src\"]",
            })
    void pathsAreSentAsTheyAreWritten(String xml, String sent) throws Exception {
        configure(condition("ON_CHANGE_AT_PATH", "<triggerConditionPaths>" + xml + "</triggerConditionPaths>"));

        create(configured);

        assertThat(sent().json().at("/trigger_conditions/0/trigger_condition_paths"))
                .isEqualTo(new ObjectMapper().readTree(sent));
    }

    @Test
    void anEmptyElementOfAListIsBlank() throws Exception {
        configure(condition("DAY", "<triggerDays><day/><day>${day.x}</day></triggerDays>") + "<timeout>x</timeout>");

        assertThatThrownBy(() -> create(configured))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll(
                        "Condition 1 of <triggerConditions>: <triggerDays></triggerDays> is blank",
                        "<triggerDays>${day.x}</triggerDays>",
                        "<timeout>x</timeout>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Password>hush</Password><value>x</value>",
                "<Passphrase>hush</Passphrase><value>x</value>",
                "<pass-phrase>hush</pass-phrase><value>x</value>",
                "<Encrypted>true</Encrypted><value>hush</value>",
                "<Encrypted>true</Encrypted><Value>hush</Value>",
            })
    void aSecretIsRefusedUnderEveryNameThatMavenTakes(String xml) throws Exception {
        try {
            configure(variable("<key>A</key>" + xml));
            goal(CREATE, configured);
        } catch (Exception e) {
            return; // Maven itself does not take it
        }

        assertThatThrownBy(() -> create(configured))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("where everybody can read it")
                .hasMessageNotContaining("hush");
        assertThat(buddy.requests()).isEmpty();
    }

    @Test
    void anElementIsKnownUnderEveryNameThatMavenTakes() throws Exception {
        configure(variable("<Key>A</Key><server-id>nexus</server-id>"));

        create(configured);

        assertThat(sent().json().at("/variables/0"))
                .isEqualTo(new ObjectMapper().readTree("{\"key\":\"A\",\"value\":\"s3cret\",\"encrypted\":true}"));
    }

    @Test
    void aTextInPlaceOfElementsIsReportedLikeAllElse() throws Exception {
        configure("<variables><STAGE>live</STAGE></variables>"
                + "<triggerConditions><triggerCondition>ON_CHANGE</triggerCondition></triggerConditions>");

        assertThatThrownBy(() -> create(configured))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll(
                        "Condition 1 of <triggerConditions>: <triggerCondition> is missing: write one of ON_CHANGE,",
                        "Variable 1 of <variables>: <key> is missing: write the name of the variable.");
    }

    private static String condition(String kind, String elements) {
        return "<triggerConditions><triggerCondition><triggerCondition>" + kind + "</triggerCondition>" + elements
                + "</triggerCondition></triggerConditions>";
    }

    private static String variable(String elements) {
        return "<variables><variable>" + elements + "</variable></variables>";
    }

    private void configure(String written) {
        configured = written;
    }
}
