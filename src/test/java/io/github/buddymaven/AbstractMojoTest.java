package io.github.buddymaven;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.fakebuddy.Pipeline;
import io.github.buddymaven.fakebuddy.RecordedRequest;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.codehaus.plexus.PlexusContainer;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.DefaultSessionData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Goals as Maven configures them, in a session with good credentials, against a fake Buddy. */
@MojoTest
abstract class AbstractMojoTest {
    static final String CHECK = "check-push-action";
    static final String CREATE = "create-push-action";
    static final String DELETE = "delete-push-action";
    static final String EXPORT = "export-push-action";
    static final String LIST = "list-actions";
    static final String RUN = "run-pipeline";
    static final String PIPELINE = "/workspaces/buddy/projects/company-website/pipelines/2";

    final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    final DefaultRepositorySystemSession repositories = new DefaultRepositorySystemSession();
    final RecordedLog log = new RecordedLog();

    /** Elements that each configuration gets unless it has its own. */
    final Map<String, String> defaults = new LinkedHashMap<>(Map.of(
            "workspace", "buddy", "projectName", "company-website", "pipelineId", "2", "name", "Push to registry"));

    FakeBuddy buddy;
    Pipeline pipeline;

    @Inject
    MavenProject project;

    @Inject
    private MavenSession session;

    @Inject
    private MojoExecution execution;

    @Inject
    private PlexusContainer container;

    @Provides
    @SuppressWarnings("deprecation") // the other constructors are older still
    MavenSession session() {
        return new MavenSession(null, repositories, request, new DefaultMavenExecutionResult());
    }

    @BeforeEach
    void startBuddy() throws IOException {
        buddy = FakeBuddy.start();
        pipeline = buddy.pipeline("buddy", "company-website", 2);
        userProperty("buddy.apiUrl", buddy.apiUrl());
        userProperty("buddy.rateLimitWait", "0");
        addServer("buddy", "", FakeBuddy.TOKEN);
        addServer("nexus", "deployer", "s3cret");
        FakeTime.use(buddy, repositories);
    }

    @AfterEach
    void stopBuddy() {
        buddy.close();
    }

    void userProperty(String name, String value) {
        request.getUserProperties().setProperty(name, value);
    }

    void environment(String name, String value) {
        session.getSystemProperties().setProperty("env." + name, value);
    }

    void addServer(String id, String user, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(user);
        server.setPassword(password);
        request.addServer(server);
    }

    /** Runs {@code create-push-action}; the XML is what is in its {@code <configuration>}. */
    void create(String... xml) throws Exception {
        run(CREATE, xml);
    }

    void run(String goal, String... xml) throws Exception {
        goal(goal, xml).execute();
    }

    /** Runs {@code create-push-action}, which must fail. */
    Throwable failure(String... xml) {
        return failureOf(CREATE, xml);
    }

    Throwable failureOf(String goal, String... xml) {
        Throwable failure = catchThrowable(() -> run(goal, xml));
        if (failure == null) {
            throw new AssertionError("no failure, but\n" + log.text());
        }
        return failure;
    }

    /**
     * Creates a goal and configures it as Maven's core does: what the XML does not have, or has empty, gets the expression and
     * the default of the plugin's descriptor, and the goal's execution has the result also.
     */
    Mojo goal(String name, String... xml) throws Exception {
        MojoDescriptor descriptor = requireNonNull(GoalRunner.PLUGIN.getMojo(name), name);
        Xpp3Dom configured = configuration(String.join("", xml));
        addToPom(configured);
        execution.setMojoDescriptor(descriptor);
        execution.setConfiguration(GoalRunner.withDefaults(configured, descriptor));
        Mojo goal = container.lookup(Mojo.class, descriptor.getId());
        new BasicComponentConfigurator()
                .configureComponent(
                        goal,
                        new XmlPlexusConfiguration(execution.getConfiguration()),
                        new PluginParameterExpressionEvaluator(session, execution),
                        container.getContainerRealm());
        goal.setLog(log);
        return goal;
    }

    private Xpp3Dom configuration(String xml) throws Exception {
        String whole = xml.startsWith("<configuration") ? xml : "<configuration>" + xml + "</configuration>";
        Xpp3Dom configuration = Xpp3DomBuilder.build(new StringReader(whole));
        defaults.forEach((name, value) -> {
            if (configuration.getChild(name) == null) {
                Xpp3Dom element = new Xpp3Dom(name);
                element.setValue(value);
                configuration.addChild(element);
            }
        });
        return configuration;
    }

    private void addToPom(Xpp3Dom configuration) {
        Plugin plugin = new Plugin();
        plugin.setGroupId(GoalRunner.PLUGIN.getGroupId());
        plugin.setArtifactId(GoalRunner.PLUGIN.getArtifactId());
        plugin.setConfiguration(configuration);
        Build build = new Build();
        build.addPlugin(plugin);
        project.setBuild(build);
    }

    /** Begins another build, which knows nothing of the one before. */
    void nextBuild() {
        repositories.setData(new DefaultSessionData());
        FakeTime.use(buddy, repositories);
    }

    /** Begins a build whose goals really wait. */
    void liveInRealTime() {
        repositories.setData(new DefaultSessionData());
    }

    /** Asserts what the last run did, as it tells later plugins. */
    void assertOutcome(String outcome) {
        assertThat(project.getProperties()).containsEntry("buddy.action.outcome", outcome);
        assertThat(log.text()).contains(": " + outcome);
    }

    /** Returns the methods of all requests, in their order. */
    List<String> methods() {
        return buddy.requests().stream().map(RecordedRequest::method).toList();
    }

    /** Returns the only request that was to change something. */
    RecordedRequest sent() {
        assertThat(writes()).hasSize(1);
        return writes().get(0);
    }

    /** Returns all requests that were to change something. */
    List<RecordedRequest> writes() {
        return buddy.requests().stream()
                .filter(sent -> !sent.method().equals("GET"))
                .toList();
    }
}
