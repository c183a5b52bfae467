import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    def password = 'registry "pass" & wörd'
    def basic = "deployer:$password".getBytes('UTF-8').encodeBase64().toString()
    assertThat(build.log())
            .contains(
                    '[DEBUG]', 'You sent **** or **** or **** or **** or ****', 'created', 'did not answer the TLS handshake',
                    "No connection to <proxy> 'corporate' of settings.xml")
            .doesNotContain(
                    '0b3c5d7e-1f2a-4b6c-8d9e-a1b2c3d4e5f6',
                    'wörd', 'registry "pass"', 'pass%22', 'pass+', 'pass\\"',
                    'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ', 'AAAAdzc2gtZGlzcwAAAIEAtlf3b', 'c0rrect-horse',
                    'pr0xy-s3cret', basic, 'MGIzYzVkN2UtMWYy')
}
