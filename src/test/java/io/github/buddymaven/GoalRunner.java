package io.github.buddymaven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.fakebuddy.RecordedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.internal.MojoDescriptorCreator;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.apache.maven.project.MavenProject;
import org.apache.maven.rtinfo.RuntimeInformation;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.configuration.PlexusConfigurationException;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.DefaultSessionData;
import org.eclipse.aether.util.repository.DefaultProxySelector;

/**
 * Runs goals within this JVM, in a session that is built by hand, configured by XML in the way of Maven's core. That is fast
 * enough for tables with hundreds of rows.
 */
public final class GoalRunner {
    static final PluginDescriptor PLUGIN = plugin();
    private static final ClassRealm REALM = realm();

    private final MojoDescriptor goal;
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final DefaultRepositorySystemSession repositories = new DefaultRepositorySystemSession();
    private final DefaultProxySelector selector = new DefaultProxySelector();
    private final Properties projectProperties = new Properties();
    private final Map<String, String> elements = new LinkedHashMap<>();
    private Optional<FakeBuddy> buddy = Optional.empty();
    private Optional<Xpp3Dom> parent = Optional.empty();
    private Optional<Xpp3Dom> plugin = Optional.empty();
    private String mavenVersion = "3.9.9";
    private UnaryOperator<String> decryption = password -> password;

    private GoalRunner(MojoDescriptor goal) {
        this.goal = goal;
        request.setSystemProperties(new Properties());
    }

    /** A build that runs this goal, with settings.xml, environment and command line empty. */
    public static GoalRunner of(String goal) {
        return new GoalRunner(requireNonNull(PLUGIN.getMojo(goal), goal));
    }

    /** Sends all requests there, with a token that is right, and waits by the clock that is there. */
    public GoalRunner against(FakeBuddy fake) {
        buddy = Optional.of(fake);
        FakeTime.use(fake, repositories);
        return userProperty("buddy.apiUrl", fake.apiUrl())
                .userProperty("buddy.rateLimitWait", "0")
                .server("buddy", "", FakeBuddy.TOKEN);
    }

    /** Adds an element to each configuration that does not have it. */
    public GoalRunner element(String name, String text) {
        elements.put(name, text);
        return this;
    }

    /** Adds a server to settings.xml. */
    public GoalRunner server(String id, String user, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(user);
        server.setPassword(password);
        request.addServer(server);
        return this;
    }

    /** Adds a proxy to settings.xml, which Maven takes for all addresses of its protocol. */
    public GoalRunner proxy(Proxy proxy) {
        request.addProxy(proxy);
        selector.add(
                new org.eclipse.aether.repository.Proxy(proxy.getProtocol(), proxy.getHost(), proxy.getPort()), "");
        repositories.setProxySelector(selector);
        return this;
    }

    /** Adds a property to the command line. */
    public GoalRunner userProperty(String name, String value) {
        request.getUserProperties().setProperty(name, value);
        return this;
    }

    /** Adds a property of the JVM; a variable of the environment has {@code env.} before its name. */
    public GoalRunner systemProperty(String name, String value) {
        request.getSystemProperties().setProperty(name, value);
        return this;
    }

    /** Adds a property to the POM. */
    public GoalRunner projectProperty(String name, String value) {
        projectProperties.setProperty(name, value);
        return this;
    }

    /** The parent POM configures the same plugin. */
    public GoalRunner parent(String xml) {
        parent = Optional.of(parse("<configuration>" + xml + "</configuration>"));
        return this;
    }

    /** The POM configures the plugin outside of the execution, too. */
    public GoalRunner plugin(String xml) {
        plugin = Optional.of(parse("<configuration>" + xml + "</configuration>"));
        return this;
    }

    public GoalRunner mavenVersion(String version) {
        mavenVersion = version;
        return this;
    }

    /** Maven decrypts passwords so, instead of taking each as it is. */
    public GoalRunner decrypting(UnaryOperator<String> passwords) {
        decryption = passwords;
        return this;
    }

    public GoalRunner offline() {
        request.setOffline(true);
        return this;
    }

    /** Forgets what the runs so far knew of Buddy. */
    public GoalRunner nextBuild() {
        repositories.setData(new DefaultSessionData());
        buddy.ifPresent(fake -> FakeTime.use(fake, repositories));
        return this;
    }

    /**
     * Runs the goal.
     *
     * @param xml what is in the {@code <configuration>}
     */
    public GoalRun run(String xml) {
        Xpp3Dom written = complete(xml);
        Xpp3Dom configuration = parent.or(() -> plugin)
                .map(inherited -> Xpp3Dom.mergeXpp3Dom(new Xpp3Dom(written), new Xpp3Dom(inherited)))
                .orElse(written);
        MavenProject project = project(configuration, written);
        int before = requests().size();
        RecordedLog log = new RecordedLog();
        Optional<Exception> failure = Optional.empty();
        try {
            execute(configuration, project, log);
        } catch (MojoFailureException | MojoExecutionException | ComponentConfigurationException e) {
            failure = Optional.of(e);
        }
        List<RecordedRequest> all = requests();
        Map<String, String> properties = project.getProperties().stringPropertyNames().stream()
                .collect(toMap(name -> name, project.getProperties()::getProperty));
        return new GoalRun(log.lines(), failure, all.subList(before, all.size()), properties);
    }

    private List<RecordedRequest> requests() {
        return buddy.map(FakeBuddy::requests).orElse(List.of());
    }

    private void execute(Xpp3Dom configuration, MavenProject project, RecordedLog log)
            throws MojoFailureException, MojoExecutionException, ComponentConfigurationException {
        MavenSession session = session(project);
        MojoExecution execution = new MojoExecution(goal, "push", MojoExecution.Source.LIFECYCLE);
        execution.setConfiguration(withDefaults(configuration, goal));
        Mojo mojo = mojo(session, project, execution);
        new BasicComponentConfigurator()
                .configureComponent(
                        mojo,
                        new XmlPlexusConfiguration(execution.getConfiguration()),
                        new PluginParameterExpressionEvaluator(session, execution),
                        REALM);
        mojo.setLog(log);
        mojo.execute();
    }

    private Xpp3Dom complete(String xml) {
        Xpp3Dom configuration = parse("<configuration>" + xml + "</configuration>");
        elements.forEach((name, text) -> {
            if (configuration.getChild(name) == null) {
                Xpp3Dom element = new Xpp3Dom(name);
                element.setValue(text);
                configuration.addChild(element);
            }
        });
        return configuration;
    }

    private static Xpp3Dom parse(String xml) {
        try {
            return Xpp3DomBuilder.build(new StringReader(xml));
        } catch (XmlPullParserException e) {
            throw new IllegalArgumentException(xml, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Maven makes of it: parameters that are missing or empty get their expression, what is no parameter is dropped. */
    static Xpp3Dom withDefaults(Xpp3Dom configuration, MojoDescriptor goal) {
        Xpp3Dom defaults = MojoDescriptorCreator.convert(goal);
        Xpp3Dom whole = new Xpp3Dom("configuration");
        for (Parameter parameter : goal.getParameters()) {
            Xpp3Dom configured = configuration.getChild(parameter.getName());
            Xpp3Dom merged = Xpp3Dom.mergeXpp3Dom(
                    configured == null ? null : new Xpp3Dom(configured), defaults.getChild(parameter.getName()), true);
            if (merged != null) {
                whole.addChild(merged);
            }
        }
        return whole;
    }

    private MavenProject project(Xpp3Dom configuration, Xpp3Dom written) {
        MavenProject project = new MavenProject(model("app", configuration));
        project.setOriginalModel(model("app", written));
        if (parent.isPresent()) {
            MavenProject inherited = new MavenProject(model("parent", parent.get()));
            inherited.setOriginalModel(model("parent", parent.get()));
            project.setParent(inherited);
        }
        return project;
    }

    private Model model(String artifactId, Xpp3Dom configuration) {
        PluginExecution execution = new PluginExecution();
        execution.setId("push");
        execution.setConfiguration(configuration);
        Plugin plugin = new Plugin();
        plugin.setGroupId(PLUGIN.getGroupId());
        plugin.setArtifactId(PLUGIN.getArtifactId());
        plugin.setVersion(PLUGIN.getVersion());
        plugin.addExecution(execution);
        plugin.setConfiguration(this.plugin.orElse(null));
        Build build = new Build();
        build.addPlugin(plugin);
        Model model = new Model();
        model.setGroupId("com.example");
        model.setArtifactId(artifactId);
        model.setVersion("1.0");
        model.setBuild(build);
        model.setProperties(projectProperties);
        return model;
    }

    @SuppressWarnings("deprecation") // the other constructors are older still
    private MavenSession session(MavenProject project) {
        MavenSession session = new MavenSession(null, repositories, request, new DefaultMavenExecutionResult());
        session.setProjects(List.of(project));
        return session;
    }

    /** The goal reads no POM anew here, so that nobody builds projects. */
    private Mojo mojo(MavenSession session, MavenProject project, MojoExecution execution) {
        MavenBuild build = new MavenBuild(session, project, execution, decrypter(), maven());
        try {
            Constructor<?> constructor = Class.forName(goal.getImplementation()).getConstructors()[0];
            return (Mojo) constructor.newInstance(build);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(goal.getImplementation(), e);
        }
    }

    private SettingsDecrypter decrypter() {
        return wanted -> new Settings(
                wanted.getServers().stream().map(this::decrypted).toList(),
                wanted.getProxies().stream().map(this::decrypted).toList());
    }

    private Proxy decrypted(Proxy proxy) {
        Proxy clear = proxy.clone();
        clear.setPassword(decryption.apply(proxy.getPassword()));
        return clear;
    }

    private Server decrypted(Server server) {
        Server clear = server.clone();
        clear.setPassword(decryption.apply(server.getPassword()));
        return clear;
    }

    private record Settings(List<Server> servers, List<Proxy> proxies) implements SettingsDecryptionResult {
        @Override
        public Server getServer() {
            return servers.get(0);
        }

        @Override
        public List<Server> getServers() {
            return servers;
        }

        @Override
        public Proxy getProxy() {
            return proxies.get(0);
        }

        @Override
        public List<Proxy> getProxies() {
            return proxies;
        }

        @Override
        public List<SettingsProblem> getProblems() {
            return List.of();
        }
    }

    private RuntimeInformation maven() {
        return new RuntimeInformation() {
            @Override
            public String getMavenVersion() {
                return mavenVersion;
            }

            @Override
            public boolean isMavenVersion(String versionRange) {
                return true;
            }
        };
    }

    private static PluginDescriptor plugin() {
        try (InputStream descriptor = GoalRunner.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            return new PluginDescriptorBuilder().build(new InputStreamReader(requireNonNull(descriptor), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PlexusConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ClassRealm realm() {
        try {
            return new ClassWorld("goals", GoalRunner.class.getClassLoader()).getRealm("goals");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
