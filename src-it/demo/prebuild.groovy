import io.github.buddymaven.it.InvokerCase

InvokerCase.before(context) { buddy ->
    buddy.pipeline('buddy', 'company-website', 2).add('{"name": "Build image", "type": "DOCKERFILE"}')
}

def mistakes = new File(basedir, 'mistakes/pom.xml')
mistakes.parentFile.mkdirs()
mistakes.setText(new File(basedir, 'pom.xml').getText('UTF-8')
        .replace('<pipelineId>2</pipelineId>', '<triggerTime>ON_SUCESS</triggerTime>')
        .replace('<revision>1.0<', '<revision>1.1+build<'), 'UTF-8')
