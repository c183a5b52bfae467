import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

def titles = [
        'Create the action that the POM describes',
        'Run it again: nothing is left to do',
        'A new version: what would change?',
        'And now for real',
        'A POM with three mistakes: all at once, and nothing is sent',
        'Run the pipeline, and watch it push the image',
        'Delete the action',
]

def steps = new Properties()
new File(basedir, 'invoker.properties').withReader { steps.load(it) }

// What a user types. Where the stand-in is, the build knows from a property that is not shown.
def command = { int step ->
    def pom = steps["invoker.project.$step" as String]
    '$ mvn ' + (pom ? "-f $pom " : '') + steps["invoker.goals.$step" as String]
}

// Maven's own lines, from the goal's first one on, without what it adds to every failure.
def goalsOwn = { String log ->
    def lines = log.readLines()
    def said = lines.dropWhile { !it.contains('--- ') }.takeWhile { !it.startsWith('[INFO] -----') }
    def failed = lines.dropWhile { !it.startsWith('[ERROR] Failed') }.takeWhile { it.trim() != '[ERROR]' }
    (said + failed).collect { it.replace('-> [Help 1]', '') }.findAll { !(it.trim() in ['[INFO]', '[ERROR]']) && !it.contains('/.meta/prefixes.txt') }
}

// What the manual shows of a run of the pipeline.
def logOfManual = {
    new File(basedir, '../../../src/site/markdown/run-and-delete.md').getText('UTF-8').find(/(?s)\[INFO\] Run .*?(?=\n```)/)
}

InvokerCase.after(context, basedir) { build ->
    def logs = build.log().split(/\[INFO\] Scanning for projects\.\.\./).drop(1)
    assertThat(logs).hasSameSizeAs(titles)

    def story = ['', 'A story in ' + titles.size() + ' steps. Buddy is a stand-in on this machine.']
    titles.eachWithIndex { title, index ->
        def text = goalsOwn(logs[index])
        assertThat(text).as(title).isNotEmpty()
        story += ['', '=' * 100, " ${index + 1}  $title", '=' * 100, command(index + 1), ''] + text
        if (index == 0) {
            story += build.firstWrite().readLines()
        }
    }
    story << ''

    assertThat(story.join('\n'))
            .contains(': created', ': unchanged', 'would update', 'dockerImageTag: 1.0 -> 1.1', ': updated', '3 problems')
            .contains("'Push to Docker Hub': SUCCESSFUL", ': deleted')
            .contains('"docker_image_tag" : "1.0"', '201', '"html_url"')
            .doesNotContain('0b3c5d7e')
    assertThat(story.join('\n')).contains(logOfManual())
    new File(basedir, 'story.txt').setText(story.join('\n'), 'UTF-8')
    if (binding.hasVariable('toConsole')) {
        // System.out is the case's own log here
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, 'UTF-8').println(story.join('\n'))
    }
}
