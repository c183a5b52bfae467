import static org.assertj.core.api.Assertions.assertThat

import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    assertThat(build.requests()).as('only the wrong token is sent').hasSize(1)
    assertThat(build.log())
            .contains(
                    "<serverId>buddy</serverId>: settings.xml has no <server> of this id",
                    "The <server> 'empty' of settings.xml has no <password>",
                    "'line-break' in settings.xml, and contains a blank, a line break",
                    "Buddy refused (HTTP 401)",
                    "The token is the <password> of <server> 'wrong' in settings.xml",
                    "<registryServerId>absent</registryServerId>: settings.xml has no <server> of this id",
                    "The <server> 'no-user' of settings.xml has no <username>",
                    "Maven is offline (-o)")
            .doesNotContain('wr0ng-t0ken', 'never-shown', '0b3c5d7e', 'Caused by', '\tat ')
}
