import io.github.buddymaven.it.Case
import io.github.buddymaven.standin.BuddyStandIn
import io.github.buddymaven.standin.PrivateCertificate

def folder = basedir.toPath()
[
        good   : PrivateCertificate.in(folder.resolve('good')),
        expired: PrivateCertificate.expired(folder.resolve('expired')),
        other  : PrivateCertificate.ofAnotherHost(folder.resolve('other')),
].each { name, certificate ->
    def secure = BuddyStandIn.startTls(certificate.context())
    secure.pipeline('buddy', 'company-website', 2)
    Case.offer(context, "tls.$name", secure)
    context.put(name, secure)
}
Case.before(context)
