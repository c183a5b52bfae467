import io.github.buddymaven.it.InvokerCase
import io.github.buddymaven.fakebuddy.FakeBuddy
import io.github.buddymaven.fakebuddy.PrivateCertificate

def folder = basedir.toPath()
[
        good   : PrivateCertificate.in(folder.resolve('good')),
        expired: PrivateCertificate.expired(folder.resolve('expired')),
        other  : PrivateCertificate.ofAnotherHost(folder.resolve('other')),
].each { name, certificate ->
    def secure = FakeBuddy.startTls(certificate.context())
    secure.pipeline('buddy', 'company-website', 2)
    InvokerCase.offer(context, "tls.$name", secure)
}
InvokerCase.before(context)
