import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    assertThat(build.request().json().get('name').textValue())
            .as('neither the parent has an action, nor the module that does not name the plugin').isEqualTo('Push app')
    assertThat(build.log().count("Check: action 'Push app'")).isEqualTo(1)
}
