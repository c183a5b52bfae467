import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    assertThat(build.requests()).isEmpty()
    assertThat(build.log())
            .contains(
                    'The configuration has 7 problems, and nothing was sent:',
                    '  - <password> stands in the <configuration> of this plugin, where everybody can read it: remove it',
                    '  - <token> stands in the <configuration> of this plugin, where everybody can read it: remove it',
                    '  - <apiUrl>http://api.buddy.works</apiUrl> must start with https://',
                    '  - <projectName> is missing: write the name from the pipeline\'s address in Buddy',
                    '  - <pipelineId>abc</pipelineId> must be a whole number from 1 to 2147483647',
                    '  - <dockerImageTag>1.0+build</dockerImageTag> is not a tag',
                    '  - <repository>https://hub.docker.com/my-team/my-app:latest</repository> starts with a scheme')
            .doesNotContain('never-shown', 'Caused by', '\tat ')
}
