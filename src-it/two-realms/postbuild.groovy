import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    assertThat(build.pipeline().actions()*.get('name')*.textValue()).containsExactly('First', 'Shared')
    assertThat(build.requests()*.method())
            .as('the third module lists again, since the second has written, and finds the action')
            .containsExactly('GET', 'POST', 'GET', 'GET', 'POST', 'GET', 'GET', 'GET')
    assertThat(build.log()).contains("'Shared' (id 2) in pipeline buddy/company-website/2: unchanged")
}
