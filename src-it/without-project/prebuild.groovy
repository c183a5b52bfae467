import io.github.buddymaven.it.InvokerCase

InvokerCase.before(context) { buddy ->
    buddy.pipeline('buddy', 'company-website', 2).add('{"name": "Push", "type": "DOCKER_PUSH", "repository": "my-team/my-app"}')
}
