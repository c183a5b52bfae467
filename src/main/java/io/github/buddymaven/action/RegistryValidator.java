package io.github.buddymaven.action;

import static io.github.buddymaven.action.Field.ARTIFACT;
import static io.github.buddymaven.action.Field.DOCKER_REGISTRY;
import static io.github.buddymaven.action.Field.INTEGRATION;
import static io.github.buddymaven.action.Field.LOGIN;
import static io.github.buddymaven.action.Field.PASSWORD;
import static io.github.buddymaven.action.Field.REGION;
import static io.github.buddymaven.action.Field.REGISTRY;
import static io.github.buddymaven.action.Field.REGISTRY_SERVER_ID;

import io.github.buddymaven.validation.Parameter;
import io.github.buddymaven.validation.ParameterChecks;
import io.github.buddymaven.validation.Problems;
import java.util.List;
import java.util.Optional;

/**
 * Validates where the registry is and how Buddy logs in to it. If the POM names the type of the registry, exactly what that
 * type needs must be there; if not, Buddy derives the type, and only what cannot go together is refused.
 */
final class RegistryValidator {
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";
    private static final String HOST = "(?:" + LABEL + "(?:\\." + LABEL + ")*|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?";
    private static final String AWS_REGION = "[a-z]{2,}(?:-[a-z]+)+-[0-9]+";
    private static final String GITHUB_HOST = "ghcr.io";

    private final PushActionConfig config;
    private final Problems problems;
    private final Parameter registry;

    RegistryValidator(PushActionConfig config, Problems problems) {
        this.config = config;
        this.problems = problems;
        this.registry = config.parameter(REGISTRY);
    }

    void validate() {
        checkIntegration();
        checkLogin();
        checkRegion();
        ParameterChecks.filledLine(config.parameter(ARTIFACT), "Name the artifact, or remove the element.", problems);
        Optional<String> host = host();
        Optional<RegistryType> type = RegistryType.of(
                ParameterChecks.choice(config.parameter(DOCKER_REGISTRY), RegistryType.names(), problems)
                        .orElse(""));
        if (type.isPresent()) {
            checkFieldsOf(type.get());
            host.ifPresent(name -> checkHostOf(type.get(), name));
        } else if (!config.has(DOCKER_REGISTRY)) {
            checkDerivedType();
            host.ifPresent(this::checkHostOfDerivedType);
        }
    }

    private void checkIntegration() {
        Parameter hashId = config.integration(PushActionConfig.HASH_ID);
        Parameter identifier = config.integration(PushActionConfig.IDENTIFIER);
        String remedy = "Copy it from the integration's page in Buddy.";
        ParameterChecks.filledLine(hashId, remedy, problems);
        ParameterChecks.filledLine(identifier, remedy, problems);
        if (hashId.isPresent() && identifier.isPresent()) {
            problems.add("<integration>" + hashId + identifier
                    + "</integration> names two integrations. Keep either <hashId> or <identifier>.");
        }
    }

    /** Each of login and password is exactly one variable of Buddy; anything else would be a secret in the POM. */
    private void checkLogin() {
        Parameter server = config.parameter(REGISTRY_SERVER_ID);
        ParameterChecks.filledLine(server, "Name a <server> of settings.xml, or remove the element.", problems);
        for (Field field : List.of(LOGIN, PASSWORD)) {
            if (config.has(field)
                    && !BuddyVariable.isAllOf(config.parameter(field).text())) {
                problems.add(
                        "<" + field.parameter() + "> is not exactly one variable of Buddy, so it counts as a secret,"
                                + " and anyone can read it in the POM. Move it to a <server> in settings.xml and name that with"
                                + " <registryServerId>, or write a variable such as $REGISTRY_" + field.name() + ".");
            }
            if (config.has(field) && server.isPresent()) {
                problems.add("<" + field.parameter() + "> and " + server
                        + " exclude each other. Keep <registryServerId> for a login in settings.xml, <login> and"
                        + " <password> for variables of Buddy.");
            }
        }
        if (hasVariable(LOGIN) != hasVariable(PASSWORD)) {
            String present = hasVariable(LOGIN) ? "<login>" : "<password>";
            String missing = hasVariable(LOGIN) ? "<password>" : "<login>";
            problems.addUnlessLenient(present + " needs " + missing + ". Add it as another variable of Buddy.");
        }
    }

    private boolean hasVariable(Field field) {
        return BuddyVariable.isAllOf(config.parameter(field).text());
    }

    private void checkRegion() {
        Parameter region = config.parameter(REGION);
        if (!region.isPresent() || !ParameterChecks.singleLine(region, problems)) {
            return;
        }
        if (!region.text().matches(AWS_REGION) && !BuddyVariable.isIn(region.text())) {
            problems.addUnlessLenient(
                    region
                            + " is not an AWS region code. Write one such as us-east-1, or a variable of Buddy such as $AWS_REGION.");
        }
    }

    /** Returns the host of the registry, unless it is invalid or only Buddy knows it. */
    private Optional<String> host() {
        boolean ofBuddy = BuddyVariable.isIn(registry.text()) && registry.text().indexOf('/') < 0;
        if (!registry.isPresent() || !ParameterChecks.singleLine(registry, problems) || ofBuddy) {
            return Optional.empty();
        }
        if (registry.text().matches(HOST)) {
            return registry.value();
        }
        problems.addUnlessLenient(registry + " is not a host. Write only the host, such as registry.example.com or"
                + " registry.example.com:5000, and put a path in <repository>.");
        return Optional.empty();
    }

    private void checkFieldsOf(RegistryType type) {
        Parameter dockerRegistry = config.parameter(DOCKER_REGISTRY);
        for (Field field : RegistryType.FIELDS) {
            if (type.needs(field) && !has(field)) {
                problems.addUnlessLenient(
                        dockerRegistry + " needs <" + field.parameter() + ">. Add " + meaning(field, type) + ".");
            } else if (!type.needs(field) && has(field)) {
                problems.addUnlessLenient(dockerRegistry + " does not go with " + shown(field) + ". Remove "
                        + element(field) + ", or change <dockerRegistry> to one that needs "
                        + (isPair(field) ? "them" : "it") + ": " + String.join(", ", RegistryType.thatNeed(field))
                        + ".");
            }
        }
    }

    private boolean has(Field field) {
        return field == REGISTRY_SERVER_ID ? hasLogin() : config.has(field);
    }

    private boolean hasLogin() {
        return config.has(REGISTRY_SERVER_ID) || config.has(LOGIN) || config.has(PASSWORD);
    }

    /** Returns an element with its value, if that is one text and no secret. */
    private String shown(Field field) {
        boolean plain = config.has(field) && field != INTEGRATION;
        return plain ? config.parameter(field).toString() : element(field);
    }

    private String element(Field field) {
        return isPair(field) ? "<login> and <password>" : "<" + field.parameter() + ">";
    }

    /** Two variables of Buddy take the place of a server in settings.xml. */
    private boolean isPair(Field field) {
        return field == REGISTRY_SERVER_ID && !config.has(field);
    }

    private static String meaning(Field field, RegistryType type) {
        return switch (field) {
            case INTEGRATION -> "the integration that your Buddy workspace has for it";
            case REGION -> "the AWS region, such as us-east-1";
            case REGISTRY_SERVER_ID ->
                "the id of a <server> of settings.xml with the user name and password of the registry";
            case ARTIFACT -> "the artifact of Buddy that the image goes to";
            default ->
                switch (type) {
                    case GOOGLE_GCR -> "one of " + String.join(", ", RegistryType.GCR_HOSTS);
                    case GOOGLE_ARTIFACT_REGISTRY -> "LOCATION-docker.pkg.dev, such as europe-docker.pkg.dev";
                    default -> "the host of the registry";
                };
        };
    }

    private void checkHostOf(RegistryType type, String host) {
        if (type == RegistryType.GOOGLE_GCR && !RegistryType.isGcr(host)) {
            problems.addUnlessLenient(registry + " is not a host of Google GCR. Write one of "
                    + String.join(", ", RegistryType.GCR_HOSTS) + ".");
        }
        if (type == RegistryType.GOOGLE_ARTIFACT_REGISTRY && !RegistryType.isArtifactRegistry(host)) {
            problems.addUnlessLenient(registry + " is not a host of Google's Artifact Registry. Write"
                    + " LOCATION-docker.pkg.dev, such as europe-docker.pkg.dev.");
        }
    }

    private void checkDerivedType() {
        if (config.has(INTEGRATION)
                && hasLogin()
                && !config.parameter(REGISTRY_SERVER_ID).isBlank()) {
            problems.addUnlessLenient("<integration> does not go with " + shown(REGISTRY_SERVER_ID)
                    + ". Keep <integration> for a registry that Buddy has an integration with, "
                    + element(REGISTRY_SERVER_ID) + " for a private registry.");
        }
        if (config.has(REGION) && !config.has(INTEGRATION)) {
            problems.addUnlessLenient(config.parameter(REGION)
                    + " is for Amazon ECR, which needs an <integration>. Add it, or remove <region>.");
        }
        if (config.has(ARTIFACT) && !config.parameter(ARTIFACT).isBlank()) {
            problems.addUnlessLenient(config.parameter(ARTIFACT)
                    + " needs <dockerRegistry>ARTIFACT_REGISTRY</dockerRegistry>. Add that, or remove <artifact>.");
        }
    }

    private void checkHostOfDerivedType(String host) {
        boolean google = RegistryType.isGcr(host) || RegistryType.isArtifactRegistry(host);
        if (config.has(INTEGRATION) && host.equalsIgnoreCase(GITHUB_HOST)) {
            problems.addUnlessLenient(registry + " does not go with <integration>. Replace <registry> with"
                    + " <dockerRegistry>GIT_HUB_CONTAINER_REGISTRY</dockerRegistry>.");
        } else if (config.has(INTEGRATION) && !google) {
            problems.addUnlessLenient(registry + " does not go with <integration>, which allows only "
                    + String.join(", ", RegistryType.GCR_HOSTS) + " and LOCATION-docker.pkg.dev. Remove <registry> for"
                    + " Docker Hub and Amazon ECR, or replace <integration> with <registryServerId> for a private"
                    + " registry.");
        } else if (!config.has(INTEGRATION) && RegistryType.isGcr(host)) {
            problems.addUnlessLenient(
                    registry + " is Google's and needs an <integration>. Add the one that your Buddy workspace has.");
        } else if (!config.has(INTEGRATION) && !hasLogin()) {
            problems.addUnlessLenient(registry + " is a private registry and needs <registryServerId>. Add the id of a"
                    + " <server> of settings.xml with the user name and password of the registry.");
        }
    }
}
