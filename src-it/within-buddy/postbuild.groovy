import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    assertThat(build.request().json()).isEqualTo(InvokerCase.json('''{
        "name": "Push",
        "type": "DOCKER_PUSH",
        "trigger_time": "ON_EVERY_EXECUTION",
        "docker_image_tag": "${BUDDY_EXECUTION_TAG}",
        "variables": [{"key": "A", "value": "1"}, {"key": "B", "value": "${BUDDY_STAGE}"}]
    }'''))
    assertThat(build.log()).contains(': created', ': unchanged')
}
