import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    assertThat(build.requests()).isEmpty()
    assertThat(build.log())
            .contains(
                    'The configuration has 8 problems, and nothing was sent:',
                    '  - <password> is not exactly one variable of Buddy',
                    '  - <token> in the <configuration> is a secret',
                    '  - <dryrun> is not a parameter of this plugin. Did you mean dryRun?',
                    '  - <apiUrl>http://api.buddy.works</apiUrl> does not start with https://',
                    '  - <projectName> is missing.',
                    '  - <pipelineId>abc</pipelineId> is not a whole number from 1',
                    '  - <dockerImageTag>1.0+build</dockerImageTag> is not a tag',
                    '  - <repository>https://hub.docker.com/my-team/my-app:latest</repository> starts with a scheme')
            .doesNotContain('never-shown', 'Caused by', '\tat ')
}
