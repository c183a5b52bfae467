import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    def unindented = { it.replaceAll(/(?m)^ +(?=<)/, '').replaceAll(/<apiUrl>.*\n/, '').strip() }
    def pasted = new File(basedir, 'pom.xml').getText('UTF-8').find(/(?s)<configuration>.*<\/configuration>/)
    assertThat(unindented(new File(basedir, 'exported.xml').getText('UTF-8'))).isEqualTo(unindented(pasted))
    assertThat(build.writes()*.json()*.fieldNames()*.toList())
            .as('only what nobody can compare')
            .containsExactly(['name', 'type', 'password', 'variables'])
    assertThat(build.log())
            .contains("Action 'Push <it> & smile' (id 1) in pipeline buddy/company-website/2 is what this configuration makes:")
            .contains("Action 'Push <it> & smile' (id 1) in pipeline buddy/company-website/2: unchanged; the registry's"
                    + ' credentials and the secrets of its variables were sent again')
            .doesNotContain('!encrypted', 's3cret', 'wörd', "an API's key")
}
