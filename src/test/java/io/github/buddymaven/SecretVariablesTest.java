package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.buddymaven.fakebuddy.Fault;
import io.github.buddymaven.fakebuddy.RecordedRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The secret of a variable comes from settings.xml, reaches Buddy encrypted, and no person's eyes. */
class SecretVariablesTest extends AbstractMojoTest {
    private static final String KEY = "-----BEGIN KEY-----\nhush-hush\n-----END KEY-----";

    @Inject
    private MavenSession session;

    @Inject
    private MojoExecution execution;

    @TempDir
    private Path folder;

    @BeforeEach
    void addKey() {
        addServer("key", "", KEY);
    }

    @Test
    @InjectMojo(goal = GOAL)
    void isSentEncryptedAndShownNowhere(CreatePushActionMojo goal) throws Exception {
        configure(goal, "<key>SSH</key><type>SSH_KEY</type><serverId>key</serverId>");
        Path file = folder.resolve("outcome.json");
        MojoExtension.setVariableValueToObject(goal, "outputFile", file.toFile());

        execute(goal);

        assertThat(sent().json().path("variables").path(0)).isEqualTo(new ObjectMapper().readTree("""
                {"key": "SSH", "type": "SSH_KEY", "encrypted": true,
                 "value": "-----BEGIN KEY-----\\nhush-hush\\n-----END KEY-----"}"""));
        assertThat(log.text()).doesNotContain("hush");
        assertThat(Files.readString(file)).contains("\"SSH\"").doesNotContain("hush");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void isNotInTheOutputEvenWhereBuddyDoesNotMarkIt(CreatePushActionMojo goal) throws Exception {
        addServer("word", "", "hush-hush");
        configure(goal, "<key>A</key><serverId>word</serverId>");
        Path file = folder.resolve("outcome.json");
        MojoExtension.setVariableValueToObject(goal, "outputFile", file.toFile());
        buddy.inject(Fault.answer(
                        201,
                        "application/json",
                        "{\"id\":7,\"variables\":[{\"key\":\"A\",\"value\":\"hush-hush\",\"x\":\"hush-hush\"}]}")
                .on("POST"));

        execute(goal);

        assertThat(Files.readString(file)).contains("\"x\" : \"****\"").doesNotContain("hush", "\"value\"");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void isNotInTheOutputWhereAnotherStoodInClearBefore(CreatePushActionMojo goal) throws Exception {
        addServer("word", "", "hush-hush");
        configure(goal, "<key>A</key><serverId>word</serverId>");
        buddy.pipeline("buddy", "company-website", 2)
                .add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\","
                        + "\"variables\":[{\"key\":\"A\",\"value\":\"old-clear-secret\"}]}");
        Path file = folder.resolve("outcome.json");
        MojoExtension.setVariableValueToObject(goal, "outputFile", file.toFile());
        MojoExtension.setVariableValueToObject(goal, "dryRun", "true");

        execute(goal);

        assertThat(log.text() + Files.readString(file)).contains("\"old\"").doesNotContain("old-clear-secret");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @InjectMojo(goal = GOAL)
    void isNotShownWhereItStoodInClearBefore(boolean dryRun, CreatePushActionMojo goal) throws Exception {
        addServer("word", "", "hush-hush");
        configure(goal, "<key>A</key><serverId>word</serverId>");
        buddy.pipeline("buddy", "company-website", 2)
                .add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\","
                        + "\"variables\":[{\"key\":\"A\",\"value\":\"hush-hush\",\"settable\":true},"
                        + "{\"key\":\"B\",\"value\":\"is hush-hush too\"}]}");
        Path file = folder.resolve("outcome.json");
        MojoExtension.setVariableValueToObject(goal, "outputFile", file.toFile());
        MojoExtension.setVariableValueToObject(goal, "dryRun", String.valueOf(dryRun));

        execute(goal);

        assertThat(log.text())
                .contains("variables: A=**** (settable true), B=is **** too -> A=****")
                .doesNotContain("hush");
        assertThat(Files.readString(file)).contains("\"old\"").doesNotContain("hush");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void isSentAgainSinceNobodyCanCompareIt(CreatePushActionMojo goal) throws Exception {
        configure(goal, "<key>A</key><serverId>key</serverId>");
        execute(goal);
        nextBuild();

        execute(goal);

        assertThat(writes()).map(RecordedRequest::method).containsExactly("POST", "PATCH");
        assertThat(log.text())
                .contains(
                        "(id 1) in pipeline buddy/company-website/2: unchanged; the secrets of its variables were sent again");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aPlainVariableThatIsAsWantedIsLeftAlone(CreatePushActionMojo goal) throws Exception {
        configure(goal, "<key>A</key><value>${BUDDY_X}</value>");
        execute(goal);
        nextBuild();

        execute(goal);

        assertThat(writes()).map(RecordedRequest::method).containsExactly("POST");
        assertThat(writes().get(0).json().at("/variables/0/value").textValue()).isEqualTo("${BUDDY_X}");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aRefusalThatRepeatsItIsNotRepeated(CreatePushActionMojo goal) throws Exception {
        addServer("word", "", "hush-hush");
        configure(goal, "<key>A</key><serverId>word</serverId>");
        buddy.inject(Fault.answer(400, "application/json", "{\"error\":\"hush-hush is too short\"}")
                .on("POST"));

        assertThatThrownBy(() -> execute(goal)).hasMessageContaining("**** is too short");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void namesTheServerThatIsMissing(CreatePushActionMojo goal) throws Exception {
        configure(goal, "<key>A</key><serverId>absent</serverId>");

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("<serverId>absent</serverId> of variable 'A': settings.xml has no <server> of this id."
                        + " Add <server><id>absent</id><password>SECRET</password></server> to its <servers>.");
        assertThat(buddy.requests()).isEmpty();
    }

    @Test
    @InjectMojo(goal = GOAL)
    void namesAllServersThatAreMissingAtOnce(CreatePushActionMojo goal) throws Exception {
        configure(
                goal,
                "<key>A</key><serverId>two</serverId></variable><variable><key>B</key><serverId>one</serverId>"
                        + "</variable><variable><key>C</key><serverId>key</serverId>");

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("2 servers of settings.xml are missing or of no use:\n"
                        + "  - <serverId>one</serverId> of variable 'B': settings.xml has no <server> of this id.")
                .hasMessageContaining("\n  - <serverId>two</serverId> of variable 'A': settings.xml has no")
                .hasMessageNotContaining("hush");
        assertThat(buddy.requests()).isEmpty();
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "workspace", value = "buddy")
    @MojoParameter(name = "projectName", value = "company-website")
    @MojoParameter(name = "pipelineId", value = "2")
    @MojoParameter(name = "name", value = "Push to registry")
    @MojoParameter(name = "serverId", value = "elsewhere")
    @MojoParameter(name = "registryServerId", value = "nowhere")
    void namesTheTokensServerTooWhereOthersAreMissing(CreatePushActionMojo goal) throws Exception {
        configure(
                goal,
                "<key>A</key><type>SSH_KEY</type><serverId>key</serverId>"
                        + "<passphraseServerId>absent</passphraseServerId>");

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("3 servers of settings.xml are missing or of no use:\n  - No token for Buddy:"
                        + " settings.xml has no <server> 'elsewhere'")
                .hasMessageContaining("\n  - <registryServerId>nowhere</registryServerId>: settings.xml has no")
                .hasMessageContaining(
                        "\n  - <passphraseServerId>absent</passphraseServerId> of variable 'A': settings");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void modulesMayNameThemInAnyOrder(CreatePushActionMojo goal) throws Exception {
        String one = "<key>A</key><serverId>key</serverId>";
        String other = "<key>B</key><value>2</value>";
        configure(goal, one + "</variable><variable>" + other);
        execute(goal);
        configure(goal, other + "</variable><variable>" + one);

        execute(goal);

        assertThat(sent().method()).isEqualTo("POST");
        assertThat(log.text()).contains(": created", ": unchanged");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aDryRunMasksIt(CreatePushActionMojo goal) throws Exception {
        configure(goal, "<key>A</key><serverId>key</serverId>");
        MojoExtension.setVariableValueToObject(goal, "dryRun", "true");

        execute(goal);

        assertThat(log.text()).contains("\"value\" : \"****\"").doesNotContain("hush");
    }

    @Test
    @InjectMojo(goal = GOAL)
    void isRefusedInThePomAndNotShown(CreatePushActionMojo goal) throws Exception {
        configure(goal, "<key>A</key><value>hush-hush</value><encrypted>true</encrypted>");

        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("Variable 1 of <variables>: <value> counts as a secret because of"
                        + " <encrypted>true</encrypted>, and")
                .hasMessageContaining("name that by <serverId>")
                .hasMessageNotContaining("hush");
        assertThat(buddy.requests()).isEmpty();
    }

    private void configure(CreatePushActionMojo goal, String variable) throws Exception {
        String xml = "<configuration><variables><variable>" + variable + "</variable></variables></configuration>";
        Configured.configure(goal, Configured.xml(xml), session, execution);
    }
}
