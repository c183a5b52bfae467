package io.github.buddymaven;

import io.github.buddymaven.api.ApiUrl;
import io.github.buddymaven.http.Proxy;
import io.github.buddymaven.http.Timeouts;
import io.github.buddymaven.http.TransportException;
import java.util.Optional;

/** Why there is no answer, for a person who may have to mend an address, a network or a certificate. */
final class NetworkText {
    private final ApiUrl to;
    private final Timeouts limits;
    private final String proxy;

    NetworkText(ApiUrl to, Timeouts limits, Optional<Proxy> proxy) {
        this.to = to;
        this.limits = limits;
        this.proxy = proxy.map(through -> "the <proxy> '" + through.id() + "' of settings.xml (" + through + ")")
                .orElse("the proxy");
    }

    /** What went wrong, and what to do. */
    String of(TransportException failure) {
        return switch (failure.kind()) {
            case UNKNOWN_HOST ->
                "no address is known for the host of " + to + ". Check <apiUrl>, this machine's DNS and its network.";
            case CONNECTION_REFUSED ->
                "nothing accepts connections at " + to + ". Check <apiUrl>, and whether a firewall stands between.";
            case CONNECT_TIMEOUT ->
                "no connection to " + to + " within <connectTimeout>"
                        + limits.connect().toSeconds()
                        + "</connectTimeout> seconds. Check <apiUrl>, and whether this network needs a <proxy> in settings.xml.";
            case EXCHANGE_TIMEOUT ->
                "no complete answer from " + to + " within <requestTimeout>"
                        + limits.exchange().toSeconds() + "</requestTimeout> seconds. Raise it, if Buddy is that slow.";
            case CONNECTION_LOST ->
                "the connection to " + to + " broke "
                        + (failure.isSent() ? "before the answer was complete." : "before the request was sent.");
            case TLS_UNTRUSTED ->
                "the certificate of " + to + " comes from an authority that this Java does not trust."
                        + " Import the authority's certificate into a trust store and name it with"
                        + " -Djavax.net.ssl.trustStore=FILE in MAVEN_OPTS.";
            case TLS_EXPIRED ->
                "the certificate of " + to + " is not valid today. Have the server's certificate renewed, or"
                        + " set this machine's clock.";
            case TLS_WRONG_HOST ->
                "the certificate of " + to + " is for another host. Write the host into <apiUrl> that the"
                        + " certificate names.";
            case TLS_NOT_SPOKEN -> "what answers at " + to + " does not speak TLS. Check the port in <apiUrl>.";
            case TLS_SETTINGS, TLS_TRUST_STORE_EMPTY, TLS_TRUST_STORE_PASSWORD ->
                "Java's TLS settings cannot be used. Check javax.net.ssl.trustStore,"
                        + " javax.net.ssl.trustStorePassword and the like in MAVEN_OPTS.";
            case TLS_TIMEOUT ->
                "the TLS handshake with " + to + " was not answered within <connectTimeout>"
                        + limits.connect().toSeconds()
                        + "</connectTimeout> seconds. Check that the port in <apiUrl> is one for https.";
            case TLS_OTHER ->
                "no TLS connection to " + to + " could be made; TLS 1.2 and 1.3 are supported. Check <apiUrl>"
                        + " and the server.";
            case PROXY_UNREACHABLE, PROXY_TIMEOUT ->
                "no connection to " + proxy + ". Check its host and port there, or add the host of " + to
                        + " to its <nonProxyHosts>.";
            case PROXY_LOGIN, PROXY_LOGIN_MISSING, PROXY_LOGIN_UNSUPPORTED ->
                proxy + " wants another login. Check its <username> and <password> there.";
            case PROXY_REFUSED ->
                proxy + " did not connect to " + to
                        + ". Ask who runs it to let this through, or add the host to its <nonProxyHosts>.";
            case ANSWER_TOO_LARGE ->
                "the answer of " + to + " is larger than 8 MiB, which none of Buddy's is. Check <apiUrl>.";
            case ANSWER_MALFORMED -> "what answers at " + to + " does not speak HTTP as it should. Check <apiUrl>.";
            case INTERRUPTED -> "the build was interrupted.";
        };
    }
}
