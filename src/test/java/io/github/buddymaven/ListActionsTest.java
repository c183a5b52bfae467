package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of a pipeline's actions. */
class ListActionsTest extends AbstractMojoTest {
    @TempDir
    private Path folder;

    @Test
    void showsEachActionInALine() throws Exception {
        pipeline.add(
                "{\"id\":7,\"name\":\"Build\\nimage 🚀\",\"type\":\"DOCKERFILE\",\"last_execution_status\":\"FAILED\"}");
        pipeline.add(
                "{\"id\":1234,\"name\":\"Push\",\"type\":\"DOCKER_PUSH\",\"last_execution_status\":\"SUCCESSFUL\"}");

        run(LIST);

        String address = "https://app.buddy.works/buddy/company-website/pipelines/action/";
        assertThat(log.lines()).hasSize(4);
        assertThat(log.lines().get(0)).contains("buddy/company-website/2", "2 actions");
        assertThat(log.lines().subList(1, 4))
                .containsExactly(
                        "info ID    NAME            TYPE         LAST STATUS  ADDRESS",
                        "info 7     Build\\nimage 🚀  DOCKERFILE   FAILED       " + address + "7/edit",
                        "info 1234  Push            DOCKER_PUSH  SUCCESSFUL   " + address + "1234/edit");
        assertThat(methods()).containsExactly("GET");
    }

    @Test
    void saysThatThePipelineHasNoActions() throws Exception {
        run(LIST);

        assertThat(log.lines()).singleElement().asString().contains("buddy/company-website/2", "no actions");
    }

    @Test
    void writesTheActionsAsJson() throws Exception {
        pipeline.add("{\"id\":7,\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");
        Path file = folder.resolve("actions.json");

        run(LIST, "<outputFile>" + file + "</outputFile>");

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
    void namesThePipelineThatIsUnknown() {
        assertThat(failureOf(LIST, "<pipelineId>3</pipelineId>"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("list", "buddy/company-website/3", "404", "<pipelineId>");
    }
}
