import io.github.buddymaven.fakebuddy.Fault
import io.github.buddymaven.fakebuddy.RunScript
import io.github.buddymaven.it.InvokerCase

import java.time.Duration

InvokerCase.before(context) { buddy ->
    buddy.autoAdvance(Duration.ofSeconds(10))
    def pipeline = buddy.pipeline('buddy', 'company-website', 2)
    def script = { end ->
        RunScript.start()
                .action('Build image', Duration.ofSeconds(15), 'SUCCESSFUL')
                .action('Push image', Duration.ofSeconds(12), end)
    }
    pipeline.runScript(script('SUCCESSFUL'))
    buddy.inject(Fault.delay(Duration.ZERO)
            .when { it.method() == 'POST' && it.text().contains('broken') }
            .meanwhile { pipeline.runScript(script('FAILED')) })
}
