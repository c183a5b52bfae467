package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.buddymaven.fakebuddy.Fault;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check-push-action} finds what {@code create-push-action} would change, and changes nothing. */
class CheckTest extends AbstractMojoTest {
    private static final String ACTION = """
            {"name":"Push to registry","type":"DOCKER_PUSH","trigger_time":"ON_SUCCESS","docker_image_tag":"1.0"%s}""";
    private static final String DRIFTED = "<dockerImageTag>1.1</dockerImageTag>";

    @TempDir
    private Path folder;

    @AfterEach
    void nothingIsChanged() {
        assertThat(writes()).isEmpty();
        assertThat(project.getProperties()).doesNotContainKey("buddy.action.outcome");
    }

    @Test
    void failsOnADifference() {
        pipeline.add(ACTION.formatted(""));

        assertThat(failureOf(CHECK, DRIFTED))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("'Push to registry'", "buddy/company-website/2", "differs")
                .as("what a quiet build shows")
                .hasMessageContaining("\n  dockerImageTag: 1.0 -> 1.1\n");
        assertThat(log.text()).contains("id 1", "dockerImageTag: 1.0 -> 1.1", "PATCH");
    }

    @Test
    void failsIfTheActionIsMissing() {
        assertThat(failureOf(CHECK))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("differs", "created");
        assertThat(log.text()).contains("would create", "POST");
    }

    @Test
    void warnsIfThePomSaysSo() throws Exception {
        pipeline.add(ACTION.formatted(""));

        run(CHECK, DRIFTED, "<failOnChange>false</failOnChange>");

        assertThat(log.warnings()).singleElement().asString().contains("'Push to registry'", "differs");
    }

    @Test
    void passesIfNothingWouldChange() throws Exception {
        pipeline.add(ACTION.formatted(""));

        run(CHECK, "<dockerImageTag>1.0</dockerImageTag>");

        assertThat(log.lines()).singleElement().asString().contains("id 1", "unchanged");
    }

    @Test
    void passesIfAnActionThatIsThereIsToBeSkipped() throws Exception {
        pipeline.add(ACTION.formatted(""));

        run(CHECK, DRIFTED, "<ifExists>skip</ifExists>");

        assertThat(log.lines()).singleElement().asString().contains("id 1", "skip");
    }

    @Test
    void saysOnceWhichSecretsCannotBeCompared() throws Exception {
        pipeline.add(
                ACTION.formatted(
                        ",\"login\":\"deployer\",\"password\":\"x\",\"variables\":[{\"key\":\"A\",\"value\":\"x\",\"encrypted\":true}]"));

        run(
                CHECK,
                "<registryServerId>nexus</registryServerId>",
                "<variables><variable><key>A</key><serverId>nexus</serverId></variable></variables>");

        assertThat(log.lines())
                .singleElement()
                .asString()
                .contains("unchanged", "credentials", "secrets", "would be sent again");
    }

    @Test
    void failsIfItCannotLook() {
        buddy.inject(Fault.answer(500, "", "").on("GET").always());

        assertThat(failureOf(CHECK)).isInstanceOf(MojoExecutionException.class).hasMessageContaining("500");
    }

    @Test
    void failsIfThereIsNoSuchPipeline() {
        assertThat(failureOf(CHECK, "<pipelineId>7</pipelineId><failOnChange>false</failOnChange>"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("404", "<pipelineId>")
                .hasMessageNotContaining("differs");
    }

    @Test
    void failsAsTheDryRunDoesIfThereIsNoSuchPipeline() {
        assertThat(failure("<pipelineId>7</pipelineId><dryRun>true</dryRun>"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("404", "<pipelineId>");
    }

    @Test
    void failsOffline() {
        request.setOffline(true);

        assertThat(failureOf(CHECK)).isInstanceOf(MojoFailureException.class).hasMessageContaining("-o");
    }

    @Test
    void failsWithoutAToken() {
        assertThat(failureOf(CHECK, "<serverId>absent</serverId>"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("<serverId>absent</serverId>");
    }

    @Test
    void writesTheDifferencesAlthoughItFails() throws Exception {
        pipeline.add(ACTION.formatted(""));
        File file = folder.resolve("check.json").toFile();

        failureOf(CHECK, DRIFTED, "<outputFile>" + file + "</outputFile>");

        JsonNode written = new ObjectMapper().readTree(file);
        assertThat(written.path("outcome").textValue()).isEqualTo("would update");
        assertThat(written.path("differences").findValuesAsText("field")).containsExactly("docker_image_tag");
    }
}
