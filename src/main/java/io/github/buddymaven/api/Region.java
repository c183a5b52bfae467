package io.github.buddymaven.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;

/** The APIs that Buddy itself runs. Source: buddy.works/docs/api, "Getting started". */
public enum Region {
    US("https://api.buddy.works"),
    EU("https://api.eu.buddy.works"),
    ASIA("https://api.asia.buddy.works");

    private final String url;

    Region(String url) {
        this.url = url;
    }

    /** The base URL of its API. */
    public String url() {
        return url;
    }

    /** The region of an address, by its host. */
    public static Optional<Region> of(String address) {
        try {
            URI uri = new URI(address);
            String base = uri.getScheme() + "://" + uri.getHost();
            return Arrays.stream(values())
                    .filter(region -> region.url.equalsIgnoreCase(base))
                    .findFirst();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
