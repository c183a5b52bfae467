import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    assertThat(build.request().json().get('name').textValue())
            .as('neither the parent has an action, nor the module that does not ask for one').isEqualTo('Push app')
    assertThat(build.log().count("Check: action 'Push app'")).isEqualTo(1)
    assertThat(build.log().count('Skipped: ')).as('two modules, two builds').isEqualTo(4)
}
