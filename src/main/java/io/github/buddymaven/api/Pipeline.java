package io.github.buddymaven.api;

import io.github.buddymaven.check.Element;
import io.github.buddymaven.check.Problems;
import io.github.buddymaven.check.Texts;
import io.github.buddymaven.check.WholeNumber;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline whose action is meant, and where it is.
 *
 * @param api the API that holds it
 * @param workspace the workspace's name in URLs
 * @param project the project's name in URLs
 * @param id the pipeline's number
 */
public record Pipeline(ApiUrl api, String workspace, String project, int id) {
    /** The pipeline, where all its parameters keep their rules; reports the broken ones where not. */
    public static Optional<Pipeline> check(
            @Nullable String apiUrl,
            @Nullable String workspace,
            @Nullable String projectName,
            @Nullable String pipelineId,
            Problems problems) {
        Optional<ApiUrl> api = ApiUrl.check(apiUrl, problems);
        Optional<String> inWorkspace = name("workspace", workspace, problems);
        Optional<String> inProject = name("projectName", projectName, problems);
        OptionalInt id = id(pipelineId, problems);
        if (api.isEmpty() || inWorkspace.isEmpty() || inProject.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Pipeline(api.get(), inWorkspace.get(), inProject.get(), id.getAsInt()));
    }

    private static Optional<String> name(String parameter, @Nullable String value, Problems problems) {
        String remedy = "write the name from the pipeline's address in Buddy (app.buddy.works/WORKSPACE/PROJECT/…), <"
                + parameter + ">NAME</" + parameter + "> or -Dbuddy." + parameter + "=NAME.";
        Element element = Element.of(parameter, value);
        return Texts.required(element, remedy, problems) ? element.value() : Optional.empty();
    }

    private static OptionalInt id(@Nullable String value, Problems problems) {
        Element element = Element.of("pipelineId", value);
        String remedy = "write the number from the pipeline's address in Buddy (…/pipelines/pipeline/NUMBER),"
                + " <pipelineId>NUMBER</pipelineId> or -Dbuddy.pipelineId=NUMBER.";
        return element.value().isPresent()
                ? WholeNumber.read(element, 1, remedy, problems)
                : missing(element, remedy, problems);
    }

    private static OptionalInt missing(Element element, String remedy, Problems problems) {
        Texts.required(element, remedy, problems);
        return OptionalInt.empty();
    }

    /** Where its actions are listed and added. */
    public URI actions() {
        return api.resource("workspaces", workspace, "projects", project, "pipelines", String.valueOf(id), "actions");
    }

    /** Where one of its actions is. */
    public URI action(long actionId) {
        return api.resource(
                "workspaces",
                workspace,
                "projects",
                project,
                "pipelines",
                String.valueOf(id),
                "actions",
                String.valueOf(actionId));
    }

    /** Where this part of its address is found. */
    URI address(Missing part) {
        return switch (part) {
            case WORKSPACE -> api.resource("workspaces", workspace);
            case PROJECT -> api.resource("workspaces", workspace, "projects", project);
            case PIPELINE ->
                api.resource("workspaces", workspace, "projects", project, "pipelines", String.valueOf(id));
        };
    }

    /** As a person would name it: workspace, project, number. */
    @Override
    public String toString() {
        return Element.shown(workspace) + "/" + Element.shown(project) + "/" + id;
    }
}
