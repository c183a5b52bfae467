package io.github.buddymaven.report;

import io.github.buddymaven.api.ApiUrl;
import io.github.buddymaven.http.Proxy;
import io.github.buddymaven.http.Timeouts;
import io.github.buddymaven.http.TransportException;
import io.github.buddymaven.validation.Parameter;
import java.util.Optional;

/** The messages about a network, a proxy or TLS in the way: what went wrong, and what to do. */
public final class TransportMessages {
    private final ApiUrl api;
    private final Timeouts timeouts;
    private final Optional<Proxy> proxy;
    private final Optional<String> proxyHint;

    /**
     * Creates the messages of one connection.
     *
     * @param proxyHint a sentence about a proxy that other tools would take and Maven does not; empty if there is none
     */
    public TransportMessages(ApiUrl api, Timeouts timeouts, Optional<Proxy> proxy, Optional<String> proxyHint) {
        this.api = api;
        this.timeouts = timeouts;
        this.proxy = proxy;
        this.proxyHint = proxyHint;
    }

    /** Returns what went wrong and what to do. */
    String message(TransportException failure) {
        return switch (failure.kind()) {
            case UNKNOWN_HOST ->
                "No address is known for the host of " + api + ". Check <apiUrl>, and this machine's DNS and network."
                        + proxyHint();
            case CONNECTION_REFUSED ->
                "Nothing accepts connections at " + api + ". Check <apiUrl>, and whether a firewall is in between."
                        + proxyHint();
            case CONNECT_TIMEOUT ->
                "No connection to " + api + " within <connectTimeout>"
                        + timeouts.connect().toSeconds()
                        + "</connectTimeout> seconds. Check <apiUrl>, and whether this network needs a <proxy> in"
                        + " settings.xml." + proxyHint();
            case EXCHANGE_TIMEOUT ->
                "No complete response from " + api + " within <requestTimeout>"
                        + timeouts.exchange().toSeconds()
                        + "</requestTimeout> seconds. Raise it if Buddy is that slow.";
            case CONNECTION_LOST ->
                "The connection to " + api + " broke "
                        + (failure.isSent() ? "before the response was complete." : "before the request was sent.")
                        + " Check the network.";
            case TLS_UNTRUSTED ->
                "This Java does not trust the authority that issued the certificate of " + api
                        + ". Import the authority's certificate into a trust store, and add"
                        + " -Djavax.net.ssl.trustStore=FILE and -Djavax.net.ssl.trustStorePassword=PASSWORD in"
                        + " MAVEN_OPTS or .mvn/jvm.config.";
            case TLS_EXPIRED ->
                "The certificate of " + api
                        + " is not valid today. Have the server's certificate renewed, or set this machine's clock.";
            case TLS_WRONG_HOST ->
                "The certificate of " + api + " is for another host. Write the host of the certificate in <apiUrl>.";
            case TLS_NOT_SPOKEN -> api + " did not answer with TLS. Check the port in <apiUrl>.";
            case TLS_SETTINGS ->
                "The TLS settings of Java cannot be used. Check -Djavax.net.ssl.trustStore,"
                        + " -Djavax.net.ssl.trustStorePassword and the like in MAVEN_OPTS and .mvn/jvm.config.";
            case TLS_TRUST_STORE_EMPTY ->
                "Java finds no certificate in its trust store. If it is a PKCS12 store, as keytool makes it, add"
                        + " -Djavax.net.ssl.trustStorePassword=PASSWORD beside -Djavax.net.ssl.trustStore=FILE in"
                        + " MAVEN_OPTS or .mvn/jvm.config.";
            case TLS_TRUST_STORE_PASSWORD ->
                "Java cannot open its trust store with this password. Correct -Djavax.net.ssl.trustStorePassword in"
                        + " MAVEN_OPTS or .mvn/jvm.config.";
            case TLS_TIMEOUT ->
                api + " did not answer the TLS handshake within <connectTimeout>"
                        + timeouts.connect().toSeconds()
                        + "</connectTimeout> seconds. Check that the port in <apiUrl> is one for https.";
            case TLS_OTHER ->
                "The TLS connection to " + api
                        + " failed; TLS 1.2 and 1.3 are supported. Check <apiUrl> and the server.";
            case PROXY_UNREACHABLE ->
                "No connection to " + proxy() + ". Check its host and port there, or add the host of " + api
                        + " to its <nonProxyHosts>.";
            case PROXY_LOGIN -> proxy() + " rejected the login (407). Check its <username> and <password> there.";
            case PROXY_LOGIN_MISSING ->
                proxy() + " wants a login (407), and none is configured. Add <username> and <password> there.";
            case PROXY_LOGIN_UNSUPPORTED ->
                proxy() + " only takes logins with "
                        + Parameter.display(failure.offeredSchemes())
                        + ". Use a proxy that takes Basic or Digest.";
            case PROXY_TIMEOUT ->
                proxy() + " took the connection, but did not answer within <connectTimeout>"
                        + timeouts.connect().toSeconds()
                        + "</connectTimeout> seconds. Ask whoever runs it, or add the host of " + api
                        + " to its <nonProxyHosts>.";
            case PROXY_REFUSED ->
                proxy() + " did not connect to " + api
                        + ". Ask whoever runs it to let this through, or add the host to its <nonProxyHosts>.";
            case ANSWER_TOO_LARGE ->
                "The response of " + api + " is larger than 8 MiB, and none of Buddy's is. Check <apiUrl>.";
            case ANSWER_MALFORMED -> api + " did not answer with valid HTTP. Check <apiUrl>.";
            case INTERRUPTED -> "The build was interrupted.";
        };
    }

    private String proxy() {
        return proxy.isPresent()
                ? "<proxy> '" + Parameter.display(proxy.get().id()) + "' of settings.xml (" + proxy.get() + ")"
                : "";
    }

    private String proxyHint() {
        return proxyHint.isPresent() ? " " + proxyHint.get() : "";
    }
}
