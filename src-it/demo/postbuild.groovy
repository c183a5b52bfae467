import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    println build.conversation()
    assertThat(build.conversation())
            .contains('"password" : "****"', '201', '"html_url"', '/executions')
            .doesNotContain('wörd', 'registry "pass"', '0b3c5d7e')
    assertThat(build.log()).contains("'Push my-app to our registry': SUCCESSFUL after 25 s", ': SUCCESSFUL after 1 min 15 s')
}
