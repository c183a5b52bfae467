import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    assertThat(build.request().json()).isEqualTo(InvokerCase.json('''{
        "name": "Push to Docker Hub",
        "type": "DOCKER_PUSH",
        "trigger_time": "ON_EVERY_EXECUTION",
        "docker_image_tag": "1.0",
        "repository": "my-team/my-app",
        "integration": {"identifier": "docker-hub"},
        "docker_build_action_name": "Build image"
    }'''))
    assertThat(build.log()).contains('-Dbuddy.integration has no effect, because the POM configures <integration>')
}
