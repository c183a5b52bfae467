package io.github.buddymaven.action;

import static io.github.buddymaven.action.Field.ARTIFACT;
import static io.github.buddymaven.action.Field.REGION;
import static io.github.buddymaven.action.Field.REGISTRY;

import io.github.buddymaven.check.Element;
import io.github.buddymaven.check.Problems;

/**
 * What goes with what where the POM does not name the kind of the registry, so that Buddy derives it: a cloud's registry
 * goes with an integration of the Buddy workspace, a private one with a {@code <server>} of settings.xml.
 */
final class DerivedRegistryRules {
    private final PushActionDraft draft;
    private final Problems problems;

    DerivedRegistryRules(PushActionDraft draft, Problems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    /** @param host whether {@code <registry>} is a host */
    void check(boolean host) {
        oneWayToLogIn();
        regionIsOfAmazon();
        artifactHasAKind();
        if (host && draft.hasIntegration()) {
            registryOfAnIntegration(
                    draft.element(REGISTRY), draft.text(REGISTRY).orElseThrow());
        } else if (host) {
            registryWithoutIntegration(
                    draft.element(REGISTRY), draft.text(REGISTRY).orElseThrow());
        }
    }

    private void oneWayToLogIn() {
        Element server = draft.registryServerId();
        if (draft.hasIntegration() && server.value().isPresent() && !server.isBlank()) {
            problems.addRelaxable("<integration> and " + server
                    + " exclude each other: keep <integration> for Docker Hub, Amazon ECR or Google,"
                    + " <registryServerId> for a private registry.");
        }
    }

    private void regionIsOfAmazon() {
        if (draft.text(REGION).isPresent() && !draft.hasIntegration()) {
            problems.addRelaxable(draft.element(REGION)
                    + " is for Amazon ECR, which needs an <integration> too: add it, or remove <region>.");
        }
    }

    private void artifactHasAKind() {
        Element artifact = draft.element(ARTIFACT);
        if (artifact.value().isPresent() && !artifact.isBlank()) {
            problems.addRelaxable(artifact
                    + " goes with <dockerRegistry>ARTIFACT_REGISTRY</dockerRegistry>: add that, or remove <artifact>.");
        }
    }

    private void registryOfAnIntegration(Element registry, String host) {
        if (host.equalsIgnoreCase("ghcr.io")) {
            problems.addRelaxable(registry + " does not go with <integration>: for GitHub's registry, replace it by"
                    + " <dockerRegistry>GIT_HUB_CONTAINER_REGISTRY</dockerRegistry>.");
        } else if (!RegistryRules.isGcr(host) && !RegistryRules.isArtifactRegistry(host)) {
            problems.addRelaxable(registry + " does not go with <integration>, which allows only "
                    + RegistryRules.gcr()
                    + " and LOCATION-docker.pkg.dev: remove <registry> for Docker Hub and Amazon"
                    + " ECR; for a private registry replace <integration> by <registryServerId>.");
        }
    }

    private void registryWithoutIntegration(Element registry, String host) {
        if (RegistryRules.isGcr(host)) {
            problems.addRelaxable(registry
                    + " is Google's and needs an <integration>: add the one that your Buddy workspace has for Google.");
        } else if (draft.registryServerId().value().isEmpty()) {
            problems.addRelaxable(registry
                    + " is a private registry and needs <registryServerId>: the id of a <server> of settings.xml with"
                    + " the user name and password of the registry.");
        }
    }
}
