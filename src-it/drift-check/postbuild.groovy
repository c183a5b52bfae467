import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    def log = build.log()
    ['drift-check', 'one', 'two', 'four', 'five'].each { module ->
        assertThat(log.count("Check: action 'Push $module'"))
                .as('checked by four of the builds, in module ' + module)
                .isEqualTo(4)
    }
    assertThat(log.count("Check: would update action 'Push three'")).isEqualTo(3)
    assertThat(log.count("Check: action 'Push three'")).as('and no more when it had been updated').isEqualTo(1)
    assertThat(log.count('dockerImageTag: 0.9 -> 1.0')).as('three checks with their failures or warning, one update').isEqualTo(7)
    assertThat(log.readLines().findAll { it.startsWith('[ERROR]') && it.contains("Action 'Push three'") }).hasSize(2)
    assertThat(log.readLines().findAll { it.startsWith('[WARNING]') && it.contains("Action 'Push three'") }).hasSize(1)
    assertThat(build.request().json()).as('only create-push-action has changed something').isEqualTo(InvokerCase.json('''{
        "name": "Push three", "type": "DOCKER_PUSH", "docker_image_tag": "1.0"}'''))
    assertThat(new File(basedir, 'three/target/check.json').getText('UTF-8')).contains('"outcome" : "unchanged"')
}
