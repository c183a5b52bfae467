package io.github.buddymaven.action;

import static io.github.buddymaven.ConfigurationProblems.assertAccepted;
import static io.github.buddymaven.ConfigurationProblems.assertAlwaysRefused;
import static io.github.buddymaven.ConfigurationProblems.assertMatch;
import static io.github.buddymaven.ConfigurationProblems.assertRefusedUnlessLenient;
import static io.github.buddymaven.ConfigurationProblems.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where the registry is, and how Buddy logs in there. Which type of registry needs what is in the manual's table, which is
 * checked against the rules; here is what the user reads.
 */
class DockerRegistryRulesTest {
    private static final String INTEGRATION = "<integration>abc</integration>";
    private static final String SERVER = "<registryServerId>nexus</registryServerId>";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DOCKER_HUB               |                                                       | <integration>
            AMAZON_ECR               | <integration>abc</integration>                        | <region> + us-east-1
            AMAZON_ECR               | <region>us-east-1</region>                            | <integration>
            GOOGLE_GCR               | <integration>abc</integration>                        | <registry> + gcr.io + us.gcr.io + eu.gcr.io + asia.gcr.io
            GOOGLE_ARTIFACT_REGISTRY | <integration>abc</integration>                        | <registry> + -docker.pkg.dev
            OTHER                    | <registryServerId>nexus</registryServerId>            | <registry> + host
            OTHER                    | <registry>registry.example.com</registry>             | <registryServerId> + <server> + settings.xml
            ARTIFACT_REGISTRY        |                                                       | <artifact>
            """)
    void saysWhatATypeNeeds(String type, @Nullable String rest, String needed) {
        String xml = "<dockerRegistry>" + type + "</dockerRegistry>";

        assertRefusedUnlessLenient(xml + (rest == null ? "" : rest), xml + " + " + needed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <region>us-east-1</region>                 | <region>us-east-1</region> + AMAZON_ECR
            <registry>registry.example.com</registry>  | <registry>registry.example.com</registry> + GOOGLE_GCR + GOOGLE_ARTIFACT_REGISTRY + OTHER
            <registryServerId>nexus</registryServerId> | <registryServerId>nexus</registryServerId> + OTHER
            <artifact>images</artifact>                | <artifact>images</artifact> + ARTIFACT_REGISTRY
            """)
    void saysToWhichTypesAnElementBelongs(String xml, String problem) {
        String hub = "<dockerRegistry>DOCKER_HUB</dockerRegistry>";

        assertRefusedUnlessLenient(INTEGRATION + hub + xml, hub + " + remove + " + problem);
    }

    @Test
    void saysToWhichTypesAnIntegrationBelongs() {
        String artifact = "<dockerRegistry>ARTIFACT_REGISTRY</dockerRegistry>";

        assertRefusedUnlessLenient(
                artifact + "<artifact>a</artifact>" + INTEGRATION,
                artifact + " + <integration> + DOCKER_HUB + AMAZON_ECR + GOOGLE_GCR + GOOGLE_ARTIFACT_REGISTRY"
                        + " + GIT_HUB_CONTAINER_REGISTRY + DIGITAL_OCEAN_CONTAINER_REGISTRY");
    }

    @Test
    void reportsAllThatIsMissingAndAllThatDoesNotBelong() {
        String ecr = "<dockerRegistry>AMAZON_ECR</dockerRegistry>";

        assertRefusedUnlessLenient(
                ecr + SERVER + "<artifact>images</artifact>",
                ecr + " + <integration>",
                ecr + " + <region>",
                ecr + " + " + SERVER + " + OTHER",
                ecr + " + <artifact>images</artifact> + ARTIFACT_REGISTRY");
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
    void suggestsTheTypeThatWasMeant(String written, String meant) {
        String xml = "<dockerRegistry>" + written + "</dockerRegistry>";

        assertRefusedUnlessLenient(xml, xml + " + did you mean " + meant);
    }

    /** Nobody knows yet what a later Buddy needs for it. */
    @Test
    void takesAnythingWithAnUnknownType() {
        String xml = "<dockerRegistry>QUAY</dockerRegistry>";

        assertRefusedUnlessLenient(
                xml + INTEGRATION + "<registry>quay.io</registry>", xml + " + DOCKER_HUB + OTHER + ARTIFACT_REGISTRY");
        assertThat(problemsOf(xml)).noneMatch(problem -> problem.contains("did you mean"));
    }

    @ParameterizedTest
    @CsvSource({
        "GOOGLE_GCR,               'gcr.io us.gcr.io eu.gcr.io asia.gcr.io EU.gcr.io $REGISTRY'",
        "GOOGLE_ARTIFACT_REGISTRY, 'europe-docker.pkg.dev us-central1-docker.pkg.dev $LOCATION-docker.pkg.dev'",
    })
    void acceptsTheHostsOfGoogle(String type, String hosts) {
        for (String host : hosts.split(" ", -1)) {
            assertAccepted(ofType(type, host));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GOOGLE_GCR,               docker.io,                          eu.gcr.io",
        "GOOGLE_GCR,               fr.gcr.io,                          eu.gcr.io",
        "GOOGLE_GCR,               gcr.io.example.com,                 eu.gcr.io",
        "GOOGLE_GCR,               europe-docker.pkg.dev,              eu.gcr.io",
        "GOOGLE_ARTIFACT_REGISTRY, gcr.io,                             -docker.pkg.dev",
        "GOOGLE_ARTIFACT_REGISTRY, docker.pkg.dev,                     -docker.pkg.dev",
        "GOOGLE_ARTIFACT_REGISTRY, europe.pkg.dev,                     -docker.pkg.dev",
        "GOOGLE_ARTIFACT_REGISTRY, europe-docker.pkg.dev.example.com,  -docker.pkg.dev",
        "GOOGLE_GCR,               https://gcr.io,                     host",
        "GOOGLE_GCR,               gcr.io/my-team,                     <repository>",
        "GOOGLE_ARTIFACT_REGISTRY, https://europe-docker.pkg.dev,      host",
    })
    void refusesAnotherHostForGoogle(String type, String host, String remedy) {
        assertRefusedUnlessLenient(ofType(type, host), "<registry>" + host + "</registry> + " + remedy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <integration>abc</integration><registryServerId>nexus</registryServerId>       | <integration> + <registryServerId>nexus</registryServerId>
            <region>us-east-1</region>                                                     | <region>us-east-1</region> + <integration>
            <integration>abc</integration><region>Virginia</region>                        | <region>Virginia</region> + us-east-1 + $AWS_REGION
            <integration>abc</integration><region>us-east-1a</region>                      | <region>us-east-1a</region> + us-east-1
            <registryServerId>nexus</registryServerId><registry>https://a.example</registry> | <registry>https://a.example</registry> + host
            <registryServerId>nexus</registryServerId><registry>a.example/docker</registry> | <registry>a.example/docker</registry> + <repository>
            <registryServerId>nexus</registryServerId><registry>https://$HOST/x</registry> | <registry>https://$HOST/x</registry> + <repository>
            <registryServerId>nexus</registryServerId><registry>/$HOST</registry>          | <registry>/$HOST</registry> + host
            <registryServerId>nexus</registryServerId><registry>-a.example</registry>      | <registry>-a.example</registry> + host
            <registryServerId>nexus</registryServerId><registry>a.example:123456</registry> | <registry>a.example:123456</registry> + host
            <registry>eu.gcr.io</registry>                                                 | <registry>eu.gcr.io</registry> + <integration>
            <integration>abc</integration><registry>nexus.example.com</registry>           | <registry>nexus.example.com</registry> + gcr.io + -docker.pkg.dev + <registryServerId>
            <registry>nexus.example.com:5000</registry>                                    | <registry>nexus.example.com:5000</registry> + <registryServerId> + <server>
            <artifact>images</artifact>                                                    | <artifact>images</artifact> + <dockerRegistry>ARTIFACT_REGISTRY</dockerRegistry>
            <integration>abc</integration><registry>ghcr.io</registry>                     | <registry>ghcr.io</registry> + <dockerRegistry>GIT_HUB_CONTAINER_REGISTRY</dockerRegistry>
            <integration>abc</integration><registry>GHCR.IO</registry>                     | <registry>GHCR.IO</registry> + <dockerRegistry>GIT_HUB_CONTAINER_REGISTRY</dockerRegistry>
            """)
    void refusesWhatDoesNotGoTogetherWithoutAType(String xml, String problem) {
        assertRefusedUnlessLenient(xml, problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <integration>abc</integration>                     | <region>us-gov-west-1</region>
            <integration>abc</integration>                     | <region>$AWS_REGION</region>
            <integration>abc</integration>                     | <registry>GCR.io</registry>
            <integration>abc</integration>                     | <registry>europe-west1-docker.pkg.dev</registry>
            <registryServerId>nexus</registryServerId>         | <registry>nexus</registry>
            <registryServerId>nexus</registryServerId>         | <registry>[::1]:5000</registry>
            <registryServerId>nexus</registryServerId>         | <registry>ghcr.io</registry>
            <registry>$REGISTRY</registry>                     |
            <integration>abc</integration>                     | <registry>$REGISTRY:5000</registry>
            """)
    void acceptsWhatGoesTogetherWithoutAType(String xml, @Nullable String rest) {
        assertAccepted(xml + (rest == null ? "" : rest));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ARTIFACT_REGISTRY |                                            | <artifact>${blank}</artifact>                   | <artifact> </artifact> + remove
            ARTIFACT_REGISTRY |                                            | <artifact>my&#10;images</artifact>              | <artifact>my\\nimages</artifact> + line
            OTHER             | <registry>registry.example.com</registry>  | <registryServerId>${blank}</registryServerId>   | <registryServerId> </registryServerId> + <server>
            OTHER             | <registry>registry.example.com</registry>  | <registryServerId>ne&#9;xus</registryServerId>  | <registryServerId>ne\\txus</registryServerId> + line
            """)
    void alwaysRefusesWhatIsBlankOrHasSeveralLines(String type, @Nullable String rest, String xml, String problem) {
        assertAlwaysRefused(
                "<dockerRegistry>" + type + "</dockerRegistry>" + xml + (rest == null ? "" : rest), problem);
    }

    /** It may be removed, so that nothing else needs to be said of it. */
    @Test
    void reportsWhatIsBlankOnce() {
        assertAlwaysRefused(
                INTEGRATION + "<registryServerId>${blank}</registryServerId><artifact>${blank}</artifact>",
                "<registryServerId> </registryServerId>",
                "<artifact> </artifact>");
    }

    @Test
    void refusesWithLenientWhatIsAlwaysWrong() {
        String xml = "<dockerRegistry>DOCKER_HUB</dockerRegistry><region>us-east-1</region>"
                + "<integration><hashId>a</hashId><identifier>b</identifier></integration>";

        assertMatch(xml, problemsOf(xml), "<hashId> + <identifier>", "<region>us-east-1</region> + DOCKER_HUB");
        assertMatch(xml, problemsOf(xml + "<lenient>true</lenient>"), "<hashId> + <identifier>");
    }

    private static String ofType(String type, String host) {
        return "<dockerRegistry>" + type + "</dockerRegistry>" + INTEGRATION + "<registry>" + host + "</registry>";
    }
}
