package io.github.buddymaven.action;

import static io.github.buddymaven.action.Field.INTEGRATION;
import static io.github.buddymaven.action.Field.REGION;
import static io.github.buddymaven.action.Field.REGISTRY;

import io.github.buddymaven.check.Element;
import io.github.buddymaven.check.Problems;
import io.github.buddymaven.check.Texts;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which registry goes with which credentials: a cloud's with an integration of the Buddy workspace, a private one with
 * a {@code <server>} of settings.xml.
 */
final class RegistryRules {
    private static final List<String> GCR = List.of("gcr.io", "us.gcr.io", "eu.gcr.io", "asia.gcr.io");
    private static final Pattern ARTIFACT_REGISTRY = Pattern.compile("[a-z0-9-]+-docker\\.pkg\\.dev");
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";
    private static final Pattern HOST =
            Pattern.compile("(?:" + LABEL + "(?:\\." + LABEL + ")*|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?");
    private static final Pattern REGION_CODE = Pattern.compile("[a-z]{2,}(?:-[a-z]+)+-[0-9]+");

    private final PushActionDraft draft;
    private final Problems problems;

    RegistryRules(PushActionDraft draft, Problems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    void check() {
        integrationIsOne();
        oneWayToLogIn();
        regionIsOfAmazon();
        draft.text(REGISTRY)
                .filter(registry -> Texts.printable(draft.element(REGISTRY), problems))
                .ifPresent(this::registryIsAHost);
    }

    private void integrationIsOne() {
        Element hashId = draft.hashId();
        Element identifier = draft.identifier();
        String remedy = "copy it from the integration's page in Buddy.";
        if (Texts.filled(hashId, remedy, problems)) {
            Texts.printable(hashId, problems);
        }
        if (Texts.filled(identifier, remedy, problems)) {
            Texts.printable(identifier, problems);
        }
        if (hashId.value().isPresent() && identifier.value().isPresent()) {
            problems.add("<integration>" + hashId + identifier
                    + "</integration> names two integrations: keep either <hashId> or <identifier>.");
        }
    }

    private void oneWayToLogIn() {
        Element server = draft.registryServerId();
        if (Texts.filled(server, "name a <server> of settings.xml, or remove the element.", problems)) {
            Texts.printable(server, problems);
        }
        if (draft.hasIntegration() && server.value().isPresent()) {
            problems.addRelaxable("<integration> and " + server
                    + " exclude each other: keep <integration> for Docker Hub, Amazon ECR or Google,"
                    + " <registryServerId> for a private registry.");
        }
    }

    private void regionIsOfAmazon() {
        Element region = draft.element(REGION);
        if (region.value().isEmpty() || !Texts.printable(region, problems)) {
            return;
        }
        if (!draft.hasIntegration()) {
            problems.addRelaxable(region + " is for Amazon ECR, which needs an <" + INTEGRATION.parameter()
                    + "> too: add it, or remove <region>.");
        }
        String code = region.value().get();
        if (!REGION_CODE.matcher(code).matches() && !BuddyVariable.in(code)) {
            problems.addRelaxable(
                    region
                            + " is not an AWS region code: write one such as us-east-1, or a Buddy variable such as $AWS_REGION.");
        }
    }

    private void registryIsAHost(String registry) {
        if (BuddyVariable.in(registry) && registry.indexOf('/') < 0) {
            return;
        }
        if (!HOST.matcher(registry).matches()) {
            problems.addRelaxable(draft.element(REGISTRY)
                    + " is not a host: write the host alone, without scheme or path, such as registry.example.com"
                    + " or registry.example.com:5000; the path belongs into <repository>.");
        } else if (draft.hasIntegration()) {
            registryOfAnIntegration(registry.toLowerCase(Locale.ROOT));
        } else {
            registryWithoutIntegration(registry.toLowerCase(Locale.ROOT));
        }
    }

    private void registryOfAnIntegration(String host) {
        if (!GCR.contains(host) && !ARTIFACT_REGISTRY.matcher(host).matches()) {
            problems.addRelaxable(draft.element(REGISTRY) + " does not go with <integration>, which allows only "
                    + String.join(", ", GCR)
                    + " and LOCATION-docker.pkg.dev: remove <registry> for Docker Hub and Amazon"
                    + " ECR; for a private registry replace <integration> by <registryServerId>.");
        }
    }

    private void registryWithoutIntegration(String host) {
        boolean google = GCR.contains(host);
        if (google) {
            problems.addRelaxable(draft.element(REGISTRY)
                    + " is Google's and needs an <integration>: add the one that your Buddy workspace has for Google.");
        } else if (draft.registryServerId().value().isEmpty()) {
            problems.addRelaxable(draft.element(REGISTRY)
                    + " is a private registry and needs <registryServerId>: the id of a <server> of settings.xml with"
                    + " the user name and password of the registry.");
        }
    }
}
