import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    def variables = { stage -> """[
        {"key": "STAGE", "value": "$stage", "settable": true},
        {"key": "API_KEY", "value": "4711-secret-of-the-API", "encrypted": true}]""" }
    assertThat(build.writes()*.method()).containsExactly('POST', 'PATCH', 'PATCH')
    assertThat(build.writes()[0].json()).isEqualTo(InvokerCase.json("""{
        "name": "Push to GitHub",
        "type": "DOCKER_PUSH",
        "trigger_time": "ON_FAILURE",
        "docker_image_tag": "\$BUDDY_EXECUTION_TAG",
        "repository": "my-team/my-app",
        "integration": {"identifier": "github"},
        "docker_build_action_name": "Build image",
        "docker_registry": "GIT_HUB_CONTAINER_REGISTRY",
        "after_action_id": 7,
        "run_next": "IN_SOFT_PARALLEL",
        "run_only_on_first_failure": true,
        "disabled": false,
        "timeout": 600,
        "ignore_errors": true,
        "retry_count": 2,
        "retry_interval": 30,
        "loop": ["eu", "us"],
        "trigger_conditions": [
            {"trigger_condition": "ON_CHANGE_AT_PATH", "trigger_condition_paths": ["src/main/", "pom.xml"]},
            {"trigger_condition": "OR"},
            {"trigger_condition": "DATETIME", "trigger_days": [1, 7], "trigger_hours": [6],
             "timezone": "Europe/Warsaw"}],
        "variables": ${variables('live')}
    }"""))
    assertThat(build.writes()[1].json()).isEqualTo(InvokerCase.json(
            """{"name": "Push to GitHub", "type": "DOCKER_PUSH", "variables": ${variables('live')}}"""))
    assertThat(build.writes()[2].json()).isEqualTo(InvokerCase.json(
            """{"name": "Push to GitHub", "type": "DOCKER_PUSH", "variables": ${variables('test')}}"""))
    assertThat(build.log())
            .contains("[INFO] Action 'Push to GitHub' (id 10) in pipeline buddy/company-website/2: created")
            .contains("(id 10) in pipeline buddy/company-website/2: unchanged; the secrets of its variables were sent again")
            .contains("(id 10) in pipeline buddy/company-website/2: updated; the secrets of its variables were sent again")
            .contains('[INFO]   variables: STAGE=live (settable true) -> STAGE=test (settable true)')
            .contains('[INFO] Pipeline buddy/company-website/2 has 3 actions:')
            .containsPattern(/ID  NAME\s+TYPE\s+LAST STATUS  ADDRESS/)
            .containsPattern(/7   Build image\s+DOCKERFILE\s+INITIAL/)
            .containsPattern(/10  Push to GitHub\s+DOCKER_PUSH\s+INITIAL\s+https:\/\/app.buddy.works\/\S+/)
            .doesNotContain('4711-secret')
    assertThat(InvokerCase.json(new File(basedir, 'target/actions.json').text).path('actions')*.get('id')*.intValue())
            .as('behind the one that builds the image')
            .containsExactly(7, 10, 9)
}
