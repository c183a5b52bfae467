import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    def request = build.request()
    assertThat(request.rawPath()).isEqualTo('/workspaces/buddy/projects/'
            + 'Gr%C3%B6%C3%9Fe%20%252F%2F..%2F%20%22a%22%3F%23%F0%9F%9A%80/pipelines/2/actions')
    assertThat(request.json()).isEqualTo(InvokerCase.json('''{
        "name": "\\"Push\\" C:\\\\new <b> &amp; Grüße 🚀 $BUDDY_A$BUDDY_B $ $BUDDY_EXECUTION_ID 1.0 v$BUDDY_C",
        "type": "DOCKER_PUSH",
        "trigger_time": "ON_EVERY_EXECUTION",
        "docker_image_tag": "$BUDDY_EXECUTION_TAG",
        "integration": {"hash_id": "$BUDDY_HASH"},
        "docker_build_action_name": "Build $BUDDY_D of any-text",
        "registry": "r$BUDDY_E",
        "repository": "$BUDDY_PROJECT_NAME_ID/app"
    }'''))
    assertThat(build.log()).contains(': unchanged')
}
