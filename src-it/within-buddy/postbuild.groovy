import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    def refused = build.log().readLines()
            .findAll { it.contains('[ERROR] Failed to execute goal') && it.contains('without braces') }
    assertThat(refused.findAll { it.contains('<dockerImageTag>${BUDDY_EXECUTION_TAG}</dockerImageTag>') })
            .as('directly, outside and within a run, from a parent, and after a plugin has replaced the POM').hasSize(4)
    assertThat(refused.findAll { it.contains('$BUDDY_EXECUTION_TAG, without') })
            .as('through properties, too').hasSize(7)
    assertThat(refused.findAll { it.contains('$BUDDY_STAGE, without') && it.contains('Variable 2') }).hasSize(1)
    assertThat(build.request().json()).isEqualTo(InvokerCase.json('''{
        "name": "Push",
        "type": "DOCKER_PUSH",
        "trigger_time": "ON_EVERY_EXECUTION",
        "docker_image_tag": "$BUDDY_EXECUTION_TAG",
        "repository": "my-team/app-v9"
    }'''))
}
