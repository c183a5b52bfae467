package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.fakebuddy.FakeBuddy;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The runner configures a goal as Maven does, and records all that it brings. */
class GoalRunnerTest {
    private static final String WHERE =
            "<workspace>buddy</workspace><projectName>company-website</projectName><pipelineId>2</pipelineId>";

    private FakeBuddy buddy;
    private GoalRunner runner;

    @BeforeEach
    void start() throws IOException {
        buddy = FakeBuddy.start();
        buddy.pipeline("buddy", "company-website", 2);
        runner = GoalRunner.of("create-push-action").against(buddy);
    }

    @AfterEach
    void stop() {
        buddy.close();
    }

    @Test
    void recordsLogRequestsAndProperties() {
        GoalRun run = runner.run(WHERE + "<name>Push</name>");

        assertThat(run.failure()).isEmpty();
        assertThat(run.log())
                .anySatisfy(line -> assertThat(line).startsWith("info ").contains("'Push'"));
        assertThat(run.sent().json().path("name").textValue()).isEqualTo("Push");
        assertThat(run.properties()).containsEntry("buddy.action.id", "1");
        assertThat(runner.nextBuild().run(WHERE + "<name>Push</name>").writes()).isEmpty();
    }

    @Test
    void recordsTheFailure() {
        GoalRun run = runner.run(WHERE);

        assertThat(run.failure()).containsInstanceOf(MojoFailureException.class);
        assertThat(run.text()).contains("<name>");
        assertThat(run.requests()).isEmpty();
    }

    @Test
    void takesParametersFromEverywhere() {
        GoalRun run = runner.userProperty("buddy.name", "by property")
                .projectProperty("seconds", "60")
                .systemProperty("env.BUDDY_WORKSPACE_DOMAIN", "buddy")
                .element("projectName", "company-website")
                .run("<name/><pipelineId>2</pipelineId><timeout>${seconds}</timeout>");

        assertThat(run.sent().json().path("name").textValue()).isEqualTo("by property");
        assertThat(run.sent().json().path("timeout").intValue()).isEqualTo(60);
    }

    @Test
    void prefersThePomToTheCommandLine() {
        GoalRun run = runner.userProperty("buddy.name", "by property").run(WHERE + "<name>by POM</name>");

        assertThat(run.sent().json().path("name").textValue()).isEqualTo("by POM");
    }

    @Test
    void worksOffline() {
        GoalRun run = runner.offline().run(WHERE + "<name>Push</name>");

        assertThat(run.failure()).isPresent();
        assertThat(run.requests()).isEmpty();
    }

    @Test
    void recordsWhatMavenItselfRefuses() {
        GoalRun run = runner.run(WHERE + "<variables><variable><keys>A</keys></variable></variables>");

        assertThat(run.failure()).containsInstanceOf(ComponentConfigurationException.class);
    }
}
