import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    def request = build.request()
    assertThat(request.header('Authorization')).hasValue('Bearer 0b3c5d7e-1f2a-4b6c-8d9e-a1b2c3d4e5f6')
    assertThat(request.json().get('login').textValue()).isEqualTo('deployer')
    assertThat(request.json().get('password').textValue()).isEqualTo('registry "pass" & wörd')
    assertThat(build.log()).contains('created')
}
