package io.github.buddymaven.action;

import static io.github.buddymaven.PushActionRuns.exported;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing of an action that is there gets lost on its way into the POM, except what is the default. */
class ActionExportTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            timeout: 30, disabled: true, retry_count: 0                          | <disabled>true</disabled><timeout>30</timeout><retryCount>0</retryCount>
            docker_image_tag: '', repository: null                               |
            docker_build_action_id: 3, docker_build_action_name: 'Build'         | <dockerBuildActionId>3</dockerBuildActionId>
            docker_build_action_name: 'Build'                                    | <dockerBuildActionName>Build</dockerBuildActionName>
            trigger_time: 'ON_SUCCESS', run_only_on_first_failure: false         | <triggerTime>ON_SUCCESS</triggerTime>
            trigger_time: 'ON_FAILURE', run_only_on_first_failure: false         | <triggerTime>ON_FAILURE</triggerTime><runOnlyOnFirstFailure>false</runOnlyOnFirstFailure>
            after_action_id: 7, loop: ['a', 'b']                                 | <loop><value>a</value><value>b</value></loop>
            login: 'joe', password: 'hush'                                       | <registryServerId>registry</registryServerId>
            login: ''                                                            |
            registry: 'r.example'                                                | <registryServerId>r.example</registryServerId><registry>r.example</registry>
            registry: 'eu.gcr.io'                                                | <registry>eu.gcr.io</registry>
            registry: 'europe-docker.pkg.dev'                                    | <registry>europe-docker.pkg.dev</registry>
            docker_registry: 'OTHER'                                             | <registryServerId>registry</registryServerId><dockerRegistry>OTHER</dockerRegistry>
            docker_registry: 'NONE', registry: 'r.example'                       | <registry>r.example</registry><dockerRegistry>NONE</dockerRegistry>
            integration: {hash_id: '5ddb', identifier: 'hub'}, login: 'joe'      | <integration><identifier>hub</identifier></integration>
            integration: {hash_id: '5ddb'}                                       | <integration>5ddb</integration>
            """)
    void writesWhatThePomCanSay(String stored, @Nullable String elements) {
        String xml = written(stored);

        assertThat(xml.replace("<lenient>true</lenient>", ""))
                .endsWith("<name>Push</name>" + (elements == null ? "" : elements) + "</configuration>");
        assertThat(xml).doesNotContain("hush");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            key: 'A', value: '1', type: 'VAR', description: 'VAR'            | <key>A</key><value>1</value><description>VAR</description>
            key: 'A', value: '1', settable: true, run_only_settable: false   | <key>A</key><value>1</value><settable>true</settable>
            key: 42, value: 7                                                | <key>42</key><value>7</value>
            key: 'A'                                                         | <key>A</key><value></value>
            key: 'A', value: '1', type: 'FILE', file_path: '/a', file_chmod: '600', file_place: 'CONTAINER', defaults: 'd' | <key>A</key><value>1</value><type>FILE</type><filePath>/a</filePath><fileChmod>600</fileChmod><filePlace>CONTAINER</filePlace><defaults>d</defaults>
            key: 'A', type: 'SSH_KEY', key_identifier: 'team'                | <key>A</key><type>SSH_KEY</type><keyIdentifier>team</keyIdentifier>
            key: 'A', value: '1', password: 'hush', passphrase: 'hush'       | <key>A</key><value>1</value><passwordServerId>A-password</passwordServerId><passphraseServerId>A-passphrase</passphraseServerId>
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
