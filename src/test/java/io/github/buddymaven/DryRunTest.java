package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.fakebuddy.Fault;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refusal fails a dry run, since the real run would be refused, too; only where it cannot look at all does it warn. */
class DryRunTest extends AbstractMojoTest {
    private static final String DRY = "<dryRun>true</dryRun>";

    @AfterEach
    void nothingIsChanged() {
        assertThat(writes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 409, 410, 422, 429})
    void failsIfTheListIsRefused(int status) {
        buddy.inject(Fault.answer(status, "application/json", "{\"error\":\"No\"}")
                .on("GET", "/actions$")
                .always());

        assertFails("HTTP " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422})
    void failsIfTheActionIsRefused(int status) {
        pipeline.add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\"}");
        buddy.inject(Fault.answer(status, "application/json", "{\"error\":\"No\"}")
                .on("GET", "/actions/1$")
                .always());

        assertFails("HTTP " + status);
    }

    @ParameterizedTest
    @CsvSource({
        "workspace,   budy,    workspace 'budy'",
        "projectName, website, project 'website'",
        "pipelineId,  3,       pipeline 3",
    })
    void failsIfThereIsNoSuchPipeline(String parameter, String value, String named) {
        defaults.put(parameter, value);

        assertFails("There is no " + named);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503})
    void warnsIfItCannotLook(int status) throws Exception {
        buddy.inject(Fault.answer(status, "application/json", "{}").always());

        create(DRY);

        assertThat(log.warnings()).singleElement().asString().contains("could not look", "HTTP " + status);
        assertThat(log.text()).contains("The request would be");
    }

    @Test
    void endsIfTheBuildIsInterrupted() {
        Thread build = Thread.currentThread();
        buddy.inject(Fault.neverAnswer().meanwhile(build::interrupt));

        assertThat(failure(DRY)).isInstanceOf(MojoExecutionException.class).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(log.lines()).isEmpty();
    }

    private void assertFails(String reason) {
        assertThat(failure(DRY)).isInstanceOf(MojoFailureException.class).hasMessageContaining(reason);
        assertThat(log.lines()).isEmpty();
    }
}
