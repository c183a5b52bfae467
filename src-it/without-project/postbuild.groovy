import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    assertThat(build.log()).contains('has 1 action', '<repository>my-team/my-app</repository>', 'requires a project')
    assertThat(build.requests()*.method()).containsExactly('GET', 'GET', 'GET')
}
