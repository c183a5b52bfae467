import static org.assertj.core.api.Assertions.assertThat

import groovy.json.JsonSlurper
import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    def log = build.log()
    assertThat(build.writes()*.method()).containsExactly('POST', 'POST', 'POST', 'DELETE')
    assertThat(log)
            .contains(
                    "Action 'Push image' (id 1) in pipeline buddy/company-website/2: created",
                    'Run 1 of pipeline buddy/company-website/2: started',
                    "  'Build image': SUCCESSFUL after 15 s",
                    "  'Push image': INPROGRESS",
                    "  'Push image': SUCCESSFUL after 12 s",
                    'Run 1 of pipeline buddy/company-website/2: SUCCESSFUL after 27 s, https://',
                    'Run 2 of pipeline buddy/company-website/2: FAILED after 27 s, https://',
                    "  - 'Push image': FAILED after 12 s, ",
                    "Action 'Push image' (id 1) in pipeline buddy/company-website/2: deleted",
                    "Action 'Push image' in pipeline buddy/company-website/2: absent")
            .doesNotContain('4711-secret', 'Run 2 of pipeline buddy/company-website/2: started')
    assertThat(build.writes()[0].json().path('variables')).isEqualTo(InvokerCase.json('[{"key": "STAGE", "value": "live"}]'))
    def sent = build.writes()[1].json()
    assertThat(sent.path('comment').textValue()).startsWith('Maven: com.example:deploy-and-run:1.0 [')
    assertThat(sent.path('variables')).isEqualTo(InvokerCase.json(
            '[{"key": "API_KEY", "value": "4711-secret-of-the-API", "encrypted": true}]'))
    assertThat(new JsonSlurper().parse(new File(basedir, 'target/result.json'), 'UTF-8').outcome).isEqualTo('absent')
}
