package io.github.buddymaven.api;

import io.github.buddymaven.validation.Parameter;
import io.github.buddymaven.validation.ParameterChecks;
import io.github.buddymaven.validation.Problems;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A project of Buddy, and where it is.
 *
 * @param api the API that has it
 * @param workspace the name of the workspace in addresses
 * @param name the name of the project in addresses
 */
public record Project(ApiUrl api, String workspace, String name) {
    /** Returns the project if its parameters are valid; reports what is wrong with them if not. */
    public static Optional<Project> validate(
            @Nullable String apiUrl, @Nullable String workspace, @Nullable String projectName, Problems problems) {
        Optional<ApiUrl> api = ApiUrl.validate(apiUrl, problems);
        boolean valid = checkName(Parameter.named("workspace", workspace), "BUDDY_WORKSPACE_DOMAIN", problems);
        valid &= checkName(Parameter.named("projectName", projectName), "BUDDY_PROJECT_NAME", problems);
        return api.isPresent() && valid
                ? Optional.of(new Project(api.get(), String.valueOf(workspace), String.valueOf(projectName)))
                : Optional.empty();
    }

    private static boolean checkName(Parameter name, String variable, Problems problems) {
        String remedy = "Write the name from the pipeline's address in Buddy (app.buddy.works/WORKSPACE/PROJECT/…), <"
                + name.name() + ">NAME</" + name.name() + "> or -Dbuddy." + name.name()
                + "=NAME; in a run of Buddy it comes from the environment variable " + variable + ".";
        return ParameterChecks.required(name, remedy, problems);
    }

    URI workspaceUri() {
        return api.resource("workspaces", workspace);
    }

    /** Returns the address of the project in the API. */
    public URI uri() {
        return api.resource("workspaces", workspace, "projects", name);
    }

    URI pipelinesUri() {
        return api.resource("workspaces", workspace, "projects", name, "pipelines");
    }

    /** Returns the project as a person would name it: workspace, project. */
    @Override
    public String toString() {
        return Parameter.display(workspace) + "/" + Parameter.display(name);
    }
}
