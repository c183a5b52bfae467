package io.github.buddymaven.action;

import static io.github.buddymaven.action.Drafts.accepted;
import static io.github.buddymaven.action.Drafts.assertAlwaysRefused;
import static io.github.buddymaven.action.Drafts.assertRefusedUnlessLenient;
import static io.github.buddymaven.action.Drafts.draft;
import static io.github.buddymaven.action.Drafts.refusal;
import static io.github.buddymaven.action.Field.ARTIFACT;
import static io.github.buddymaven.action.Field.DOCKER_REGISTRY;
import static io.github.buddymaven.action.Field.REGION;
import static io.github.buddymaven.action.Field.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.check.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of registry goes with what it needs and with nothing else, and the user reads what to add or remove. */
class DockerRegistryRulesTest {
    private static final String ALLOWED = "Allowed are NONE, DOCKER_HUB, AMAZON_ECR, GOOGLE_GCR,"
            + " GOOGLE_ARTIFACT_REGISTRY, GIT_HUB_CONTAINER_REGISTRY, OTHER, ARTIFACT_REGISTRY,"
            + " DIGITAL_OCEAN_CONTAINER_REGISTRY.";

    /** Written down again from Buddy's documentation, so that a slip in the rules is seen. */
    private enum Kind {
        NONE,
        DOCKER_HUB,
        AMAZON_ECR,
        GOOGLE_GCR,
        GOOGLE_ARTIFACT_REGISTRY,
        GIT_HUB_CONTAINER_REGISTRY,
        OTHER,
        ARTIFACT_REGISTRY,
        DIGITAL_OCEAN_CONTAINER_REGISTRY;

        List<Part> needed() {
            return switch (this) {
                case NONE -> List.of();
                case DOCKER_HUB, GIT_HUB_CONTAINER_REGISTRY, DIGITAL_OCEAN_CONTAINER_REGISTRY ->
                    List.of(Part.INTEGRATION);
                case AMAZON_ECR -> List.of(Part.INTEGRATION, Part.REGION);
                case GOOGLE_GCR, GOOGLE_ARTIFACT_REGISTRY -> List.of(Part.INTEGRATION, Part.REGISTRY);
                case OTHER -> List.of(Part.REGISTRY, Part.SERVER);
                case ARTIFACT_REGISTRY -> List.of(Part.ARTIFACT);
            };
        }

        String element() {
            return "<dockerRegistry>" + name() + "</dockerRegistry>";
        }

        String host() {
            return switch (this) {
                case GOOGLE_GCR -> "eu.gcr.io";
                case GOOGLE_ARTIFACT_REGISTRY -> "europe-west1-docker.pkg.dev";
                default -> "registry.example.com";
            };
        }

        /** What the user reads where it is missing, if more is known than that it is a host. */
        Optional<String> hostToAdd() {
            return switch (this) {
                case GOOGLE_GCR -> Optional.of("add one of gcr.io, us.gcr.io, eu.gcr.io, asia.gcr.io.");
                case GOOGLE_ARTIFACT_REGISTRY ->
                    Optional.of("add LOCATION-docker.pkg.dev, such as europe-docker.pkg.dev.");
                default -> Optional.empty();
            };
        }

        PushActionDraft draft(List<Part> parts) {
            PushActionDraft draft = Drafts.draft().text(DOCKER_REGISTRY, name());
            parts.forEach(part -> part.addTo(draft, this));
            return draft;
        }
    }

    private enum Part {
        INTEGRATION(
                "<integration>",
                "add the one that your Buddy workspace has for it.",
                "DOCKER_HUB, AMAZON_ECR, GOOGLE_GCR, GOOGLE_ARTIFACT_REGISTRY, GIT_HUB_CONTAINER_REGISTRY,"
                        + " DIGITAL_OCEAN_CONTAINER_REGISTRY"),
        REGION("<region>", "add the AWS region, such as us-east-1.", "AMAZON_ECR"),
        REGISTRY("<registry>", "add the host of the registry.", "GOOGLE_GCR, GOOGLE_ARTIFACT_REGISTRY, OTHER"),
        SERVER(
                "<registryServerId>",
                "add the id of a <server> of settings.xml with the user name and password of the registry.",
                "OTHER"),
        ARTIFACT("<artifact>", "add the artifact of Buddy that the image goes to.", "ARTIFACT_REGISTRY");

        private final String element;
        private final String toAdd;
        private final String kinds;

        Part(String element, String toAdd, String kinds) {
            this.element = element;
            this.toAdd = toAdd;
            this.kinds = kinds;
        }

        String toAdd(Kind kind) {
            return this == REGISTRY ? kind.hostToAdd().orElse(toAdd) : toAdd;
        }

        /** As {@link #addTo} writes it; an integration has no text of its own. */
        String shown() {
            return switch (this) {
                case INTEGRATION -> element;
                case REGION -> "<region>us-east-1</region>";
                case REGISTRY -> "<registry>registry.example.com</registry>";
                case SERVER -> "<registryServerId>nexus</registryServerId>";
                case ARTIFACT -> "<artifact>images</artifact>";
            };
        }

        void addTo(PushActionDraft draft, Kind kind) {
            PushActionDraft ignored =
                    switch (this) {
                        case INTEGRATION -> draft.integration("abc", null);
                        case REGION -> draft.text(Field.REGION, "us-east-1");
                        case REGISTRY -> draft.text(Field.REGISTRY, kind.host());
                        case SERVER -> draft.registryServerId("nexus");
                        case ARTIFACT -> draft.text(Field.ARTIFACT, "images");
                    };
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachKindIsWholeWithItsParts(Kind kind) {
        assertThat(accepted(kind.draft(kind.needed())).fields())
                .containsEntry(DOCKER_REGISTRY, new Value.Text(kind.name()));
    }

    static Stream<Arguments> missing() {
        return Stream.of(Kind.values()).flatMap(kind -> kind.needed().stream().map(part -> Arguments.of(kind, part)));
    }

    @ParameterizedTest
    @MethodSource("missing")
    void saysWhatToAddWhereAPartIsMissing(Kind kind, Part missing) {
        List<Part> parts = new ArrayList<>(kind.needed());
        parts.remove(missing);

        PushAction sent = assertRefusedUnlessLenient(
                kind.draft(parts), kind.element() + " needs " + missing.element + ": " + missing.toAdd(kind));
        assertThat(sent.fields()).containsEntry(DOCKER_REGISTRY, new Value.Text(kind.name()));
    }

    static Stream<Arguments> foreign() {
        return Stream.of(Kind.values()).flatMap(kind -> Stream.of(Part.values())
                .filter(part -> !kind.needed().contains(part))
                .map(part -> Arguments.of(kind, part)));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void saysWhereAPartBelongsThatIsNotOfThisKind(Kind kind, Part foreign) {
        List<Part> parts = new ArrayList<>(kind.needed());
        parts.add(foreign);

        PushAction sent = assertRefusedUnlessLenient(
                kind.draft(parts),
                kind.element() + " does not go with " + foreign.shown()
                        + ": remove that, or write the <dockerRegistry> that it belongs to: " + foreign.kinds + ".");
        assertThat(sent.fields()).containsEntry(DOCKER_REGISTRY, new Value.Text(kind.name()));
    }

    @Test
    void reportsAllMissingAndForeignPartsTogether() {
        assertRefusedUnlessLenient(
                Kind.AMAZON_ECR.draft(List.of(Part.ARTIFACT, Part.SERVER)),
                "<dockerRegistry>AMAZON_ECR</dockerRegistry> needs <integration>: add the one that your Buddy workspace"
                        + " has for it.",
                "<dockerRegistry>AMAZON_ECR</dockerRegistry> needs <region>: add the AWS region, such as us-east-1.",
                "<dockerRegistry>AMAZON_ECR</dockerRegistry> does not go with"
                        + " <registryServerId>nexus</registryServerId>: remove that, or write the <dockerRegistry> that"
                        + " it belongs to: OTHER.",
                "<dockerRegistry>AMAZON_ECR</dockerRegistry> does not go with <artifact>images</artifact>:"
                        + " remove that, or write the <dockerRegistry> that it belongs to: ARTIFACT_REGISTRY.");
    }

    @ParameterizedTest
    @CsvSource({
        "NON,                              NONE",
        "docker hub,                       DOCKER_HUB",
        "DOCKERHUB,                        DOCKER_HUB",
        "AMAZON_ERC,                       AMAZON_ECR",
        "GOOGLE_GRC,                       GOOGLE_GCR",
        "GOOGLE-ARTIFACT-REGISTRY,         GOOGLE_ARTIFACT_REGISTRY",
        "GITHUB_CONTAINER_REGISTRY,        GIT_HUB_CONTAINER_REGISTRY",
        "OTHERS,                           OTHER",
        "ARTEFACT_REGISTRY,                ARTIFACT_REGISTRY",
        "DIGITALOCEAN_CONTAINER_REGISTRY,  DIGITAL_OCEAN_CONTAINER_REGISTRY",
    })
    void knowsWhichKindWasMeant(String written, String meant) {
        PushAction sent = assertRefusedUnlessLenient(
                draft().text(DOCKER_REGISTRY, written),
                "<dockerRegistry>" + written + "</dockerRegistry> is not known, did you mean " + meant + "? "
                        + ALLOWED);

        assertThat(sent.fields()).containsEntry(DOCKER_REGISTRY, new Value.Text(written));
    }

    /** What a later Buddy needs for it nobody knows here, so no part is asked for and none is in the way. */
    @Test
    void aKindThatIsNotKnownTakesAnyPart() {
        assertRefusedUnlessLenient(
                draft().text(DOCKER_REGISTRY, "QUAY").integration("abc", null).text(REGISTRY, "quay.io"),
                "<dockerRegistry>QUAY</dockerRegistry> is not known. " + ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gcr.io", "us.gcr.io", "eu.gcr.io", "asia.gcr.io", "EU.gcr.io", "$REGISTRY"})
    void takesEveryHostOfGoogleGcr(String host) {
        assertThat(accepted(ofGoogle("GOOGLE_GCR", host)).fields()).containsEntry(REGISTRY, new Value.Text(host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker.io", "fr.gcr.io", "gcr.io.example.com", "europe-docker.pkg.dev"})
    void refusesAnotherHostForGoogleGcr(String host) {
        PushAction sent = assertRefusedUnlessLenient(
                ofGoogle("GOOGLE_GCR", host),
                "<registry>" + host + "</registry> is no host of Google GCR: write one of gcr.io, us.gcr.io, eu.gcr.io,"
                        + " asia.gcr.io.");

        assertThat(sent.fields()).containsEntry(REGISTRY, new Value.Text(host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"europe-docker.pkg.dev", "us-central1-docker.pkg.dev", "${LOCATION}-docker.pkg.dev"})
    void takesTheHostsOfGooglesArtifactRegistry(String host) {
        assertThat(accepted(ofGoogle("GOOGLE_ARTIFACT_REGISTRY", host)).fields())
                .containsEntry(REGISTRY, new Value.Text(host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gcr.io", "docker.pkg.dev", "europe.pkg.dev", "europe-docker.pkg.dev.example.com"})
    void refusesAnotherHostForGooglesArtifactRegistry(String host) {
        assertRefusedUnlessLenient(
                ofGoogle("GOOGLE_ARTIFACT_REGISTRY", host),
                "<registry>" + host + "</registry> is no host of Google's Artifact Registry: write"
                        + " LOCATION-docker.pkg.dev, such as europe-docker.pkg.dev.");
    }

    @ParameterizedTest
    @CsvSource({
        "GOOGLE_GCR,               https://gcr.io",
        "GOOGLE_GCR,               gcr.io/my-team",
        "GOOGLE_ARTIFACT_REGISTRY, https://europe-docker.pkg.dev",
    })
    void whatIsNoHostIsNotToldWhichHostsThereAre(String kind, String registry) {
        assertRefusedUnlessLenient(
                ofGoogle(kind, registry),
                "<registry>" + registry + "</registry> is not a host: write the host alone, without scheme or path,"
                        + " such as registry.example.com or registry.example.com:5000; the path belongs into"
                        + " <repository>.");
    }

    @Test
    void whatIsNamedKeepsItsFormWithAKindToo() {
        PushActionDraft draft = Kind.OTHER.draft(Kind.OTHER.needed()).text(REGISTRY, "https://nexus.example.com");

        assertRefusedUnlessLenient(
                draft,
                "<registry>https://nexus.example.com</registry> is not a host: write the host alone, without scheme or"
                        + " path, such as registry.example.com or registry.example.com:5000; the path belongs into"
                        + " <repository>.");
    }

    @Test
    void theArtifactIsOneFilledLine() {
        assertAlwaysRefused(
                artifact(" "), "<artifact> </artifact> is blank: name the artifact, or remove the element.");
        assertAlwaysRefused(
                artifact("my\nimages"),
                "<artifact>my\\nimages</artifact> has a line break or another control character: write it in one line,"
                        + " without it.");
    }

    @Test
    void theServerOfTheRegistryIsOneFilledLine() {
        for (String blank : new String[] {"", " ", "\n\n"}) {
            assertAlwaysRefused(
                    Kind.OTHER.draft(List.of(Part.REGISTRY)).registryServerId(blank),
                    "<registryServerId>" + blank.replace("\n", "\\n") + "</registryServerId> is blank: name a <server>"
                            + " of settings.xml, or remove the element.");
        }
        assertAlwaysRefused(
                Kind.OTHER.draft(List.of(Part.REGISTRY)).registryServerId("ne\txus"),
                "<registryServerId>ne\\txus</registryServerId> has a line break or another control character: write it"
                        + " in one line, without it.");
    }

    /** It says already that it may be removed, and where it belongs is no question before it is filled in. */
    @Test
    void whatIsBlankIsNotToldThatItNeedsAKind() {
        String server =
                "<registryServerId> </registryServerId> is blank: name a <server> of settings.xml, or remove the"
                        + " element.";
        String artifact = "<artifact> </artifact> is blank: name the artifact, or remove the element.";

        assertAlwaysRefused(
                draft().integration("abc", null).registryServerId(" ").text(ARTIFACT, " "), server, artifact);
    }

    @ParameterizedTest
    @CsvSource({
        "REGION,   region,           AMAZON_ECR",
        "REGISTRY, registry,         'GOOGLE_GCR, GOOGLE_ARTIFACT_REGISTRY, OTHER'",
        "ARTIFACT, artifact,         ARTIFACT_REGISTRY",
        ",         registryServerId, OTHER"
    })
    void whatIsOfAnotherKindIsToBeRemovedAndNeedNotBeRight(@Nullable Field field, String element, String kinds) {
        for (String wrong : new String[] {"", " ", "https://a/b:c "}) {
            PushActionDraft hub = Kind.DOCKER_HUB.draft(List.of(Part.INTEGRATION));
            Problems problems = new Problems(false);
            (field == null ? hub.registryServerId(wrong) : hub.text(field, wrong)).check(problems);

            assertThat(problems.errors())
                    .containsExactly("<dockerRegistry>DOCKER_HUB</dockerRegistry> does not go with <" + element + ">"
                            + wrong + "</" + element
                            + ">: remove that, or write the <dockerRegistry> that it belongs to: " + kinds + ".");
        }
    }

    @Test
    void withoutAKindAnArtifactSaysWhichKindItIsOf() {
        PushAction sent = assertRefusedUnlessLenient(
                draft().text(ARTIFACT, "images"),
                "<artifact>images</artifact> goes with <dockerRegistry>ARTIFACT_REGISTRY</dockerRegistry>: add that, or"
                        + " remove <artifact>.");

        assertThat(sent.fields()).containsEntry(ARTIFACT, new Value.Text("images"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghcr.io", "GHCR.IO", "Ghcr.io"})
    void withoutAKindGitHubsRegistryAsksForIt(String host) {
        assertRefusedUnlessLenient(
                draft().integration("abc", null).text(REGISTRY, host),
                "<registry>" + host + "</registry> does not go with <integration>: for GitHub's registry, replace it by"
                        + " <dockerRegistry>GIT_HUB_CONTAINER_REGISTRY</dockerRegistry>.");
    }

    @Test
    void aRuleThatHoldsAlwaysRefusesBesideThoseThatAreRelaxed() {
        PushActionDraft draft = Kind.DOCKER_HUB.draft(List.of(Part.REGION)).integration("abc", "def");

        assertThat(refusal(draft, true))
                .contains("names two integrations")
                .doesNotContain("DOCKER_HUB")
                .doesNotContain("lenient");
        assertThat(refusal(draft, false))
                .contains(
                        "names two integrations",
                        "does not go with <region>us-east-1</region>",
                        "<lenient>true</lenient>");
    }

    private static PushActionDraft ofGoogle(String kind, String host) {
        return draft().text(DOCKER_REGISTRY, kind).integration("abc", null).text(REGISTRY, host);
    }

    private static PushActionDraft artifact(String name) {
        return draft().text(DOCKER_REGISTRY, "ARTIFACT_REGISTRY").text(ARTIFACT, name);
    }
}
