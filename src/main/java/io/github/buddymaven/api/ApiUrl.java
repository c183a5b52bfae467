package io.github.buddymaven.api;

import io.github.buddymaven.check.Element;
import io.github.buddymaven.check.Problems;
import io.github.buddymaven.check.Texts;
import io.github.buddymaven.secret.Secret;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The base URL of a Buddy API, which may have a path of its own. */
public final class ApiUrl {
    private static final String PARAMETER = "apiUrl";
    private static final String EXAMPLE = "https://api.buddy.works";
    private static final Pattern IPV4_LOOPBACK = Pattern.compile("127(?:\\.[0-9]{1,3}){3}");
    private static final Pattern USER_INFO = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*:)?(/*)[^/?#]*@");
    private static final Pattern QUERY_OR_FRAGMENT = Pattern.compile("([?#]).*$", Pattern.DOTALL);

    private final String base;

    private ApiUrl(String base) {
        this.base = base;
    }

    /** The URL, where it keeps all rules; reports the broken ones where it does not. */
    public static Optional<ApiUrl> check(@Nullable String written, Problems problems) {
        Element element = new Element(PARAMETER, Optional.ofNullable(written).map(ApiUrl::withoutSecrets));
        if (!Texts.required(element, "write the base URL of the API, such as " + EXAMPLE + ".", problems)) {
            return Optional.empty();
        }
        try {
            return check(element, new URI(String.valueOf(written).trim()), problems);
        } catch (URISyntaxException e) {
            problems.add(element + " is not a URL: write the base URL of the API, such as " + EXAMPLE + ".");
            return Optional.empty();
        }
    }

    private static Optional<ApiUrl> check(Element element, URI url, Problems problems) {
        String before = element + " ";
        if (url.getRawUserInfo() != null
                || String.valueOf(url.getRawAuthority()).contains("@")) {
            problems.add(before + "holds a user name or a token: remove it; the token belongs into settings.xml.");
        } else if (url.getRawQuery() != null || url.getRawFragment() != null) {
            problems.add(before + "has a query or a fragment: write the base URL alone, such as " + EXAMPLE + ".");
        } else if (url.getScheme() == null || url.getHost() == null || url.getPort() > 65535) {
            problems.add(before + "is not an absolute URL with a host: write one such as " + EXAMPLE + ".");
        } else if (!isSafe(url)) {
            problems.add(before + "must start with https://, so that nobody can read the token on its way;"
                    + " http:// is allowed to this machine alone (localhost, 127.0.0.1, [::1]).");
        } else {
            return Optional.of(new ApiUrl(url.toASCIIString().replaceAll("/+$", "")));
        }
        return Optional.empty();
    }

    private static boolean isSafe(URI url) {
        return switch (url.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> true;
            case "http" -> isLoopback(url.getHost());
            default -> false;
        };
    }

    private static boolean isLoopback(String host) {
        if (host.equalsIgnoreCase("localhost") || IPV4_LOOPBACK.matcher(host).matches()) {
            return true;
        }
        try {
            return host.startsWith("[") && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** What may be shown: people put tokens before the host and behind the question mark. */
    private static String withoutSecrets(String written) {
        String withoutUser = USER_INFO.matcher(written.trim()).replaceFirst("$1$2" + Secret.MASK + "@");
        return QUERY_OR_FRAGMENT.matcher(withoutUser).replaceFirst("$1" + Secret.MASK);
    }

    /** The URL of a resource below this one; each part becomes one part of the path, whatever it holds. */
    URI resource(String... parts) {
        StringBuilder address = new StringBuilder(base);
        for (String part : parts) {
            address.append('/').append(PathPart.encode(part));
        }
        return URI.create(address.toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiUrl url && url.base.equals(base);
    }

    @Override
    public int hashCode() {
        return base.hashCode();
    }

    @Override
    public String toString() {
        return base;
    }
}
