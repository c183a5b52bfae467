package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.buddymaven.fakebuddy.RecordedRequest;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of a pipeline's actions. */
class ListActionsTest extends AbstractMojoTest {
    private static final String LIST = "list-actions";

    @TempDir
    private Path folder;

    @Test
    @InjectMojo(goal = LIST)
    void showsEachInALine(ListActionsMojo goal) throws Exception {
        add("{\"id\":7,\"name\":\"Build\\nimage 🚀\",\"type\":\"DOCKERFILE\",\"last_execution_status\":\"FAILED\"}");
        add("{\"id\":1234,\"name\":\"Push\",\"type\":\"DOCKER_PUSH\",\"last_execution_status\":\"SUCCESSFUL\"}");

        execute(goal);

        String address = "https://app.buddy.works/buddy/company-website/pipelines/action/";
        assertThat(log.lines())
                .containsExactly(
                        "info Pipeline buddy/company-website/2 has 2 actions:",
                        "info ID    NAME            TYPE         LAST STATUS  ADDRESS",
                        "info 7     Build\\nimage 🚀  DOCKERFILE   FAILED       " + address + "7/edit",
                        "info 1234  Push            DOCKER_PUSH  SUCCESSFUL   " + address + "1234/edit");
        assertThat(buddy.requests()).map(RecordedRequest::method).containsExactly("GET");
    }

    @Test
    @InjectMojo(goal = LIST)
    void saysThatThereIsNone(ListActionsMojo goal) throws Exception {
        execute(goal);

        assertThat(log.lines()).containsExactly("info Pipeline buddy/company-website/2 has no actions.");
    }

    @Test
    @InjectMojo(goal = LIST)
    void writesThemAsJson(ListActionsMojo goal) throws Exception {
        add("{\"id\":7,\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");
        Path file = folder.resolve("actions.json");
        MojoExtension.setVariableValueToObject(goal, "outputFile", file.toFile());

        execute(goal);

        JsonNode action =
                new ObjectMapper().readTree(file.toFile()).path("actions").path(0);
        assertThat(action.path("id").intValue()).isEqualTo(7);
        assertThat(action.path("name").textValue()).isEqualTo("Build");
        assertThat(action.path("type").textValue()).isEqualTo("DOCKERFILE");
        assertThat(action.path("last_execution_status").textValue()).isEqualTo("INITIAL");
        assertThat(action.path("url").textValue()).endsWith("/pipelines/2/actions/7");
        assertThat(action.path("html_url").textValue()).endsWith("/action/7/edit");
    }

    @Test
    @InjectMojo(goal = LIST)
    @MojoParameter(name = "pipelineId", value = "3")
    void namesWhatIsUnknown(ListActionsMojo goal) {
        assertThatThrownBy(() -> execute(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(
                        "The actions of pipeline buddy/company-website/3 could not be listed: Buddy refused (HTTP 404):"
                                + " Pipeline not found. There is no pipeline 3 in project 'company-website': correct <pipelineId>,"
                                + " the number in the pipeline's address in Buddy.");
    }

    @Test
    @InjectMojo(goal = LIST)
    @MojoParameter(name = "skip", value = "true")
    void isSkipped(ListActionsMojo goal) throws Exception {
        execute(goal);

        assertThat(log.lines()).containsExactly("info Skipped: <skip> (buddy.skip) is true.");
        assertThat(buddy.requests()).isEmpty();
    }

    private void add(String action) {
        buddy.pipeline("buddy", "company-website", 2).add(action);
    }
}
