package io.github.buddymaven.action;

import static io.github.buddymaven.PushActionRuns.exported;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing of an action that is there gets lost on its way into the POM, except what is the default. */
class ActionExportTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            key: 'A', value: '1', type: 'VAR', description: 'VAR'            | <key>A</key><value>1</value><description>VAR</description>
            key: 'A', value: '1', settable: true, run_only_settable: false   | <key>A</key><value>1</value><settable>true</settable>
            key: 42, value: 7                                                | <key>42</key><value>7</value>
            key: 'A'                                                         | <key>A</key><value></value>
            key: 'A', value: '1', type: 'FILE', file_path: '/a', file_chmod: '600', file_place: 'CONTAINER', defaults: 'd' | <key>A</key><value>1</value><type>FILE</type><filePath>/a</filePath><fileChmod>600</fileChmod><filePlace>CONTAINER</filePlace><defaults>d</defaults>
            key: 'A', value: 'hush', encrypted: true, settable: true         | <key>A</key><serverId>A</serverId><settable>true</settable>
            """)
    void writesAVariableWithoutItsDefaults(String fields, String elements) {
        assertThat(written("variables: [{" + fields + "}]"))
                .contains("<variable>" + elements + "</variable>")
                .doesNotContain("hush");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            trigger_condition: 'DAY', trigger_days: [1, 5], timezone: 'UTC', zone_id: 'UTC' | <timezone>UTC</timezone>
            trigger_condition: 'VAR_IS', trigger_variable_key: 'K'                          | <triggerVariableValue></triggerVariableValue>
            """)
    void writesAConditionThatTheRulesAccept(String fields, String element) {
        assertThat(written("trigger_conditions: [{" + fields + "}]"))
                .contains(element)
                .doesNotContain("<zoneId>", "<lenient>");
    }

    /** The XML in one line, without comments. */
    private static String written(String stored) {
        return exported(stored).replaceAll("<!--.*?-->", "").replaceAll("\\s*\\n\\s*", "");
    }
}
