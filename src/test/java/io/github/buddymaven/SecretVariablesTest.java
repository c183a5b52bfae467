package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.buddymaven.fakebuddy.Fault;
import io.github.buddymaven.fakebuddy.RecordedRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The secret of a variable comes from settings.xml, reaches Buddy encrypted, and nobody sees it. */
class SecretVariablesTest extends AbstractMojoTest {
    private static final String KEY = "-----BEGIN KEY-----\nhush-hush\n-----END KEY-----";

    @TempDir
    private Path folder;

    private String outputFile;

    @BeforeEach
    void addServers() {
        addServer("key", "", KEY);
        addServer("word", "", "hush-hush");
        outputFile = "<outputFile>" + folder.resolve("outcome.json") + "</outputFile>";
    }

    @Test
    void sendsASecretEncryptedAndShowsItNowhere() throws Exception {
        create(variables("<key>SSH</key><type>SSH_KEY</type><serverId>key</serverId>"), outputFile);

        assertThat(sent().json().path("variables").path(0)).isEqualTo(new ObjectMapper().readTree("""
                {"key": "SSH", "type": "SSH_KEY", "encrypted": true,
                 "value": "-----BEGIN KEY-----\\nhush-hush\\n-----END KEY-----\\n"}"""));
        assertThat(log.text()).doesNotContain("hush");
        assertThat(output()).contains("\"SSH\"").doesNotContain("hush");
    }

    @Test
    void masksASecretInTheOutputFileAlsoIfBuddyDoesNotMarkIt() throws Exception {
        buddy.inject(Fault.answer(
                        201,
                        "application/json",
                        "{\"id\":7,\"variables\":[{\"key\":\"A\",\"value\":\"hush-hush\",\"x\":\"hush-hush\"}]}")
                .on("POST"));

        create(variables("<key>A</key><serverId>word</serverId>"), outputFile);

        assertThat(output()).contains("\"x\" : \"****\"").doesNotContain("hush", "\"value\"");
    }

    @Test
    void hidesAValueThatASecretReplaces() throws Exception {
        pipeline.add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\","
                + "\"variables\":[{\"key\":\"A\",\"value\":\"old-clear-secret\"}]}");

        create(variables("<key>A</key><serverId>word</serverId>"), outputFile, "<dryRun>true</dryRun>");

        assertThat(log.text() + output()).contains("\"old\"").doesNotContain("old-clear-secret");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void masksASecretThatWasInClearBefore(boolean dryRun) throws Exception {
        pipeline.add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\","
                + "\"variables\":[{\"key\":\"A\",\"value\":\"hush-hush\",\"settable\":true},"
                + "{\"key\":\"B\",\"value\":\"is hush-hush too\"}]}");

        create(variables("<key>A</key><serverId>word</serverId>"), outputFile, "<dryRun>" + dryRun + "</dryRun>");

        assertThat(log.text())
                .contains("variables: A=**** (settable true), B=is **** too -> A=****")
                .doesNotContain("hush");
        assertThat(output()).contains("\"old\"").doesNotContain("hush");
    }

    @Test
    void sendsASecretAgainBecauseItCannotBeCompared() throws Exception {
        create(variables("<key>A</key><serverId>key</serverId>"));
        nextBuild();

        create(variables("<key>A</key><serverId>key</serverId>"));

        assertThat(writes()).map(RecordedRequest::method).containsExactly("POST", "PATCH");
        assertOutcome("unchanged");
        assertThat(log.text()).contains("secrets").doesNotContain("credentials");
    }

    @Test
    void leavesAPlainVariableThatIsAsDesired() throws Exception {
        create(variables("<key>A</key><value>$X</value>"));
        nextBuild();

        create(variables("<key>A</key><value>$X</value>"));

        assertThat(sent().json().at("/variables/0/value").textValue()).isEqualTo("$X");
        assertOutcome("unchanged");
    }

    @Test
    void masksASecretThatBuddyRepeats() {
        buddy.inject(Fault.answer(400, "application/json", "{\"error\":\"hush-hush is too short\"}")
                .on("POST"));

        assertThat(failure(variables("<key>A</key><serverId>word</serverId>")))
                .hasMessageContaining("**** is too short");
    }

    @Test
    void namesTheServerThatIsMissing() {
        assertThat(failure(variables("<key>A</key><serverId>absent</serverId>")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("<serverId>absent</serverId>", "'A'", "settings.xml", "<id>absent</id>");
        assertThat(buddy.requests()).isEmpty();
    }

    @Test
    void namesAllServersThatAreMissing() {
        assertThat(failure(variables(
                        "<key>A</key><serverId>two</serverId>",
                        "<key>B</key><serverId>one</serverId>",
                        "<key>C</key><serverId>key</serverId>")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll(
                        "2 entries",
                        "\n  - <serverId>one</serverId> of variable 'B'",
                        "\n  - <serverId>two</serverId> of variable 'A'")
                .hasMessageNotContaining("hush");
        assertThat(buddy.requests()).isEmpty();
    }

    @Test
    void namesTheServersOfTokenAndRegistryAlsoIfOthersAreMissing() {
        assertThat(failure(
                        "<serverId>elsewhere</serverId><registryServerId>nowhere</registryServerId>",
                        variables("<key>A</key><type>SSH_KEY</type><serverId>key</serverId>"
                                + "<passphraseServerId>absent</passphraseServerId>")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll(
                        "3 entries",
                        "<serverId>elsewhere</serverId>",
                        "\n  - <registryServerId>nowhere</registryServerId>",
                        "\n  - <passphraseServerId>absent</passphraseServerId> of variable 'A'");
    }

    @Test
    void takesModulesWithTheSameVariablesInAnotherOrderForTheSame() throws Exception {
        String one = "<key>A</key><serverId>key</serverId>";
        String other = "<key>B</key><value>2</value>";
        create(variables(one, other));

        create(variables(other, one));

        assertThat(sent().method()).isEqualTo("POST");
        assertOutcome("unchanged");
    }

    @Test
    void masksASecretInADryRun() throws Exception {
        create(variables("<key>A</key><serverId>key</serverId>"), "<dryRun>true</dryRun>");

        assertThat(log.text()).contains("\"value\" : \"****\"").doesNotContain("hush");
    }

    @Test
    void refusesASecretInThePomWithoutShowingIt() {
        assertThat(failure(variables("<key>A</key><value>hush-hush</value><encrypted>true</encrypted>")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("<value>", "<encrypted>true</encrypted>", "<serverId>")
                .hasMessageNotContaining("hush");
        assertThat(buddy.requests()).isEmpty();
    }

    private static String variables(String... variables) {
        return "<variables><variable>" + String.join("</variable><variable>", variables) + "</variable></variables>";
    }

    private String output() throws Exception {
        return Files.readString(folder.resolve("outcome.json"));
    }
}
