import io.github.buddymaven.fakebuddy.RunScript
import io.github.buddymaven.it.InvokerCase

import java.time.Duration

InvokerCase.before(context) { buddy ->
    buddy.autoAdvance(Duration.ofSeconds(20))
    buddy.pipeline('buddy', 'company-website', 2).runScript(RunScript.start()
            .action('Build image', Duration.ofSeconds(50), 'SUCCESSFUL')
            .action('Push my-app to our registry', Duration.ofSeconds(25), 'SUCCESSFUL'))
}
