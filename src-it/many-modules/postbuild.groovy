import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    def sent = build.requests()*.method()
    assertThat(sent.take(7)).as('an action each: one list for the whole build, one look after the first').containsExactly(
            'GET', 'POST', 'GET', 'POST', 'POST', 'POST', 'POST')
    assertThat(sent.drop(7).take(6)).as('the same again: one list, a look at each').containsOnly('GET')
    assertThat(sent.drop(13)).as('one for all, then one and a conflict').containsExactly(
            'GET', 'POST', 'GET', 'GET', 'POST', 'GET')
    assertThat(build.writes()*.json()*.get('name')*.textValue()).containsExactlyInAnyOrder(
            'Push many-modules', 'Push one', 'Push two', 'Push three', 'Push four', 'Shared', 'Other')
    assertThat(build.log())
            .contains(
                    "Module com.example:many-modules:pom:1.0 (execution default) of this build wants an action of the same name")
            .containsPattern("'Shared' \\(id 6\\) in pipeline buddy/company-website/2: created")
            .containsPattern("'Shared' \\(id 6\\) in pipeline buddy/company-website/2: unchanged")
    assertThat(build.log().count("'Shared' (id 6) in pipeline buddy/company-website/2: unchanged")).isEqualTo(4)
}
