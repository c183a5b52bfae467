package io.github.buddymaven.action;

import static io.github.buddymaven.action.Field.ARTIFACT;
import static io.github.buddymaven.action.Field.INTEGRATION;
import static io.github.buddymaven.action.Field.REGION;
import static io.github.buddymaven.action.Field.REGISTRY;
import static io.github.buddymaven.action.Field.REGISTRY_SERVER_ID;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The types of registries, each with the fields that it needs; it does not go with the others of {@link #FIELDS}. {@code
 * REGISTRY_SERVER_ID} stands for the login, however the POM has it. Source: buddy.works/docs/api, "Add an action", {@code
 * docker_registry}; the last two are in the docs of the YAML form.
 */
enum RegistryType {
    NONE,
    DOCKER_HUB(INTEGRATION),
    AMAZON_ECR(INTEGRATION, REGION),
    GOOGLE_GCR(INTEGRATION, REGISTRY),
    GOOGLE_ARTIFACT_REGISTRY(INTEGRATION, REGISTRY),
    GIT_HUB_CONTAINER_REGISTRY(INTEGRATION),
    OTHER(REGISTRY, REGISTRY_SERVER_ID),
    ARTIFACT_REGISTRY(ARTIFACT),
    DIGITAL_OCEAN_CONTAINER_REGISTRY(INTEGRATION);

    /** The fields that say where a registry is and how Buddy logs in to it. */
    static final List<Field> FIELDS = List.of(INTEGRATION, REGION, REGISTRY, REGISTRY_SERVER_ID, ARTIFACT);

    /** The hosts of Google GCR. */
    static final List<String> GCR_HOSTS = List.of("gcr.io", "us.gcr.io", "eu.gcr.io", "asia.gcr.io");

    private static final String ARTIFACT_REGISTRY_HOST = "[a-z0-9-]+-docker\\.pkg\\.dev";

    private static final String PUBLIC_HOST =
            "(?:docker\\.io|index\\.docker\\.io|registry-1\\.docker\\.io|ghcr\\.io|registry\\.digitalocean\\.com|[0-9]+\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com)";

    @SuppressWarnings("ImmutableEnumChecker") // List.of does not change
    private final List<Field> needs;

    RegistryType(Field... needs) {
        this.needs = List.of(needs);
    }

    boolean needs(Field field) {
        return needs.contains(field);
    }

    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (RegistryType type : values()) {
            names.add(type.name());
        }
        return names;
    }

    static Optional<RegistryType> of(String name) {
        for (RegistryType type : values()) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Returns the names of the types that need a field. */
    static List<String> thatNeed(Field field) {
        return Stream.of(values())
                .filter(type -> type.needs(field))
                .map(RegistryType::name)
                .toList();
    }

    /** Returns whether a host is that of a registry which Buddy finds without being told the host. */
    static boolean isPublicHost(String host) {
        return isGcr(host)
                || isArtifactRegistry(host)
                || host.toLowerCase(Locale.ROOT).matches(PUBLIC_HOST);
    }

    static boolean isGcr(String host) {
        return GCR_HOSTS.contains(host.toLowerCase(Locale.ROOT));
    }

    static boolean isArtifactRegistry(String host) {
        return host.toLowerCase(Locale.ROOT).matches(ARTIFACT_REGISTRY_HOST);
    }
}
