import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    println build.conversation()
    assertThat(build.conversation())
            .contains('"password" : "****"', '201', '"html_url"')
            .doesNotContain('wörd', 'registry "pass"', '0b3c5d7e')
}
