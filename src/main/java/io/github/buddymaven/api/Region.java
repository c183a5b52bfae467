package io.github.buddymaven.api;

import java.net.URI;
import java.net.URISyntaxException;
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

    /** Returns the base URL of its API. */
    public String url() {
        return url;
    }

    /** Returns the region of an address, by its host. */
    public static Optional<Region> of(String address) {
        try {
            URI uri = new URI(address);
            String base = uri.getScheme() + "://" + uri.getHost();
            for (Region region : values()) {
                if (region.url.equalsIgnoreCase(base)) {
                    return Optional.of(region);
                }
            }
        } catch (URISyntaxException e) {
            // is not one of Buddy's
        }
        return Optional.empty();
    }
}
