import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    assertThat(build.request().json()).isEqualTo(InvokerCase.json('''{
        "name": "Push to our registry",
        "type": "DOCKER_PUSH",
        "trigger_time": "ON_SUCCESS",
        "docker_image_tag": "latest",
        "registry": "registry.example.com:5000",
        "repository": "my-team/my-app",
        "login": "deployer",
        "password": "registry \\"pass\\" & wörd",
        "docker_build_action_id": 0
    }'''))
    assertThat(build.log()).contains("'Push to our registry'").doesNotContain('wörd', 'registry "pass"')
}
