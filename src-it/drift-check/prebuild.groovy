import io.github.buddymaven.it.InvokerCase

InvokerCase.before(context) { buddy ->
    ['drift-check': '1.0', one: '1.0', two: '1.0', three: '0.9', four: '1.0', five: '1.0'].each { module, tag ->
        buddy.pipeline('buddy', 'company-website', 2).add("""{
            "name": "Push $module",
            "type": "DOCKER_PUSH",
            "trigger_time": "ON_EVERY_EXECUTION",
            "docker_image_tag": "$tag",
            "repository": "my-team/$module"}""".toString())
    }
}
