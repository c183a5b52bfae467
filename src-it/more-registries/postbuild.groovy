import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    def common = ['type', 'trigger_time', 'docker_image_tag', 'docker_build_action_name']
    assertThat(build.writes()*.json().collect { it.deepCopy().remove(common) }).isEqualTo([
            '{"name": "Push to Docker Hub", "repository": "my-team/my-app",'
                    + ' "login": "$HUB_LOGIN", "password": "$HUB_PASSWORD"}',
            '{"name": "Push to Google", "repository": "my-gcp-project/my-repository/my-app",'
                    + ' "registry": "europe-west1-docker.pkg.dev", "integration": {"identifier": "google"}}',
            '{"name": "Push to GitHub", "repository": "my-team/my-app",'
                    + ' "docker_registry": "GIT_HUB_CONTAINER_REGISTRY", "integration": {"identifier": "github"}}',
            '{"name": "Push to DigitalOcean", "repository": "my-team/my-app",'
                    + ' "docker_registry": "DIGITAL_OCEAN_CONTAINER_REGISTRY",'
                    + ' "integration": {"identifier": "digital-ocean"}}',
            '{"name": "Push to an artifact", "docker_registry": "ARTIFACT_REGISTRY", "artifact": "my-images"}'
    ].collect { InvokerCase.json(it) })
}
