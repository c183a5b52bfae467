import io.github.buddymaven.it.InvokerCase

InvokerCase.before(context) { buddy ->
    buddy.pipeline('buddy', 'company-website', 1).name('Tests')
    buddy.pipeline('buddy', 'company-website', 2).name('Live mirror')
            .add('{"id": 7, "name": "Build image", "type": "DOCKERFILE"}')
    buddy.pipeline('buddy', 'company-website', 2).add('{"id": 9, "name": "Notify", "type": "SLACK"}')
}
