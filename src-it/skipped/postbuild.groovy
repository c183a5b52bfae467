import static org.assertj.core.api.Assertions.assertThat

def classes = new File(basedir, 'classes.log').text
assertThat(classes)
        .contains('io.github.buddymaven.CreatePushActionMojo')
        .as('a skipped goal costs nothing')
        .doesNotContain('com.fasterxml.jackson', 'org.apache.hc.')
assertThat(new File(basedir, 'build.log').text).contains('[INFO] Skipped: <skip> (buddy.skip) is true.')

def installed = new File(localRepositoryPath, 'io/github/buddymaven/buddy-maven-plugin')
def downloads = []
installed.eachFileRecurse { if (it.name ==~ /buddy-maven-plugin-.*\.(jar|pom)/) downloads << it }
def pom = new groovy.xml.XmlSlurper().parse(downloads.find { it.name.endsWith('.pom') })
assertThat(pom.dependencies.dependency.findAll { !(it.scope.text() in ['provided', 'test']) }*.artifactId*.text())
        .as('the plugin is all that a user downloads')
        .isEmpty()
assertThat(downloads.find { it.name.endsWith('.jar') }).as('its jar').matches { it.length() < 4 * 1024 * 1024 }
null
