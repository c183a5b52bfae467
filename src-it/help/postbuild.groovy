import static org.assertj.core.api.Assertions.assertThat

void check(String log) {
    assertThat(log)
            .contains('buddy:create-push-action', 'Makes sure that a pipeline of Buddy has a "Push Docker Image" action')
            .contains('dockerImageTag', 'User property: buddy.dockerImageTag', 'apiUrl (Default: https://api.buddy.works)')
}

check(new File(basedir, 'build.log').getText('UTF-8'))
