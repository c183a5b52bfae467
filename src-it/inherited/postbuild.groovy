import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    assertThat(build.writes()*.json()*.get('name')*.textValue())
            .containsExactly('Push inherited', 'Push app', 'Push the site')
    assertThat(build.writes()*.json()*.get('repository')*.textValue())
            .containsExactly('my-team/inherited', 'my-team/app', 'my-team/site')
    assertThat(build.writes().last().json().get('docker_image_tag').textValue()).isEqualTo('site')
}
