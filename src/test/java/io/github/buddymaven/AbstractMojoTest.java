package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.fakebuddy.RecordedRequest;
import java.io.IOException;
import java.util.List;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Server;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.DefaultSessionData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The goal as Maven configures it, in a session with good credentials, against a fake Buddy. */
@MojoTest
@MojoParameter(name = "workspace", value = "buddy")
@MojoParameter(name = "projectName", value = "company-website")
@MojoParameter(name = "pipelineId", value = "2")
@MojoParameter(name = "name", value = "Push to registry")
abstract class AbstractMojoTest {
    static final String GOAL = "create-push-action";
    static final String PIPELINE = "/workspaces/buddy/projects/company-website/pipelines/2";

    final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    final DefaultRepositorySystemSession repositories = new DefaultRepositorySystemSession();
    final RecordedLog log = new RecordedLog();
    FakeBuddy buddy;

    @Provides
    @SuppressWarnings("deprecation") // the other constructors are older still
    MavenSession session() {
        return new MavenSession(null, repositories, request, new DefaultMavenExecutionResult());
    }

    @BeforeEach
    void startBuddy() throws IOException {
        buddy = FakeBuddy.start();
        buddy.pipeline("buddy", "company-website", 2);
        request.getUserProperties().setProperty("buddy.apiUrl", buddy.apiUrl());
        request.getUserProperties().setProperty("buddy.rateLimitWait", "0");
        addServer("buddy", "", FakeBuddy.TOKEN);
        addServer("nexus", "deployer", "s3cret");
    }

    @AfterEach
    void stopBuddy() {
        buddy.close();
    }

    /** Points the goal elsewhere than at the fake, when Maven has configured it already. */
    static void apiUrl(BuddyMojo goal, String url) throws IllegalAccessException {
        MojoExtension.setVariableValueToObject(goal, "apiUrl", url);
    }

    void addServer(String id, String user, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(user);
        server.setPassword(password);
        request.addServer(server);
    }

    void execute(BuddyMojo goal) throws MojoExecutionException, MojoFailureException {
        goal.setLog(log);
        goal.execute();
    }

    /** As if another build began, which knows nothing of the one before. */
    void nextBuild() {
        repositories.setData(new DefaultSessionData());
    }

    /** The one request that was to change something. */
    RecordedRequest sent() {
        assertThat(writes()).hasSize(1);
        return writes().get(0);
    }

    /** All requests that were to change something. */
    List<RecordedRequest> writes() {
        return buddy.requests().stream()
                .filter(sent -> !sent.method().equals("GET"))
                .toList();
    }
}
