package io.github.buddymaven.fakebuddy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.List;

/** Shows the world in JSON, in the form and order of the samples in Buddy's documentation. */
final class Views {

    private static final String WEB = "https://app.buddy.works/";

    private final World world;
    private final String apiUrl;

    Views(World world, String apiUrl) {
        this.world = world;
        this.apiUrl = apiUrl;
    }

    ObjectNode workspace(String workspace) {
        return page(url(workspace), WEB + part(workspace))
                .put("name", workspace)
                .put("domain", workspace);
    }

    ObjectNode project(String workspace, String project) {
        return page(url(workspace, project), web(workspace, project))
                .put("name", project)
                .put("display_name", project)
                .put("status", "ACTIVE");
    }

    ObjectNode pipelines(String workspace, String project) {
        return page(url(workspace, project) + "/pipelines", web(workspace, project) + "/pipelines");
    }

    ObjectNode pipeline(Pipeline pipeline) {
        return pipelineHead(pipeline)
                .put("git_config_ref", pipeline.gitConfigRef)
                .put("definition_source", pipeline.definitionSource);
    }

    ObjectNode actions(Pipeline pipeline) {
        return page(url(pipeline) + "/actions", web(pipeline));
    }

    ObjectNode action(Pipeline pipeline, ObjectNode action) {
        ObjectNode json = firstHalf(pipeline, action);
        json.setAll(secondHalf(pipeline, action));
        return json;
    }

    /** Shows a new action. No JSON library writes a key twice, so the two halves are put together as text. */
    String created(Pipeline pipeline, ObjectNode action) {
        if (!world.doubledTriggerTime) {
            return action(pipeline, action).toString();
        }
        ObjectNode again = Json.object();
        again.set("trigger_time", action.path("trigger_time"));
        again.setAll(secondHalf(pipeline, action));
        String first = firstHalf(pipeline, action).toString();
        return first.substring(0, first.length() - 1) + "," + again.toString().substring(1);
    }

    ObjectNode summary(Pipeline pipeline, ObjectNode action) {
        ObjectNode json = head(pipeline, action);
        return json.put("disabled", action.path("disabled").asBoolean());
    }

    private ObjectNode head(Pipeline pipeline, ObjectNode action) {
        String id = action.path("id").asText();
        ObjectNode json = page(
                url(pipeline) + "/actions/" + id,
                web(pipeline.workspace, pipeline.project) + "/pipelines/action/" + id + "/edit");
        for (String field : List.of("id", "name", "type", "trigger_time")) {
            // null where a seed lacks it, as Buddy shows empty fields
            json.set(field, action.get(field));
        }
        return json.put(
                "last_execution_status", action.path("last_execution_status").asText("INITIAL"));
    }

    private ObjectNode firstHalf(Pipeline pipeline, ObjectNode action) {
        ObjectNode json = head(pipeline, action);
        if (action.has("docker_build_action_id")) {
            json.set("docker_build_action_id", action.path("docker_build_action_id"));
        }
        return json;
    }

    private ObjectNode secondHalf(Pipeline pipeline, ObjectNode action) {
        ObjectNode json = action.deepCopy();
        json.remove(List.of("pipeline", "html_url", "url", "id", "name", "type", "trigger_time"));
        json.remove(List.of("last_execution_status", "docker_build_action_id"));
        showCredentials(json);
        json.set("pipeline", world.actionsShowDefinition ? pipeline(pipeline) : pipelineHead(pipeline));
        return json;
    }

    private void showCredentials(JsonNode json) {
        if (json instanceof ObjectNode object) {
            world.logins.show(object, "login");
            world.secrets.show(object, "password");
            world.secrets.show(object, "passphrase");
            if (object.path("encrypted").asBoolean()) {
                world.secrets.show(object, "value");
            }
        }
        json.forEach(this::showCredentials);
    }

    private ObjectNode pipelineHead(Pipeline pipeline) {
        ObjectNode json = page(url(pipeline), web(pipeline))
                .put("id", pipeline.id)
                .put("name", pipeline.name)
                .put("on", "CLICK");
        json.putArray("refs").add("refs/heads/master");
        return json.put("last_execution_status", "SUCCESSFUL")
                .put("last_execution_revision", "506a3963507943d6908154f4bc9646e829128a08");
    }

    ObjectNode runs(Pipeline pipeline) {
        return page(url(pipeline) + "/executions", web(pipeline));
    }

    ObjectNode runSummary(Pipeline pipeline, Run run) {
        ObjectNode json = page(url(pipeline) + "/executions/" + run.id(), web(pipeline) + "/execution/" + run.id());
        return json.setAll(run.summary());
    }

    ObjectNode run(Pipeline pipeline, Run run) {
        ObjectNode json = runSummary(pipeline, run);
        json.set("pipeline", pipelineHead(pipeline));
        json.putArray("action_executions").addAll(run.actions(pipeline));
        return json;
    }

    private static ObjectNode page(String url, String htmlUrl) {
        return Json.object().put("url", url).put("html_url", htmlUrl);
    }

    private String url(String workspace) {
        return apiUrl + "/workspaces/" + part(workspace);
    }

    private String url(String workspace, String project) {
        return url(workspace) + "/projects/" + part(project);
    }

    private String url(Pipeline pipeline) {
        return url(pipeline.workspace, pipeline.project) + "/pipelines/" + pipeline.id;
    }

    private static String web(String workspace, String project) {
        return WEB + part(workspace) + "/" + part(project);
    }

    private static String web(Pipeline pipeline) {
        return web(pipeline.workspace, pipeline.project) + "/pipelines/pipeline/" + pipeline.id;
    }

    private static String part(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
