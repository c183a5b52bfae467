import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    assertThat(build.request().json()).isEqualTo(InvokerCase.json('''{
        "name": "Push to Google",
        "type": "DOCKER_PUSH",
        "trigger_time": "ON_EVERY_EXECUTION",
        "docker_image_tag": "$BUDDY_EXECUTION_TAG",
        "registry": "eu.gcr.io",
        "repository": "my-gcp-project/my-app",
        "integration": {"hash_id": "5ddb7c180fb38be67bd78a88a"},
        "docker_build_action_id": 0
    }'''))
}
