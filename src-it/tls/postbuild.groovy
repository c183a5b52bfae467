import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    assertThat(build.log())
            .contains("'Push' (id 1) in pipeline buddy/company-website/2: created")
            .contains(
                    'does not trust the authority',
                    'is not valid today.',
                    'is for another host.',
                    "trustStorePassword")
            .doesNotContain('\tat ')
    assertThat(build.buddy('tls.good').pipeline('buddy', 'company-website', 2).actions()).hasSize(1)
    assertThat(build.buddy('tls.expired').requests() + build.buddy('tls.other').requests()).isEmpty()
}
null
