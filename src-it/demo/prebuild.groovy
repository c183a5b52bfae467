import io.github.buddymaven.fakebuddy.RunScript
import io.github.buddymaven.it.InvokerCase

import java.time.Duration

InvokerCase.before(context) { buddy ->
    buddy.autoAdvance(Duration.ofSeconds(10))
    buddy.pipeline('buddy', 'company-website', 2)
            .runScript(RunScript.start()
                    .action('Build image', Duration.ofSeconds(15), 'SUCCESSFUL')
                    .action('Push to Docker Hub', Duration.ofSeconds(12), 'SUCCESSFUL'))
            .add('{"name": "Build image", "type": "DOCKERFILE"}')
}

def mistakes = new File(basedir, 'mistakes/pom.xml')
mistakes.parentFile.mkdirs()
mistakes.setText(new File(basedir, 'pom.xml').getText('UTF-8')
        .replace('<pipelineId>2</pipelineId>', '<triggerTime>ON_SUCESS</triggerTime>')
        .replace('${project.version}<', '1.1+build<'), 'UTF-8')
