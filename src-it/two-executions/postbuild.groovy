import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    assertThat(build.writes()*.json()*.get('name')*.textValue()).containsExactly('Push the version', 'Push latest')
    assertThat(build.writes()*.json()*.get('docker_image_tag')*.textValue()).containsExactly('1.0', 'latest')
    assertThat(build.log()).contains("'Push the version' (id 1)", "'Push latest' (id 2)")
}
