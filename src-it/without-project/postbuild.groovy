import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    assertThat(build.request().json()).isEqualTo(InvokerCase.json('''{
        "name": "Push",
        "type": "DOCKER_PUSH",
        "trigger_time": "ON_EVERY_EXECUTION",
        "docker_image_tag": "$BUDDY_EXECUTION_TAG",
        "repository": "my-team/my-app",
        "integration": {"hash_id": "5ddb7c180fb38be67bd78a88a"}
    }'''))
}
