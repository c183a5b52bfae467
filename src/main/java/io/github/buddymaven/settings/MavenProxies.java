package io.github.buddymaven.settings;

import io.github.buddymaven.http.Proxy;
import io.github.buddymaven.secret.Secret;
import io.github.buddymaven.validation.Parameter;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.repository.ProxySelector;
import org.eclipse.aether.repository.RemoteRepository;
import org.jspecify.annotations.Nullable;

/**
 * The proxies of settings.xml. Maven's own selector chooses among them, so that what reaches Maven Central also reaches Buddy: by
 * protocol, only active ones, and not for {@code nonProxyHosts}.
 */
public final class MavenProxies {
    /** As HTTPS_PROXY has it: a URL, or only its host and port. */
    private static final String PROXY_URL =
            "(?:[A-Za-z][A-Za-z0-9+.-]*://)?(?<login>[^/]*@)?(?<host>\\[[0-9A-Fa-f:.]+]|[^:/@\\[\\]]+)(?::(?<port>[0-9]+))?/?";

    private final Settings settings;
    private final PasswordDecryption decryption;
    private final UnaryOperator<@Nullable String> properties;
    private final ProxySelector selector;

    /** @param properties returns a property of this build, null if it is not set; {@code env.NAME} is of the environment */
    public MavenProxies(
            Settings settings,
            PasswordDecryption decryption,
            UnaryOperator<@Nullable String> properties,
            ProxySelector selector) {
        this.settings = settings;
        this.decryption = decryption;
        this.properties = properties;
        this.selector = selector;
    }

    /** Returns the proxy for an address; empty if it is reached directly. */
    public Optional<Proxy> find(URI address) throws CredentialsException {
        RemoteRepository asRepository = new RemoteRepository.Builder("buddy", "default", address.toString()).build();
        org.eclipse.aether.repository.Proxy chosen = selector.getProxy(asRepository);
        boolean leavesMachine = "http".equalsIgnoreCase(address.getScheme()) && chosen != null && !isLoopback(chosen);
        return chosen == null || leavesMachine ? Optional.empty() : Optional.of(proxy(chosen));
    }

    /** Without TLS, which is only for this machine, the token does not leave this machine for a proxy either. */
    private static boolean isLoopback(org.eclipse.aether.repository.Proxy proxy) {
        String host = proxy.getHost();
        return host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("::1");
    }

    private Proxy proxy(org.eclipse.aether.repository.Proxy chosen) throws CredentialsException {
        for (org.apache.maven.settings.Proxy configured : settings.getProxies()) {
            if (configured.isActive()
                    && chosen.getType().equalsIgnoreCase(configured.getProtocol())
                    && configured.getPort() == chosen.getPort()
                    && chosen.getHost().equals(configured.getHost())) {
                checkAddress(configured);
                return new Proxy(id(configured), chosen.getHost(), chosen.getPort(), login(configured));
            }
        }
        return new Proxy("", chosen.getHost(), chosen.getPort(), Optional.empty());
    }

    private static void checkAddress(org.apache.maven.settings.Proxy proxy) throws CredentialsException {
        check(proxy.getHost(), "host", proxy);
        if (!ServerCredentials.isVisibleAscii(proxy.getHost()) || proxy.getPort() < 1 || proxy.getPort() > 65535) {
            throw new CredentialsException(
                    "The <proxy> '" + Parameter.display(id(proxy)) + "' of settings.xml has the address "
                            + Parameter.display(proxy.getHost()) + ":" + proxy.getPort()
                            + ", which is not a host and a port from 1 to 65535. Correct its <host> and <port>.");
        }
    }

    /**
     * Returns what to write in settings.xml for a proxy that other tools would take for this address; empty if there is none, or
     * if settings.xml has proxies already.
     */
    public Optional<String> hint(URI address) {
        if (hasActiveProxy() || !"https".equalsIgnoreCase(address.getScheme())) {
            return Optional.empty();
        }
        for (String name : List.of("env.HTTPS_PROXY", "env.https_proxy", "https.proxyHost")) {
            String value = properties.apply(name);
            if (value != null && !value.isBlank()) {
                return Optional.of(hint(name, value.strip()));
            }
        }
        return Optional.empty();
    }

    private boolean hasActiveProxy() {
        for (org.apache.maven.settings.Proxy proxy : settings.getProxies()) {
            if (proxy.isActive()) {
                return true;
            }
        }
        return false;
    }

    private String hint(String property, String value) {
        boolean environment = property.startsWith("env.");
        Matcher url = Pattern.compile(PROXY_URL).matcher(value);
        boolean readable = url.matches();
        String port = environment ? (readable ? url.group("port") : null) : properties.apply("https.proxyPort");
        boolean login = readable && url.group("login") != null;
        return (environment ? property.substring("env.".length()) + " is set" : "-D" + property + " is set")
                + ", but Maven only takes proxies from <proxies> of settings.xml. Add <proxies><proxy><protocol>https</protocol>"
                + "<host>" + (readable ? Parameter.display(url.group("host")) : "HOST") + "</host><port>"
                + (port == null ? "PORT" : Parameter.display(port)) + "</port>"
                + (login ? "<username>USER</username><password>PASSWORD</password>" : "")
                + "</proxy></proxies> to ~/.m2/settings.xml.";
    }

    private static void check(String text, String element, org.apache.maven.settings.Proxy proxy)
            throws CredentialsException {
        Optional<String> problem = SettingsText.problem(text, element, owner(proxy));
        if (problem.isPresent()) {
            throw new CredentialsException(problem.get());
        }
    }

    private static String owner(org.apache.maven.settings.Proxy proxy) {
        return "<proxy> '" + Parameter.display(id(proxy)) + "' in settings.xml";
    }

    private static String id(org.apache.maven.settings.Proxy configured) {
        return configured.getId() == null ? "" : configured.getId();
    }

    private Optional<Proxy.Login> login(org.apache.maven.settings.Proxy configured) throws CredentialsException {
        if (configured.getUsername() == null || configured.getUsername().isEmpty()) {
            return Optional.empty();
        }
        check(configured.getUsername(), "username", configured);
        if (configured.getPassword() == null) {
            return Optional.of(new Proxy.Login(configured.getUsername(), Secret.of("")));
        }
        check(configured.getPassword(), "password", configured);
        String password = decryption.decrypt(configured, owner(configured));
        return Optional.of(new Proxy.Login(configured.getUsername(), Secret.of(password)));
    }
}
