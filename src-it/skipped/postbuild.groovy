import static org.assertj.core.api.Assertions.assertThat

def classes = new File(basedir, 'classes.log').text
assertThat(classes)
        .contains('io.github.buddymaven.CreatePushActionMojo')
        .as('a skipped goal costs nothing')
        .doesNotContain('com.fasterxml.jackson', 'org.apache.hc.')
assertThat(new File(basedir, 'build.log').text).contains('[INFO] Skipped: <skip> (buddy.skip) is true.')
null
