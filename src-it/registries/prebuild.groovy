import io.github.buddymaven.fakebuddy.Credentials
import io.github.buddymaven.it.InvokerCase

InvokerCase.before(context) { it.logins(Credentials.IN_CLEAR) }
