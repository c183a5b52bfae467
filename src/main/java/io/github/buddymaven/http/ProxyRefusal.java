package io.github.buddymaven.http;

import io.github.buddymaven.http.TransportException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.ProtocolException;

/** Finds out why a proxy answered in place of the server, which the request did not reach. */
final class ProxyRefusal {
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private ProxyRefusal() {}

    static TransportException of(HttpResponse response, Request request, boolean hasLogin) {
        ProtocolException cause = new ProtocolException("the proxy answered HTTP " + response.getCode());
        if (response.getCode() != 407) {
            return new TransportException(Kind.PROXY_REFUSED, request, false, cause);
        }
        List<String> schemes = offeredSchemes(response);
        if (!schemes.isEmpty() && !isAnySupported(schemes)) {
            return TransportException.unsupportedProxyLogin(request, String.join(", ", schemes), cause);
        }
        return new TransportException(hasLogin ? Kind.PROXY_LOGIN : Kind.PROXY_LOGIN_MISSING, request, false, cause);
    }

    /** Reads the names only; HttpClient's parser takes the second of {@code Negotiate, NTLM} for a value of the first. */
    private static List<String> offeredSchemes(HttpResponse response) {
        List<String> schemes = new ArrayList<>();
        for (Header header : response.getHeaders("Proxy-Authenticate")) {
            String unquoted = QUOTED.matcher(String.valueOf(header.getValue())).replaceAll("");
            for (String element : unquoted.split(",", -1)) {
                String name = element.strip().split(" ", 2)[0];
                if (!name.isEmpty() && !name.contains("=")) {
                    schemes.add(name);
                }
            }
        }
        return schemes;
    }

    private static boolean isAnySupported(List<String> schemes) {
        for (String scheme : schemes) {
            if (ApacheClientFactory.proxyAuthScheme(scheme) != null) {
                return true;
            }
        }
        return false;
    }
}
