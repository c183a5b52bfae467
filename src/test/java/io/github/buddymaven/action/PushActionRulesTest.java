package io.github.buddymaven.action;

import static io.github.buddymaven.ConfigurationProblems.assertAccepted;
import static io.github.buddymaven.ConfigurationProblems.assertAlwaysRefused;
import static io.github.buddymaven.ConfigurationProblems.assertRefusedUnlessLenient;
import static io.github.buddymaven.ConfigurationProblems.problemsOf;
import static io.github.buddymaven.PushActionRuns.json;
import static io.github.buddymaven.PushActionRuns.posted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of an action: what is sent for each, and what the user reads if one is wrong. */
class PushActionRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <triggerTime>ON_SUCCESS</triggerTime>                        | trigger_time: 'ON_SUCCESS'
            <dockerImageTag>1.0</dockerImageTag>                         | docker_image_tag: '1.0'
            <repository>my/app</repository>                              | repository: 'my/app'
            <integration>abc</integration>                               | integration: {hash_id: 'abc'}
            <integration><hashId>abc</hashId></integration>              | integration: {hash_id: 'abc'}
            <integration><identifier>hub</identifier></integration>      | integration: {identifier: 'hub'}
            <integration>abc</integration><region>us-east-1</region>     | integration: {hash_id: 'abc'}, region: 'us-east-1'
            <integration>abc</integration><registry>gcr.io</registry>    | integration: {hash_id: 'abc'}, registry: 'gcr.io'
            <registryServerId>nexus</registryServerId>                   | login: 'deployer', password: 'hush-hush-nexus'
            <dockerBuildActionId>0</dockerBuildActionId>                 | docker_build_action_id: 0
            <dockerBuildActionName>Build</dockerBuildActionName>         | docker_build_action_name: 'Build'
            <dockerRegistry>NONE</dockerRegistry>                        | docker_registry: 'NONE'
            <dockerRegistry>ARTIFACT_REGISTRY</dockerRegistry><artifact>a</artifact> | docker_registry: 'ARTIFACT_REGISTRY', artifact: 'a'
            <afterActionId>7</afterActionId>                             | after_action_id: 7
            <runNext>IN_SOFT_PARALLEL</runNext>                          | run_next: 'IN_SOFT_PARALLEL'
            <triggerTime>ON_FAILURE</triggerTime><runOnlyOnFirstFailure>false</runOnlyOnFirstFailure> | trigger_time: 'ON_FAILURE', run_only_on_first_failure: false
            <disabled>true</disabled>                                    | disabled: true
            <timeout>60</timeout>                                        | timeout: 60
            <timeout>060</timeout>                                       | timeout: 60
            <ignoreErrors>true</ignoreErrors>                            | ignore_errors: true
            <retryCount>2</retryCount>                                   | retry_count: 2
            <retryInterval>30</retryInterval>                            | retry_interval: 30
            <loop><one>b</one><one>a</one><one>b</one></loop>            | loop: ['b', 'a', 'b']
            <name>Push it</name>                                         | name: 'Push it'
            <loop/>                                                      | name: 'Push'
            <variables/><triggerConditions/>                             | name: 'Push'
            """)
    void sendsExactlyWhatIsConfigured(String xml, String fields) {
        ObjectNode expected = json("{name: 'Push', type: 'DOCKER_PUSH', trigger_time: 'ON_EVERY_EXECUTION'}")
                .deepCopy();
        expected.setAll(json("{" + fields + "}").<ObjectNode>deepCopy());

        assertThat(posted(xml)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <triggerTime>ON_SUCCES</triggerTime>                              | trigger_time: 'ON_SUCCES'
            <triggerTime>ON_FAILURE</triggerTime>                             | trigger_time: 'ON_FAILURE'
            <runOnlyOnFirstFailure>false</runOnlyOnFirstFailure>              | run_only_on_first_failure: false
            <runNext>LATER</runNext>                                          | run_next: 'LATER'
            <dockerRegistry>QUAY</dockerRegistry>                             | docker_registry: 'QUAY'
            <dockerRegistry>Quay.io</dockerRegistry>                          | docker_registry: 'Quay.io'
            <dockerRegistry>AMAZON_ECR</dockerRegistry><artifact>a</artifact> | docker_registry: 'AMAZON_ECR', artifact: 'a'
            <dockerImageTag>1.0+b</dockerImageTag>                            | docker_image_tag: '1.0+b'
            <repository>team/app:1</repository>                               | repository: 'team/app:1'
            <region>Virginia</region>                                         | region: 'Virginia'
            <registry>https://a.b</registry>                                  | registry: 'https://a.b'
            """)
    void sendsWhatIsWrittenIfLenient(String xml, String fields) {
        ObjectNode sent = posted(xml + "<lenient>true</lenient>").deepCopy();

        assertThat(sent.retain(json("{" + fields + "}").properties().stream()
                        .map(field -> field.getKey())
                        .toList()))
                .isEqualTo(json("{" + fields + "}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <name>${blank}</name>                                     | <name> </name> + -Dbuddy.name
            <name/>                                                   | <name> + -Dbuddy.name
            <name>one&#10;two&#155;</name>                            | <name>one\\ntwo\\u009b</name> + line
            <repository>my&#9;app</repository>                        | <repository>my\\tapp</repository> + line
            <dockerImageTag>1&#x2028;0</dockerImageTag>               | <dockerImageTag>1\\u20280</dockerImageTag> + line
            <dockerBuildActionId>-1</dockerBuildActionId>             | <dockerBuildActionId>-1</dockerBuildActionId> + number + 0
            <dockerBuildActionId>Build</dockerBuildActionId>          | <dockerBuildActionId>Build</dockerBuildActionId> + number
            <dockerBuildActionId>1</dockerBuildActionId><dockerBuildActionName>Build</dockerBuildActionName> | <dockerBuildActionId> + <dockerBuildActionName>
            <dockerBuildActionName>${blank}</dockerBuildActionName>   | <dockerBuildActionName> </dockerBuildActionName> + remove
            <dockerBuildActionName>a&#10;b</dockerBuildActionName>    | <dockerBuildActionName>a\\nb</dockerBuildActionName> + line
            <integration><hashId>a</hashId><identifier>b</identifier></integration> | <hashId> + <identifier>
            <integration>${blank}</integration>                       | <integration> </integration>
            <integration><hashId>${blank}</hashId></integration>      | <hashId> </hashId>
            <integration><identifier>a&#10;b</identifier></integration> | <identifier>a\\nb</identifier> + line
            """)
    void alwaysRefuses(String xml, String problem) {
        assertAlwaysRefused(xml, problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <triggerTime>ON_SUCCES</triggerTime>             | <triggerTime>ON_SUCCES</triggerTime> + did you mean ON_SUCCESS
            <triggerTime>on failure</triggerTime>            | <triggerTime>on failure</triggerTime> + did you mean ON_FAILURE
            <dockerImageTag>1.0+build</dockerImageTag>       | <dockerImageTag>1.0+build</dockerImageTag> + replace
            <dockerImageTag>.hidden</dockerImageTag>         | <dockerImageTag>.hidden</dockerImageTag> + $BUDDY_EXECUTION_TAG
            <dockerImageTag>-x</dockerImageTag>              | <dockerImageTag>-x</dockerImageTag> + 128
            <dockerImageTag>a b</dockerImageTag>             | <dockerImageTag>a b</dockerImageTag> + letters
            <dockerImageTag>$1</dockerImageTag>              | <dockerImageTag>$1</dockerImageTag> + $BUDDY_EXECUTION_TAG
            <repository>${blank}</repository>                | <repository> </repository> + my-team/my-app
            <dockerImageTag>.$TAG</dockerImageTag>           | <dockerImageTag>.$TAG</dockerImageTag> + letters
            <dockerImageTag>$TAG/x</dockerImageTag>          | <dockerImageTag>$TAG/x</dockerImageTag> + letters
            <dockerImageTag>$A $B</dockerImageTag>           | <dockerImageTag>$A $B</dockerImageTag> + letters
            <dockerImageTag>1.0+$TAG</dockerImageTag>        | <dockerImageTag>1.0+$TAG</dockerImageTag> + replace
            <repository>my/app/</repository>                 | <repository>my/app/</repository> + slash
            <repository>/my/app</repository>                 | <repository>/my/app</repository> + slash
            <repository>my//app</repository>                 | <repository>my//app</repository> + slash
            <repository>my app</repository>                  | <repository>my app</repository> + blank
            <repository>my/&#160;app</repository>            | <repository> + blank
            <repository>ghcr.io/my/app</repository>          | <repository>ghcr.io/my/app</repository> + host
            <repository>docker.io/my/app</repository>        | <repository>docker.io/my/app</repository> + host
            <repository>1234.dkr.ecr.us-east-1.amazonaws.com/app</repository> | <repository>1234.dkr.ecr.us-east-1.amazonaws.com/app</repository> + host
            <registry>r.example.com</registry><registryServerId>nexus</registryServerId><repository>R.example.com/app</repository> | <repository>R.example.com/app</repository> + <registry>r.example.com</registry>
            <repository>https://docker.io/app</repository>   | <repository>https://docker.io/app</repository> + <registry>
            <repository>docker+x://app</repository>          | <repository>docker+x://app</repository> + scheme
            <repository>team/app:1.0</repository>            | <repository>team/app:1.0</repository> + <dockerImageTag>
            <repository>team/app@sha256:abc</repository>     | <repository>team/app@sha256:abc</repository> + <dockerImageTag>
            """)
    void refusesUnlessLenient(String xml, String problem) {
        assertRefusedUnlessLenient(xml, problem);
    }

    @Test
    void refusesATagOfMoreThan128CharactersAndCutsIt() {
        assertRefusedUnlessLenient(
                "<dockerImageTag>" + "x".repeat(129) + "</dockerImageTag>",
                "<dockerImageTag>" + "x".repeat(120) + "…</dockerImageTag> + 128");
        assertAccepted("<dockerImageTag>" + "x".repeat(128) + "</dockerImageTag>");
    }

    @Test
    void doesNotCutACharacterOfTwoUnitsInHalf() {
        assertRefusedUnlessLenient(
                "<dockerImageTag>" + "x".repeat(119) + "\uD83D\uDE80".repeat(9) + "</dockerImageTag>",
                "<dockerImageTag>" + "x".repeat(119) + "…</dockerImageTag>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name                  |
            triggerTime           |
            dockerImageTag        |
            repository            |
            region                | <integration>abc</integration>
            registry              | <registryServerId>nexus</registryServerId>
            dockerRegistry        |
            dockerBuildActionId   |
            dockerBuildActionName |
            artifact              | <dockerRegistry>ARTIFACT_REGISTRY</dockerRegistry>
            registryServerId      |
            integration           |
            runNext               |
            afterActionId         |
            afterActionName       |
            timeout               |
            retryCount            |
            retryInterval         |
            disabled              |
            ignoreErrors          |
            loop                  |
            """)
    void refusesWhatIsNoPropertyOfTheBuild(String parameter, @Nullable String rest) {
        String xml = "<" + parameter + ">${a.b}</" + parameter + ">" + (rest == null ? "" : rest);

        assertThat(problemsOf(xml)).singleElement().asString().contains("<" + parameter + ">", "${a.b}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<dockerImageTag>_1.0-SNAPSHOT</dockerImageTag>",
                "<dockerImageTag>1.0-$BUDDY_EXECUTION_TAG</dockerImageTag>",
                "<repository>localhost:5000/team/app</repository>",
                "<dockerBuildActionId>2147483647</dockerBuildActionId>",
            })
    void accepts(String xml) {
        assertAccepted(xml);
    }
}
