import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    def request = build.request()
    assertThat(request.method()).isEqualTo('POST')
    assertThat(request.rawPath()).isEqualTo('/workspaces/buddy/projects/company-website/pipelines/2/actions')
    assertThat(request.json()).isEqualTo(InvokerCase.json('''{
        "name": "Push to registry",
        "type": "DOCKER_PUSH",
        "trigger_time": "ON_EVERY_EXECUTION",
        "docker_image_tag": "14.06",
        "region": "us-east-1",
        "integration": {"hash_id": "5ddb7c180fb38be67bd78a88a"},
        "docker_build_action_id": 1,
        "repository": "MyDockerRepo"
    }'''))
    assertThat(request.header('User-Agent').get())
            .matches(/buddy-maven-plugin\/\S+ Maven\/\d\S+ Java\/\d\S+/)
    assertThat(build.log())
            .contains("[INFO] Action 'Push to registry' (id 1) in pipeline buddy/company-website/2: created")
            .contains('[INFO] https://app.buddy.works/buddy/company-website/pipelines/action/1/edit')
}
