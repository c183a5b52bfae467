package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.fakebuddy.Fault;
import io.github.buddymaven.fakebuddy.Spelling;
import java.time.Duration;
import java.time.Instant;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An update may be sent twice, but not while the server is at work on it; a look tells what became of a lost one. */
@Timeout(30)
class LostUpdateTest extends AbstractMojoTest {
    private static final String TAG = "<dockerImageTag>1.1</dockerImageTag>";

    @BeforeEach
    void addAction() {
        pipeline.add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\",\"docker_image_tag\":\"1.0\"}");
    }

    /** The first two are answers without the action, the others come from a gateway. */
    @ParameterizedTest
    @ValueSource(ints = {204, 200, 502, 504})
    void settlesAnUpdateThatWasCarriedOutByLooking(int status) throws Exception {
        buddy.inject(Fault.processThenAnswer(status, "", "").on("PATCH"));

        create(TAG);

        assertThat(methods()).containsExactly("GET", "GET", "PATCH", "GET");
        assertOutcome("updated");
    }

    @Test
    void looksOnceAndSendsAnUpdateAgainThatWasNotCarriedOut() throws Exception {
        Instant start = buddy.clock().instant();
        buddy.inject(Fault.dropBeforeProcessing().on("PATCH"));

        create(TAG);

        assertThat(methods()).containsExactly("GET", "GET", "PATCH", "GET", "PATCH");
        assertThat(buddy.clock().instant()).isAfter(start);
        assertOutcome("updated");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 504})
    void looksUntilAnUpdateIsCarriedOut(int status) throws Exception {
        buddy.inject(Fault.answer(status, "", "").on("PATCH").carriedOutLater(Duration.ofSeconds(3)));

        create(TAG);

        assertThat(writes()).hasSize(1);
        assertThat(log.warnings()).isEmpty();
        assertOutcome("updated");
    }

    @Test
    void sendsAnUpdateNoSecondTimeToAServerThatMayBeStillAtWork() {
        buddy.inject(Fault.answer(504, "", "").on("PATCH"));

        assertThat(failure(TAG)).isInstanceOf(MojoExecutionException.class).hasMessageContainingAll("504", "may");
        assertThat(writes()).hasSize(1);
    }

    @Test
    void looksNoFurtherIfBuddyKeepsAnotherValueThanWasSent() throws Exception {
        buddy.stores("repository", Spelling.lowerCased());
        buddy.inject(Fault.processThenAnswer(204, "", "").on("PATCH"));

        create("<repository>My/App</repository>");

        assertThat(methods()).containsExactly("GET", "GET", "PATCH", "GET");
        assertThat(log.warnings()).singleElement().asString().contains("my/app", "My/App");
    }

    @Test
    void looksOnceIfOnlySecretsWereSent() throws Exception {
        String login = "<registry>registry.example.com</registry><registryServerId>nexus</registryServerId>";
        create(login);
        nextBuild();
        int before = buddy.requests().size();
        buddy.inject(Fault.processThenAnswer(204, "", "").on("PATCH"));

        create(login);

        assertThat(methods().subList(before, methods().size())).containsExactly("GET", "GET", "PATCH", "GET");
        assertOutcome("unchanged");
    }

    @Test
    void sendsAnUpdateThreeTimesInAllIfTheServerDoesNotTakeIt() {
        buddy.inject(Fault.answer(503, "", "").on("PATCH").always());

        assertThat(failure(TAG)).isInstanceOf(MojoExecutionException.class).hasMessageContaining("503");
        assertThat(methods()).containsExactly("GET", "GET", "PATCH", "PATCH", "PATCH");
    }

    @Test
    void sendsARefusedUpdateOnce() {
        buddy.inject(Fault.answer(400, "", "").on("PATCH"));

        assertThat(failure(TAG)).hasMessageContaining("400");
        assertThat(methods()).containsExactly("GET", "GET", "PATCH");
    }
}
