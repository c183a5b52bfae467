package io.github.buddymaven.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.buddymaven.secret.Secret;
import io.github.buddymaven.validation.Parameter;
import io.github.buddymaven.validation.ParameterChecks;
import io.github.buddymaven.validation.Problems;
import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The base URL of a Buddy API, which may have a path of its own. */
public final class ApiUrl {
    private static final String EXAMPLE = Region.US.url();
    private static final String IPV4_LOOPBACK = "127(?:\\.[0-9]{1,3}){3}";
    private static final String USER_INFO = "^([A-Za-z][A-Za-z0-9+.-]*:)?(/*)[^/?#]*@";
    private static final String QUERY_OR_FRAGMENT = "(?s)([?#]).*$";
    private static final String HOST = "^[A-Za-z][A-Za-z0-9+.-]*://([^/?#:\\[\\]]+)";

    /** In 2010 the rules for these changed; Java has those of 2003. */
    private static final String AMBIGUOUS = "\u00df\u1e9e\u03c2\u200c\u200d";

    private final String base;

    private ApiUrl(String base) {
        this.base = base;
    }

    /** Returns the URL if it is valid; reports what is wrong with it if not. */
    public static Optional<ApiUrl> validate(@Nullable String written, Problems problems) {
        Parameter shown = Parameter.named("apiUrl", written == null ? null : withoutSecrets(written.trim()));
        if (!ParameterChecks.required(shown, "Write the base URL of the API, such as " + EXAMPLE + ".", problems)) {
            return Optional.empty();
        }
        try {
            return validate(shown, new URI(String.valueOf(written).trim()), problems);
        } catch (URISyntaxException e) {
            problems.add(shown
                    + problemOfHost(shown)
                            .orElse(" is not a URL. Write the base URL of the API, such as " + EXAMPLE + "."));
            return Optional.empty();
        }
    }

    private static Optional<ApiUrl> validate(Parameter shown, URI url, Problems problems) {
        if (url.getRawUserInfo() != null
                || String.valueOf(url.getRawAuthority()).contains("@")) {
            problems.add(shown + " contains a user name or a token. Remove it, and put the token in settings.xml.");
        } else if (url.getRawQuery() != null || url.getRawFragment() != null) {
            problems.add(shown + " has a query or a fragment. Write only the base URL, such as " + EXAMPLE + ".");
        } else if (url.getScheme() == null || url.getHost() == null || url.getPort() > 65535) {
            problems.add(shown
                    + problemOfHost(shown)
                            .orElse(" is not an absolute URL with a host. Write one such as " + EXAMPLE + "."));
        } else if (!isSafe(url)) {
            problems.add(
                    shown + " does not start with https://, so others could read the token on its way. Write https://;"
                            + " http:// is only allowed to this machine (localhost, 127.0.0.1, [::1]).");
        } else {
            return Optional.of(new ApiUrl(url.toASCIIString().replaceFirst("/+$", "")));
        }
        return Optional.empty();
    }

    /**
     * Returns what is wrong with the host. Java finds no host in a URL whose host has an underscore or a letter beyond ASCII,
     * without saying why.
     */
    private static Optional<String> problemOfHost(Parameter shown) {
        Matcher host = Pattern.compile(HOST).matcher(shown.text());
        if (!host.find() || shown.text().contains(Secret.MASK)) {
            return Optional.empty();
        }
        String name = host.group(1);
        return name.codePoints()
                .filter(character -> character == '_' || character > 0x7F)
                .mapToObj(Character::toString)
                .findFirst()
                .map(invalid -> " has the character '" + Parameter.display(invalid)
                        + "' in its host, which no host name has. " + remedyForHost(invalid, name));
    }

    private static String remedyForHost(String invalid, String host) {
        return invalid.equals("_")
                ? "Write a host name without it."
                : ascii(host).map(ascii -> "Write " + ascii + " instead.").orElse("Write the host in ASCII.");
    }

    /** Returns nothing for a host that Java would convert to another one than a browser does, or to none. */
    private static Optional<String> ascii(String host) {
        if (host.codePoints().anyMatch(character -> AMBIGUOUS.indexOf(character) >= 0)) {
            return Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isSafe(URI url) {
        return switch (url.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> true;
            case "http" -> isLoopback(url.getHost());
            default -> false;
        };
    }

    private static boolean isLoopback(String host) {
        if (host.equalsIgnoreCase("localhost") || host.matches(IPV4_LOOPBACK)) {
            return true;
        }
        try {
            return host.startsWith("[") && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Returns what may be shown: people put tokens before the host and after the question mark. */
    private static String withoutSecrets(String url) {
        boolean mayHaveSecrets = url.contains("@") || url.contains("?") || url.contains("#");
        return mayHaveSecrets
                ? url.replaceFirst(USER_INFO, "$1$2" + Secret.MASK + "@")
                        .replaceFirst(QUERY_OR_FRAGMENT, "$1" + Secret.MASK)
                : url;
    }

    /** Returns the URI of a resource below this URL; each part becomes one part of the path, whatever it contains. */
    URI resource(String... parts) {
        StringBuilder address = new StringBuilder(base);
        for (String part : parts) {
            address.append('/').append(encode(part));
        }
        return URI.create(address.toString());
    }

    /** Percent-encodes a part of a path, so that it cannot end the part, climb up or start a query. */
    private static String encode(String part) {
        if (part.equals(".") || part.equals("..")) {
            return part.replace(".", "%2E");
        }
        return URLEncoder.encode(part, UTF_8).replace("+", "%20");
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
