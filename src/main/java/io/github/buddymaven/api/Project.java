package io.github.buddymaven.api;

import io.github.buddymaven.check.Element;
import io.github.buddymaven.check.Problems;
import io.github.buddymaven.check.Texts;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A project of Buddy, and where it is.
 *
 * @param api the API that holds it
 * @param workspace the workspace's name in URLs
 * @param name the project's name in URLs
 */
public record Project(ApiUrl api, String workspace, String name) {
    private static final int PAGE = 100;

    /** The project, where all its parameters keep their rules; reports the broken ones where not. */
    public static Optional<Project> check(
            @Nullable String apiUrl, @Nullable String workspace, @Nullable String projectName, Problems problems) {
        Optional<ApiUrl> api = ApiUrl.check(apiUrl, problems);
        Optional<String> inWorkspace = name("workspace", workspace, "BUDDY_WORKSPACE_DOMAIN", problems);
        Optional<String> name = name("projectName", projectName, "BUDDY_PROJECT_NAME", problems);
        return api.isPresent() && inWorkspace.isPresent() && name.isPresent()
                ? Optional.of(new Project(api.get(), inWorkspace.get(), name.get()))
                : Optional.empty();
    }

    private static Optional<String> name(String parameter, @Nullable String value, String variable, Problems problems) {
        String remedy = "write the name from the pipeline's address in Buddy (app.buddy.works/WORKSPACE/PROJECT/…), <"
                + parameter + ">NAME</" + parameter + "> or -Dbuddy." + parameter + "=NAME; a run of Buddy has it in "
                + variable + ".";
        Element element = Element.of(parameter, value);
        return Texts.required(element, remedy, problems) ? element.value() : Optional.empty();
    }

    /** Where a page of its pipelines is listed, the first one being 1. Source: buddy.works/docs/api, "List pipelines". */
    URI pipelines(int page) {
        return URI.create(pipelines() + "?page=" + page + "&per_page=" + PAGE);
    }

    URI pipelines() {
        return api.resource("workspaces", workspace, "projects", name, "pipelines");
    }

    /** Where it is. */
    public URI address() {
        return api.resource("workspaces", workspace, "projects", name);
    }

    /** The parts of its address, from the first on. */
    Map<Missing, URI> parts() {
        Map<Missing, URI> parts = new EnumMap<>(Missing.class);
        parts.put(Missing.WORKSPACE, api.resource("workspaces", workspace));
        parts.put(Missing.PROJECT, address());
        return parts;
    }

    /** As a person would name it: workspace, project. */
    @Override
    public String toString() {
        return Element.shown(workspace) + "/" + Element.shown(name);
    }
}
