import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    assertThat(build.requests()).as('never the ciphertext').isEmpty()
    if (mavenVersion.startsWith('3.')) { // Maven 4 refuses such settings itself
        assertThat(build.log())
                .contains("The <password> of <server> 'buddy' in settings.xml cannot be decrypted")
                .doesNotContain('YStpA5zOr3IHikhHu8VN5g4SkMx', '0b3c5d7e')
    }
}
