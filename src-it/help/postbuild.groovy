import static org.assertj.core.api.Assertions.assertThat

void check(String log) {
    assertThat(log)
            .contains('buddy:create-push-action', 'Creates a "Push Docker Image" action in a pipeline of Buddy.')
            .contains('dockerImageTag', 'User property: buddy.dockerImageTag', 'apiUrl (Default: https://api.buddy.works)')
}

check(new File(basedir, 'build.log').getText('UTF-8'))
