import groovy.json.JsonOutput
import io.github.buddymaven.it.InvokerCase
import io.github.buddymaven.fakebuddy.Credentials
import io.github.buddymaven.fakebuddy.FakeBuddy
import io.github.buddymaven.fakebuddy.Fault

def password = 'registry "pass" & wörd'
def token = FakeBuddy.TOKEN
def basic = "deployer:$password".getBytes('UTF-8').encodeBase64()
def key = 'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ'
def echo = [password, key, 'c0rrect-horse', token, basic, URLEncoder.encode(password, 'UTF-8'), JsonOutput.toJson(password)].join(' or ')
def refusal = JsonOutput.toJson([errors: [[message: "You sent $echo"]]])
def of = { pipeline -> /.*\/pipelines\/$pipeline\/actions/ }

InvokerCase.before(context) { buddy ->
    context.get('userProperties').setProperty('https.apiUrl', buddy.apiUrl().replace('http:', 'https:'))
    buddy.credentials(Credentials.IN_CLEAR)
    buddy.inject(Fault.answer(400, 'application/json', refusal).always().on('POST', of(400)))
    buddy.inject(Fault.answer(500, 'text/plain', "You sent $echo").always().on('POST', of(500)))
    buddy.inject(Fault.neverAnswer().always().on('POST', of(7)))
    buddy.inject(Fault.answer(302, '', '').header('Location', "https://example.com/?$token&$basic").always().on('POST', of(302)))
    buddy.inject(Fault.dropAfterProcessing().always().on('POST', of(8)))
}
