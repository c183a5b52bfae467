package io.github.buddymaven.action;

import static io.github.buddymaven.action.Field.ARTIFACT;
import static io.github.buddymaven.action.Field.DOCKER_REGISTRY;
import static io.github.buddymaven.action.Field.REGION;
import static io.github.buddymaven.action.Field.REGISTRY;

import io.github.buddymaven.check.Choice;
import io.github.buddymaven.check.Element;
import io.github.buddymaven.check.Problems;
import io.github.buddymaven.check.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the registry is: each element has the form of what it names, and, where the POM names the kind of the registry,
 * all that belongs to this kind is there and nothing else.
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
        if (mayStay(RegistryPart.INTEGRATION)) {
            integrationIsOne();
        }
        if (mayStay(RegistryPart.REGISTRY_SERVER_ID)) {
            Texts.filledLine(
                    draft.registryServerId(), "name a <server> of settings.xml, or remove the element.", problems);
        }
        boolean host = mayStay(RegistryPart.REGISTRY) && registryIsAHost();
        if (mayStay(RegistryPart.REGION)) {
            regionIsACode();
        }
        if (mayStay(RegistryPart.ARTIFACT)) {
            Texts.filledLine(draft.element(ARTIFACT), "name the artifact, or remove the element.", problems);
        }
        Element kind = draft.element(DOCKER_REGISTRY);
        if (kind.value().isEmpty()) {
            new DerivedRegistryRules(draft, problems).check(host);
        } else if (Choice.check(kind, DockerRegistry.names(), problems)) {
            DockerRegistry.of(kind.value().get()).ifPresent(known -> itsParts(kind, known, host));
        }
    }

    private void integrationIsOne() {
        Element hashId = draft.hashId();
        Element identifier = draft.identifier();
        String remedy = "copy it from the integration's page in Buddy.";
        for (Element name : List.of(hashId, identifier)) {
            Texts.filledLine(name, remedy, problems);
        }
        if (hashId.value().isPresent() && identifier.value().isPresent()) {
            problems.add("<integration>" + hashId + identifier
                    + "</integration> names two integrations: keep either <hashId> or <identifier>.");
        }
    }

    private boolean registryIsAHost() {
        Optional<String> registry = draft.text(REGISTRY);
        if (registry.isEmpty() || !Texts.printable(draft.element(REGISTRY), problems)) {
            return false;
        }
        if (BuddyVariable.in(registry.get()) && registry.get().indexOf('/') < 0) {
            return false;
        }
        if (HOST.matcher(registry.get()).matches()) {
            return true;
        }
        problems.addRelaxable(draft.element(REGISTRY)
                + " is not a host: write the host alone, without scheme or path, such as registry.example.com"
                + " or registry.example.com:5000; the path belongs into <repository>.");
        return false;
    }

    private void regionIsACode() {
        Element region = draft.element(REGION);
        if (!Texts.printable(region, problems)) {
            return;
        }
        String code = region.value().orElse("");
        if (region.value().isPresent() && !REGION_CODE.matcher(code).matches() && !BuddyVariable.in(code)) {
            problems.addRelaxable(
                    region + " is not an AWS region code: write one such as us-east-1, or a Buddy variable"
                            + " such as $AWS_REGION.");
        }
    }

    /** What belongs to another kind is to be removed: nothing would be won by correcting it. */
    private boolean mayStay(RegistryPart part) {
        Optional<String> written = draft.text(DOCKER_REGISTRY);
        if (problems.areRelaxed() || written.isEmpty()) {
            return true;
        }
        Optional<DockerRegistry> kind = DockerRegistry.of(written.get());
        return kind.isEmpty() || kind.get().needs(part);
    }

    private void itsParts(Element kind, DockerRegistry known, boolean host) {
        for (RegistryPart part : RegistryPart.values()) {
            if (known.needs(part) && !part.isIn(draft)) {
                problems.addRelaxable(kind + " needs " + part.element() + ": add " + meaning(part, known) + ".");
            } else if (!known.needs(part) && part.isIn(draft)) {
                problems.addRelaxable(kind + " does not go with " + part.shown(draft) + ": remove that, or write the "
                        + "<dockerRegistry> that it belongs to: "
                        + String.join(", ", DockerRegistry.thatNeed(part)) + ".");
            }
        }
        if (host) {
            hostIsOfGoogle(known);
        }
    }

    private static String meaning(RegistryPart part, DockerRegistry kind) {
        if (part == RegistryPart.REGISTRY && kind == DockerRegistry.GOOGLE_GCR) {
            return "one of " + gcr();
        }
        return part == RegistryPart.REGISTRY && kind == DockerRegistry.GOOGLE_ARTIFACT_REGISTRY
                ? "LOCATION-docker.pkg.dev, such as europe-docker.pkg.dev"
                : part.meaning();
    }

    private void hostIsOfGoogle(DockerRegistry kind) {
        String host = draft.text(REGISTRY).orElseThrow();
        if (kind == DockerRegistry.GOOGLE_GCR && !isGcr(host)) {
            problems.addRelaxable(draft.element(REGISTRY) + " is no host of Google GCR: write one of " + gcr() + ".");
        }
        if (kind == DockerRegistry.GOOGLE_ARTIFACT_REGISTRY && !isArtifactRegistry(host)) {
            problems.addRelaxable(draft.element(REGISTRY)
                    + " is no host of Google's Artifact Registry: write LOCATION-docker.pkg.dev, such as"
                    + " europe-docker.pkg.dev.");
        }
    }

    static boolean isGcr(String host) {
        return GCR.contains(host.toLowerCase(Locale.ROOT));
    }

    static boolean isArtifactRegistry(String host) {
        return ARTIFACT_REGISTRY.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    static String gcr() {
        return String.join(", ", GCR);
    }
}
