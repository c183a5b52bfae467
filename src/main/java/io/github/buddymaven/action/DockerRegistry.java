package io.github.buddymaven.action;

import static io.github.buddymaven.action.RegistryPart.ARTIFACT;
import static io.github.buddymaven.action.RegistryPart.INTEGRATION;
import static io.github.buddymaven.action.RegistryPart.REGION;
import static io.github.buddymaven.action.RegistryPart.REGISTRY;
import static io.github.buddymaven.action.RegistryPart.REGISTRY_SERVER_ID;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The kinds of registries, each with what it needs, which excludes everything else. Source: buddy.works/docs/api, "Add an
 * action", {@code docker_registry}; the last two stand in the docs of the YAML form.
 */
enum DockerRegistry {
    NONE,
    DOCKER_HUB,
    AMAZON_ECR,
    GOOGLE_GCR,
    GOOGLE_ARTIFACT_REGISTRY,
    GIT_HUB_CONTAINER_REGISTRY,
    OTHER,
    ARTIFACT_REGISTRY,
    DIGITAL_OCEAN_CONTAINER_REGISTRY;

    static List<String> names() {
        return Stream.of(values()).map(Enum::name).toList();
    }

    static Optional<DockerRegistry> of(String name) {
        return Stream.of(values())
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
    }

    boolean needs(RegistryPart part) {
        return parts().contains(part);
    }

    private Set<RegistryPart> parts() {
        return switch (this) {
            case NONE -> Set.of();
            case DOCKER_HUB, GIT_HUB_CONTAINER_REGISTRY, DIGITAL_OCEAN_CONTAINER_REGISTRY -> Set.of(INTEGRATION);
            case AMAZON_ECR -> Set.of(INTEGRATION, REGION);
            case GOOGLE_GCR, GOOGLE_ARTIFACT_REGISTRY -> Set.of(INTEGRATION, REGISTRY);
            case OTHER -> Set.of(REGISTRY, REGISTRY_SERVER_ID);
            case ARTIFACT_REGISTRY -> Set.of(ARTIFACT);
        };
    }

    /** The kinds that need this. */
    static List<String> thatNeed(RegistryPart part) {
        return Stream.of(values())
                .filter(kind -> kind.needs(part))
                .map(Enum::name)
                .toList();
    }
}
