import io.github.buddymaven.fakebuddy.Credentials
import io.github.buddymaven.it.InvokerCase

InvokerCase.before(context) { buddy ->
    buddy.logins(Credentials.IN_CLEAR)
    buddy.pipeline('buddy', 'company-website', 2).add('''{
        "name": "Push <it> & smile",
        "type": "DOCKER_PUSH",
        "trigger_time": "ON_SUCCESS",
        "run_only_on_first_failure": false,
        "docker_image_tag": "${BUDDY_EXECUTION_TAG}",
        "repository": "my-team/my-app",
        "login": "deployer",
        "password": "s3cret",
        "integration": null,
        "region": "",
        "registry": "registry.example.com:5000",
        "docker_build_action_id": 0,
        "docker_build_action_name": "Build image",
        "timeout": 600,
        "loop": [],
        "trigger_conditions": [
            {"trigger_condition": "VAR_IS", "trigger_variable_key": "STAGE", "trigger_variable_value": "",
             "trigger_hours": [], "timezone": null}],
        "variables": [
            {"id": 1, "key": "MESSAGE", "value": "  two\\nlines ", "type": "VAR", "settable": true, "encrypted": false},
            {"id": 2, "key": "API_KEY", "value": "!encrypted XYZ", "type": "VAR", "encrypted": true}]
    }''')
}
