package io.github.buddymaven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.fakebuddy.Credentials;
import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.fakebuddy.Fault;
import io.github.buddymaven.fakebuddy.PrivateCertificate;
import io.github.buddymaven.fakebuddy.RunScript;
import io.github.buddymaven.fakebuddy.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Proxy;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every message that the goals can print, once, as {@code messages.txt} has it: a file to be read as prose. Other tests
 * assert only values and key words, so that a text is changed here and nowhere else.
 */
@Timeout(180)
class MessagesTest extends AbstractMojoTest {
    private static final Path APPROVED = Path.of("src/test/resources/messages.txt");
    private static final Path ACTUAL = Path.of("target/messages.txt");
    private static final String JSON = "application/json";
    private static final String DRY = "<dryRun>true</dryRun>";
    private static final String ACTION = """
            {"name":"Push to registry","type":"DOCKER_PUSH","trigger_time":"ON_EVERY_EXECUTION","repository":"my/app"}""";

    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> usualDefaults = new LinkedHashMap<>(defaults);
    private final SSLContext usualTls = SSLContext.getDefault();

    @TempDir
    private Path folder;

    MessagesTest() throws Exception {}

    @AfterEach
    void trustAsUsual() {
        SSLContext.setDefault(usualTls);
        System.clearProperty("javax.net.ssl.trustStore");
    }

    @Test
    void printsTheApprovedMessages() throws Exception {
        results();
        dryRuns();
        checks();
        address();
        general();
        action();
        registry();
        triggerConditions();
        variables();
        credentials();
        names();
        conflicts();
        refusals();
        answersWithoutSense();
        network();
        tls();
        proxies();
        lists();
        exports();
        deletions();
        runs();
        outputFile();

        String actual = text.toString();
        Files.createDirectories(ACTUAL.getParent());
        Files.writeString(ACTUAL, actual);
        assertThat(actual)
                .as("the messages; to approve them: cp %s %s", ACTUAL, APPROVED)
                .isEqualTo(Files.exists(APPROVED) ? Files.readString(APPROVED) : "");
    }

    private void results() throws Exception {
        group("Results");
        says("created");
        pipeline.add(ACTION);
        says("unchanged");
        pipeline.add(ACTION);
        says("updated", "<repository>my/new</repository><region>$REGION</region><integration>5d</integration>");
        pipeline.add(ACTION.replace("}", ",\"login\":\"deployer\",\"password\":\"x\"}"));
        says("credentials sent again", "<registryServerId>nexus</registryServerId>");
        pipeline.add(ACTION.replace("}", ",\"variables\":[{\"key\":\"A\",\"encrypted\":true}]}"));
        says("secrets sent again", variables("<key>A</key><serverId>nexus</serverId>"));
        pipeline.add(ACTION.replace(
                "}", ",\"login\":\"deployer\",\"password\":\"x\",\"variables\":[{\"key\":\"A\",\"encrypted\":true}]}"));
        says(
                "both sent again",
                "<registryServerId>nexus</registryServerId>",
                variables("<key>A</key><serverId>nexus</serverId>"));
        pipeline.add(ACTION.replace("}", ",\"integration\":{\"identifier\":\"hub\"}}"));
        says("an integration by another name", "<integration>5ddb</integration>");
        pipeline.add(ACTION);
        says("skipped", "<ifExists>skip</ifExists>");
        says("the goal is skipped", "<skip>true</skip>");
        buddy.inject(Fault.answer(429, "", "").header("Retry-After", "1").on("POST"));
        says("the limit of requests is reached", "<rateLimitWait>5</rateLimitWait>");
        buddy.actionsShowDefinition(true);
        pipeline.gitConfigRef("FIXED");
        says("the pipeline is defined in git");
        says("an unknown build action", "<dockerBuildActionId>5</dockerBuildActionId>");
        pipeline.add("{\"name\":\"Build image\",\"type\":\"DOCKERFILE\"}");
        says("a mistyped build action", "<dockerBuildActionName>Build imag</dockerBuildActionName>");
        buddy.inject(Fault.dropAfterProcessing().on("POST").meanwhile(() -> pipeline.add(ACTION)));
        says("one action too many, after a lost response");
        buddy.inject(Fault.none().on("POST").meanwhile(() -> pipeline.add(ACTION)));
        says("one action too many, by another build");
        buddy.stores("repository", Spelling.lowerCased());
        pipeline.add(ACTION);
        says("a value that Buddy changes", "<repository>My/App</repository>");
        buddy.inject(Fault.answer(404, "", "").on("GET", "/actions$").always());
        says("no list of actions");
        buddy.inject(Fault.answer(201, JSON, "{\"id\":7}").on("POST"));
        says("a rule that lenient turns into a warning", "<lenient>true</lenient><triggerTime>NEVER</triggerTime>");
    }

    private void dryRuns() throws Exception {
        group("Dry runs");
        says("would create", DRY);
        pipeline.add(ACTION);
        says("would update", DRY, "<repository>my/new</repository>");
        pipeline.add(ACTION);
        says("unchanged", DRY);
        pipeline.add(ACTION);
        says("skipped", DRY, "<ifExists>skip</ifExists>");
        pipeline.add(ACTION.replace("}", ",\"integration\":{\"identifier\":\"hub\"}}"));
        says("an integration by another name", DRY, "<integration>5ddb</integration>");
        create(DRY);
        log.clear();
        says("two modules", DRY);
        request.setOffline(true);
        says("offline", DRY, "<pipelineName>Live</pipelineName><afterActionName>Build</afterActionName><pipelineId/>");
    }

    private void checks() throws Exception {
        group("Checks");
        saysOf(CHECK, "no action");
        pipeline.add(ACTION);
        saysOf(CHECK, "unchanged");
        pipeline.add(ACTION);
        saysOf(CHECK, "a difference", "<repository>my/new</repository>");
        pipeline.add(ACTION.replace("}", ",\"login\":\"deployer\",\"password\":\"x\"}"));
        saysOf(CHECK, "credentials", "<registryServerId>nexus</registryServerId>");
        pipeline.add(ACTION);
        saysOf(CHECK, "a warning", "<failOnChange>false</failOnChange><repository>my/new</repository>");
        buddy.mayList(false);
        saysOf(CHECK, "no right");
        request.setOffline(true);
        saysOf(CHECK, "offline");
        saysOf(CHECK, "not usable", "<failOnChange>maybe</failOnChange>");
    }

    private void address() throws Exception {
        group("Configuration: where");
        defaults.keySet().removeAll(usualDefaults.keySet());
        says("missing");
        says(
                "not usable",
                "<workspace>a&#10;b</workspace><pipelineId>zero</pipelineId><pipelineName>Live</pipelineName>",
                "<connectTimeout>0</connectTimeout><requestTimeout>soon</requestTimeout>",
                "<rateLimitWait>-1</rateLimitWait>",
                "<apiUrl>https://api.buddy.works</apiUrl>");
        defaults.keySet().removeAll(usualDefaults.keySet());
        blank("workspace", "projectName", "pipelineName", "serverId", "name");
        says("a number out of range", "<pipelineId>0</pipelineId>");
        says("an address that is no URL", "<apiUrl>https://a b</apiUrl>");
        says("an address with an umlaut", "<apiUrl>https://büro.example.com</apiUrl>");
        says("an address with an umlaut that has no other form", "<apiUrl>https://büro..example.com</apiUrl>");
        says("an address with an underscore", "<apiUrl>https://buddy_ci.example.com</apiUrl>");
        says("an address without scheme", "<apiUrl>api.buddy.works</apiUrl>");
        says("an address without TLS", "<apiUrl>http://api.buddy.works</apiUrl>");
        says("an address with a user", "<apiUrl>https://t0ken@api.buddy.works</apiUrl>");
        says("an address with a query", "<apiUrl>https://api.buddy.works?token=t0ken</apiUrl>");
    }

    private void general() throws Exception {
        group("Configuration: how");
        says(
                "not usable",
                "<skip>yes</skip><dryRun>1</dryRun><lenient>no</lenient>",
                "<ifExists>updat</ifExists><outputFile>/</outputFile>");
        says("an unknown choice", "<ifExists>never</ifExists>");
        says("mistyped names", "<dryrun>true</dryrun><dockerRepository>my/app</dockerRepository>");
        says("an element twice", "<timeout>1</timeout><timeout>2</timeout>");
        says("an element in an element twice", variables("<key>A</key><key>B</key><value>1</value>"));
        says("texts instead of elements", "<variables>A=1</variables><triggerConditions>ON_CHANGE</triggerConditions>");
        says(
                "items without elements",
                "<variables><variable>A=1</variable></variables>"
                        + "<triggerConditions><triggerCondition>ON_CHANGE</triggerCondition></triggerConditions>");
        userProperty("buddy.dryrun", "true");
        userProperty("buddy.variables", "A=1");
        says("mistyped properties");
        project.getProperties().setProperty("buddy.dry-run", "true");
        says("a mistyped property of the POM");
        String hash = "<integration><hashId>5ddb</hashId></integration>";
        String identifier = "<integration><identifier>hub</identifier></integration>";
        merged("parts of a parent", runner -> runner.parent(hash), identifier);
        merged("parts of the plugin", runner -> runner.plugin(hash), identifier);
        merged(
                "texts of a parent",
                runner -> runner.parent("<variables>A=1</variables>"
                        + "<triggerConditions><triggerCondition>ON_CHANGE</triggerCondition></triggerConditions>"),
                variables("<key>A</key><value>1</value>") + "<triggerConditions>" + condition("ON_CHANGE", "")
                        + "</triggerConditions>");
        says("secrets in the POM", "<password>hush</password><login>me</login><token>hush</token>");
        request.setOffline(true);
        says("offline");
    }

    private void merged(String situation, UnaryOperator<GoalRunner> configured, String xml) {
        GoalRunner runner = GoalRunner.of(CREATE).against(buddy);
        usualDefaults.forEach(runner::element);
        String message = configured.apply(runner).run(xml).message();
        text.append("\n# ")
                .append(situation)
                .append("\n[ERROR] ")
                .append(message)
                .append('\n');
    }

    private void action() throws Exception {
        group("Configuration: what");
        says(
                "not usable",
                "<triggerTime>ON_SUCESS</triggerTime><runNext>WAIT</runNext><disabled>yes</disabled>",
                "<ignoreErrors>no</ignoreErrors><timeout>long</timeout><retryCount>-1</retryCount>",
                "<retryInterval>soon</retryInterval><runOnlyOnFirstFailure>true</runOnlyOnFirstFailure>",
                "<afterActionId>0</afterActionId><dockerBuildActionId>-1</dockerBuildActionId>",
                "<loop><value>a</value><value xml:space='preserve'> </value></loop>");
        says(
                "names",
                "<afterActionId>1</afterActionId><afterActionName>Build</afterActionName>",
                "<dockerBuildActionId>1</dockerBuildActionId><dockerBuildActionName>Build</dockerBuildActionName>");
        blank("afterActionName", "dockerBuildActionName", "repository", "artifact");
        says("a name that ends with a blank", "<name xml:space='preserve'>Push </name>");
        says("a failure", "<triggerTime>ON_FAILURE</triggerTime>");
        says("no failure", "<runOnlyOnFirstFailure>true</runOnlyOnFirstFailure>");
        says("a tag", "<dockerImageTag>1.0+build</dockerImageTag>");
        says("another tag", "<dockerImageTag>.latest</dockerImageTag>");
        says("a repository with a scheme", "<repository>https://hub.docker.com/my/app</repository>");
        says("a repository with a tag", "<repository>my/app:1.0</repository>");
        says("a repository with a slash too many", "<repository>my/app/</repository>");
        says("a repository with a blank", "<repository>my app</repository>");
        says("a repository with a host", "<repository>ghcr.io/my/app</repository>");
        says(
                "a repository with the host of the registry",
                "<registry>r.example.com</registry><registryServerId>nexus</registryServerId>",
                "<repository>r.example.com/app</repository>");
        says("an unknown property", "<repository>my/${no.such.property}</repository>");
        says("a property or a variable", "<repository>my/${app}</repository>");
        says("a variable of Buddy with braces", "<dockerImageTag>${BUDDY_EXECUTION_TAG}</dockerImageTag>");
        says("a control character", "<repository>my&#10;app</repository>");
        says("a character that got lost", "<repository>m\uFFFD/app</repository>");
    }

    private void registry() throws Exception {
        group("Configuration: the registry");
        String integration = "<integration>5ddb</integration>";
        String server = "<registryServerId>nexus</registryServerId>";
        String variables = "<login>$USER</login><password>$PASSWORD</password>";
        says("two ways", integration, server);
        says("an integration and variables", integration, variables);
        says("a server and variables", server, variables);
        says("half of the variables", "<login>$USER</login>");
        says("a region without integration", "<region>us-east-1</region>");
        says("not a region", integration, "<region>Virginia</region>");
        says("an artifact without its registry", "<artifact>app</artifact>");
        says("GitHub's registry", integration, "<registry>ghcr.io</registry>");
        says("a private registry with an integration", integration, "<registry>nexus.example.com</registry>");
        says("Google without integration", "<registry>gcr.io</registry>");
        says("a private registry without login", "<registry>nexus.example.com</registry>");
        says("not a host", server, "<registry>https://nexus.example.com/path</registry>");
        says("two integrations", "<integration><hashId>5d</hashId><identifier>hub</identifier></integration>");
        blank("integration");
        blank("registryServerId", "registry", "region");
        says("an unknown registry", "<dockerRegistry>DOCKERHUB</dockerRegistry>");
        says("what OTHER needs", "<dockerRegistry>OTHER</dockerRegistry>");
        says("what AMAZON_ECR needs", "<dockerRegistry>AMAZON_ECR</dockerRegistry>");
        says("what GOOGLE_GCR needs", "<dockerRegistry>GOOGLE_GCR</dockerRegistry>");
        says("what GOOGLE_ARTIFACT_REGISTRY needs", "<dockerRegistry>GOOGLE_ARTIFACT_REGISTRY</dockerRegistry>");
        says("what ARTIFACT_REGISTRY needs", "<dockerRegistry>ARTIFACT_REGISTRY</dockerRegistry>");
        says(
                "what NONE does not allow",
                "<dockerRegistry>NONE</dockerRegistry><registry>r.example.com</registry><region>us-east-1</region>",
                server);
        says("variables that NONE does not allow", "<dockerRegistry>NONE</dockerRegistry>", variables);
        says(
                "not a host of Google",
                "<dockerRegistry>GOOGLE_GCR</dockerRegistry><registry>r.example.com</registry>",
                integration);
        says(
                "not a host of Google's Artifact Registry",
                "<dockerRegistry>GOOGLE_ARTIFACT_REGISTRY</dockerRegistry><registry>gcr.io</registry>",
                integration);
    }

    private void triggerConditions() throws Exception {
        group("Configuration: trigger conditions");
        says(
                "not usable",
                "<triggerConditions>",
                condition("", ""),
                condition("ON_CHNAGE", ""),
                condition("VAR_IS", "<triggerVariableValue>1</triggerVariableValue>"),
                condition("ON_CHANGE", "<triggerUser>me</triggerUser>"),
                condition("ON_CHANGE_AT_PATH", "<triggerUser>me</triggerUser>"),
                condition("DAY", ""),
                condition("DATETIME", ""),
                condition("OR", ""),
                condition("OR", ""),
                condition(
                        "DAY",
                        "<triggerDays><day>8</day></triggerDays><triggerHours><hour>0</hour></triggerHours>"
                                + "<timezone>Warsaw</timezone>"),
                condition("HOUR", "<triggerHours><hour>noon</hour></triggerHours><timezone>Nowhere</timezone>"),
                condition(
                        "HOUR",
                        "<triggerHours><hour>1</hour></triggerHours><timezone>UTC</timezone><zoneId>UTC</zoneId>"),
                condition(
                        "ACTION_STATUS_IS",
                        "<triggerActionName>Build</triggerActionName><triggerStatus>OK</triggerStatus>"),
                condition("TRIGGERING_USER_IS", "<triggerUser xml:space='preserve'> </triggerUser>"),
                "</triggerConditions>");
    }

    private void variables() throws Exception {
        group("Configuration: variables");
        says(
                "not usable",
                variables(
                        "<value>1</value>",
                        "<key>A</key>",
                        "<key>B</key><value>1</value></variable><variable><key>B</key><value>2</value>",
                        "<key>C</key><value>1</value><type>VARS</type>",
                        "<key>D</key><value>1</value><encrypted>yes</encrypted><settable>1</settable>",
                        "<key>E</key><value>hush</value><encrypted>true</encrypted>",
                        "<key>F</key><value>hush</value><type>SSH_KEY</type>",
                        "<key>G</key><value>1</value><serverId>nexus</serverId>",
                        "<key>H</key><serverId>nexus</serverId><encrypted>false</encrypted>",
                        "<key>I</key><serverId>nexus</serverId><passphrase>hush</passphrase>",
                        "<key>J</key><type>SSH_KEY</type>",
                        "<key>K</key><value>1</value><filePlace>HERE</filePlace>",
                        "<key>L</key><keyIdentifier xml:space='preserve'> </keyIdentifier>",
                        "<key>M</key><serverId xml:space='preserve'> </serverId>",
                        "<key>N</key><value>1</value><filePath>a&#10;b</filePath>",
                        "<key>O</key><value>a&#155;b</value>"));
    }

    private void credentials() throws Exception {
        group("Credentials");
        says("no token", "<serverId>absent</serverId>");
        environment("BUDDY_TOKEN", "t0ken X");
        says("a token of the environment with a blank", "<serverId>absent</serverId>");
        environment("BUDDY_TOKEN", "");
        addServer("odd", "", "t0ken X");
        says("a token with a blank", "<serverId>odd</serverId>");
        addServer("lines", "", "t0ken\nX");
        says("a token with a line break", "<serverId>lines</serverId>");
        addServer("empty", "", "");
        says("a server without password", "<serverId>empty</serverId>");
        addServer("encrypted", "", "{QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9w}");
        says("a password that cannot be decrypted", "<serverId>encrypted</serverId>");
        says("no login for the registry", "<registryServerId>absent</registryServerId>");
        says("a login for the registry without user", "<registryServerId>buddy</registryServerId>");
        says("no secret for a variable", variables("<key>A</key><serverId>absent</serverId>"));
        says(
                "several",
                "<serverId>absent</serverId><registryServerId>buddy</registryServerId>",
                variables(
                        "<key>A</key><type>SSH_KEY</type><serverId>nexus</serverId><passphraseServerId>no</passphraseServerId>"));
        says("in a dry run", DRY, "<serverId>absent</serverId>");
        environment("BUDDY_TOKEN", "t\uFFFDken");
        says("a token with a character that got lost", "<serverId>absent</serverId>");
        environment("BUDDY_TOKEN", "");
        addServer("unset", "${env.USER_OF_NEXUS}", "${PASSWORD_OF_NEXUS}");
        says("variables that are not set", "<registryServerId>unset</registryServerId>");
        addServer("lost", "depl\uFFFDyer", "hush");
        says("a user with a character that got lost", "<registryServerId>lost</registryServerId>");
        addServer("control", "deployer", "hu\u0007sh");
        says("a password with a control character", "<registryServerId>control</registryServerId>");
        addServer("same", FakeBuddy.TOKEN, "hush-hush");
        says("the goal's own token as a user", "<registryServerId>same</registryServerId>");
        says("the goal's own token from settings.xml", variables("<key>A</key><serverId>buddy</serverId>"));
        says("the goal's own token in the POM", variables("<key>A</key><value>" + FakeBuddy.TOKEN + "</value>"));
    }

    private void names() throws Exception {
        group("Names");
        String noId = "<pipelineId/>";
        pipeline.name("Live");
        says("an unknown pipeline", noId, "<pipelineName>Life</pipelineName>");
        pipeline.name("Live");
        says("another unknown pipeline", noId, "<pipelineName>Something else</pipelineName>");
        buddy.inject(Fault.answer(200, JSON, "{\"pipelines\":[]}").on("GET", "pipelines$"));
        says("no pipeline", noId, "<pipelineName>Live</pipelineName>");
        pipeline.name("Live");
        buddy.pipeline("buddy", "company-website", 3).name("Live");
        says("several pipelines", noId, "<pipelineName>Live</pipelineName>");
        says("no action to go after", "<afterActionName>Build</afterActionName>");
        pipeline.add("{\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");
        says("an unknown action to go after", "<afterActionName>Bild</afterActionName>");
        pipeline.add("{\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");
        pipeline.add("{\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");
        says("several actions to go after", "<afterActionName>Build</afterActionName>");
    }

    private void conflicts() throws Exception {
        group("Conflicts");
        pipeline.add(ACTION);
        says("the action exists", "<ifExists>fail</ifExists>");
        pipeline.add(ACTION);
        pipeline.add(ACTION);
        says("several actions");
        pipeline.add(ACTION.replace("DOCKER_PUSH", "SLACK"));
        says("another type");
        create();
        says("two modules", "<repository>my/new</repository>");
        pipeline.add(ACTION);
        buddy.inject(Fault.dropBeforeProcessing().on("POST"));
        says("a lost connection, and others of the name", "<ifExists>create</ifExists>");
        pipeline.add(ACTION);
        buddy.inject(Fault.answer(201, JSON, "").on("POST"));
        says("a lost answer, and others of the name", "<ifExists>create</ifExists>");
        pipeline.add("{\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");
        buddy.inject(Fault.answer(201, JSON, "{\"id\":1}").on("POST").always());
        says("answers about another action");
        pipeline.add(ACTION.replace("Push to", "push to"));
        says("a similar name");
        buddy.stores("name", Spelling.cutTo(7));
        says("a name that Buddy changes");
        buddy.stores("name", Spelling.cutTo(7));
        buddy.inject(Fault.answer(403, "", "").on("DELETE").always());
        says("a name that Buddy changes, and no right to delete");
    }

    private void refusals() throws Exception {
        group("Refusals");
        refused(400, "{\"errors\":[{\"message\":\"Name is taken\"}]}");
        refused(400, "{\"errors\":[{\"message\":\"First.\"},{\"message\":\"Second.\"}]}");
        refused(400, "{\"errors\":[{\"message\":\"API is disabled in this workspace.\"}]}");
        refused(401, "{\"errors\":[{\"message\":\"Wrong authentication data.\"}]}");
        refused(403, "{\"error\":\"No.\"}");
        refused(404, "{}");
        refused(405, "<html>");
        buddy.inject(Fault.answer(405, "", "").on("GET").always());
        says("405 to a list");
        refused(409, "plain text");
        refused(422, "{\"errors\":[{\"message\":\"Too long.\"}]}");
        refused(429, "{}");
        buddy.inject(
                Fault.answer(429, "", "").withoutHeader("X-Rate-Limit-Reset").on("POST"));
        says("429 without an end");
        buddy.inject(Fault.dropBeforeProcessing().on("POST"))
                .inject(Fault.answer(400, JSON, "{}").on("POST"));
        says("400 after a loss");
        addServer("short", "deployer", "app");
        buddy.inject(Fault.answer(400, JSON, "{\"error\":\"No app\"}").on("POST"));
        says("a message with a short secret", "<registryServerId>short</registryServerId>");
        says("an unknown workspace", "<workspace>budy</workspace>");
        says("an unknown project", "<projectName>website</projectName>");
        says("an unknown pipeline", "<pipelineId>3</pipelineId>");
        buddy.mayList(false);
        says("no right to list");
        buddy.mayList(false);
        says("no right to list for a place", "<ifExists>create</ifExists><afterActionName>Build</afterActionName>");
        buddy.mayList(false);
        says("no right to read pipelines", "<pipelineId/><pipelineName>Live</pipelineName>");
    }

    private void refused(int status, String body) throws Exception {
        buddy.inject(Fault.answer(status, JSON, body)
                .header("X-Rate-Limit-Reset", String.valueOf(System.currentTimeMillis() / 1000 + 600))
                .on("POST"));
        says(status + " " + body);
    }

    private void answersWithoutSense() throws Exception {
        group("Answers that make no sense");
        for (String body : List.of("", "<html>", "{\"id\":", "{\"id\":\"x\"}")) {
            buddy.inject(Fault.answer(201, JSON, body).on("POST").always());
            says("201 " + body);
        }
        buddy.inject(Fault.answer(200, JSON, "{}").on("GET"));
        says("200 {} to a list");
        String page = "{\"total_page_count\":3,\"actions\":[{\"id\":1,\"name\":\"Build\",\"type\":\"DOCKERFILE\"}]}";
        buddy.inject(Fault.answer(200, JSON, page).on("GET").always());
        says("pages that repeat");
        buddy.inject(
                Fault.answer(500, JSON, "{\"errors\":[{\"message\":\"Oops\"}]}").on("POST"));
        says("500");
        buddy.inject(Fault.answer(500, JSON, "{}").on("GET").always());
        says("500 to a list");
        buddy.inject(Fault.answer(302, "", "").on("POST"));
        says("302");
        buddy.inject(Fault.answer(302, "", "")
                .header("Location", "https://example.com/")
                .on("POST"));
        says("302 with a location");
        buddy.inject(Fault.endlessBody().on("POST").always());
        says("an answer without end");
    }

    private void network() throws Exception {
        group("Network");
        String impatient = "<connectTimeout>1</connectTimeout><requestTimeout>1</requestTimeout>";
        says("an unknown host", impatient, "<apiUrl>https://buddy.invalid</apiUrl>");
        buddy.close();
        says("a refused connection", impatient);
        environment("HTTPS_PROXY", "http://jane:hush@proxy.example.com:3128");
        says("a proxy of the environment", impatient, "<apiUrl>https://127.0.0.1:1</apiUrl>");
        environment("HTTPS_PROXY", "");
        userProperty("https.proxyHost", "proxy.example.com");
        says("a proxy of Java", impatient, "<apiUrl>https://127.0.0.1:1</apiUrl>");
        try (BusyHost host = BusyHost.start()) {
            says("no connection", "<connectTimeout>1</connectTimeout><apiUrl>" + host.url() + "</apiUrl>");
        }
        buddy.inject(Fault.neverAnswer().on("POST").always());
        failure(impatient, "<name>Push</name>");
        log.clear();
        print(CREATE, "no answer", impatient);
        says("no answer to two modules before", impatient, "<name>Push too</name>");
        buddy.inject(Fault.drip(Duration.ofMillis(300)).always());
        says("no answer to a list", impatient);
        buddy.inject(Fault.dropBeforeProcessing().on("GET").always());
        says("a lost connection");
        try (OneAnswer server = OneAnswer.with("220 mail.example.com ESMTP")) {
            says("no HTTP", "<apiUrl>" + server.url() + "</apiUrl>");
        }
        Thread.currentThread().interrupt();
        says("interrupted before the first request");
        Thread build = Thread.currentThread();
        buddy.inject(Fault.neverAnswer().on("POST").meanwhile(build::interrupt));
        says("interrupted");
    }

    private void tls() throws Exception {
        group("TLS");
        try (FakeBuddy secure = FakeBuddy.startTls(PrivateCertificate.in(folder).context())) {
            says("an unknown authority", "<apiUrl>" + secure.apiUrl() + "</apiUrl>");
            SSLContext.setDefault(trusting(nobody()));
            says("an empty trust store", "<apiUrl>" + secure.apiUrl() + "</apiUrl>");
            SSLContext.setDefault(trusting(new LockedTrustStore()));
            says("a trust store with another password", "<apiUrl>" + secure.apiUrl() + "</apiUrl>");
        }
        PrivateCertificate expired = PrivateCertificate.expired(folder.resolve("expired"));
        SSLContext.setDefault(expired.context());
        try (FakeBuddy secure = FakeBuddy.startTls(expired.context())) {
            says("expired", "<apiUrl>" + secure.apiUrl() + "</apiUrl>");
        }
        PrivateCertificate other = PrivateCertificate.ofAnotherHost(folder.resolve("other"));
        SSLContext.setDefault(other.context());
        try (FakeBuddy secure = FakeBuddy.startTls(other.context())) {
            says("another host", "<apiUrl>" + secure.apiUrl() + "</apiUrl>");
        }
        SSLContext.setDefault(usualTls);
        try (OneAnswer server = OneAnswer.unasked("\u0015\u0003\u0003\u0000\u0002\u0002(")) {
            says("the server refuses the handshake", "<apiUrl>https://127.0.0.1:" + server.port() + "</apiUrl>");
        }
        try (OneAnswer server = OneAnswer.reset()) {
            says("a lost connection", "<apiUrl>https://127.0.0.1:" + server.port() + "</apiUrl>");
        }
        try (OneAnswer server = OneAnswer.unasked("HTTP/1.1 400 Bad Request")) {
            System.setProperty(
                    "javax.net.ssl.trustStore", folder.resolve("absent.p12").toString());
            says("no trust store", "<apiUrl>https://127.0.0.1:" + server.port() + "</apiUrl>");
            System.clearProperty("javax.net.ssl.trustStore");
            says("no TLS", "<apiUrl>https://127.0.0.1:" + server.port() + "</apiUrl>");
        }
        says(
                "no handshake",
                "<connectTimeout>1</connectTimeout><apiUrl>" + buddy.apiUrl().replace("http:", "https:") + "</apiUrl>");
    }

    private static SSLContext trusting(TrustManager... managers) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers, null);
        return context;
    }

    private static TrustManager[] nobody() throws GeneralSecurityException, IOException {
        KeyStore empty = KeyStore.getInstance(KeyStore.getDefaultType());
        empty.load(null, null);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(empty);
        return factory.getTrustManagers();
    }

    /** Fails as the JVM does if the password of its trust store is wrong, which needs a JVM of its own. */
    private static final class LockedTrustStore implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException(new UnrecoverableKeyException());
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private void proxies() throws Exception {
        group("Proxies");
        String buddysOwn = "<apiUrl>https://api.buddy.works</apiUrl>";
        addProxy(1);
        says("not there", buddysOwn);
        try (OneAnswer proxy = OneAnswer.with("HTTP/1.1 407 No", "Connection: close", "Content-Length: 0")) {
            addProxy(proxy.port());
            says("no login", buddysOwn);
        }
        try (OneAnswer proxy = OneAnswer.with(
                "HTTP/1.1 407 No", "Proxy-Authenticate: Basic realm=x", "Connection: close", "Content-Length: 0")) {
            addProxy(proxy.port(), "jane");
            says("another login", buddysOwn);
        }
        try (OneAnswer proxy = OneAnswer.with(
                "HTTP/1.1 407 No", "Proxy-Authenticate: NTLM", "Connection: close", "Content-Length: 0")) {
            addProxy(proxy.port(), "jane");
            says("another way to log in", buddysOwn);
        }
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            addProxy(silent.getLocalPort());
            says("no answer", buddysOwn, "<connectTimeout>1</connectTimeout>");
        }
        try (OneAnswer proxy = OneAnswer.with("HTTP/1.1 403 No", "Content-Length: 0")) {
            addProxy(proxy.port());
            says("not let through", buddysOwn);
        }
        addProxy(99999);
        says("not an address", buddysOwn);
        certificateOfBuddy();
        try (FakeBuddy secure = FakeBuddy.startTls(SSLContext.getDefault());
                TunnelProxy proxy = TunnelProxy.to(secure.apiUrl())) {
            secure.inject(Fault.answer(301, "", "")
                    .header("Location", "https://api.eu.buddy.works/")
                    .always());
            addProxy(proxy.port());
            says("a redirect to another region", buddysOwn);
        }
    }

    private void certificateOfBuddy() throws Exception {
        SSLContext.setDefault(PrivateCertificate.of(folder.resolve("buddy"), "api.buddy.works")
                .context());
    }

    private void addProxy(int port) {
        addProxy(port, "");
    }

    private void addProxy(int port, String user) {
        Proxy proxy = new Proxy();
        proxy.setId("corporate");
        proxy.setProtocol("https");
        proxy.setHost("127.0.0.1");
        proxy.setPort(port);
        proxy.setUsername(user);
        proxy.setPassword("pr0xy-s3cret");
        request.setProxies(new ArrayList<>(List.of(proxy)));
        repositories.setProxySelector(new DefaultProxySelector()
                .add(new org.eclipse.aether.repository.Proxy("https", "127.0.0.1", port), ""));
    }

    private void lists() throws Exception {
        group("Lists");
        saysOf(LIST, "no actions");
        pipeline.add("{\"name\":\"Build\",\"type\":\"DOCKERFILE\",\"last_execution_status\":\"FAILED\"}");
        saysOf(LIST, "one action");
        pipeline.add("{\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");
        pipeline.add(ACTION);
        saysOf(LIST, "two actions");
        buddy.mayList(false);
        saysOf(LIST, "no right");
        request.setOffline(true);
        saysOf(LIST, "offline");
    }

    private void exports() throws Exception {
        group("Exports");
        pipeline.add(ACTION);
        saysOf(EXPORT, "an action");
        pipeline.add("""
                {"name":"Push to registry","type":"DOCKER_PUSH","trigger_time":"NEVER","timeout":-1,
                 "docker_image_tag":"${basedir}","repository":"a\\u001bb","docker_registry":"OTHER","login":"me",
                 "variables":[{"key":"A","value":"%s"},{"key":"B","encrypted":true}]}""".formatted(FakeBuddy.TOKEN));
        saysOf(EXPORT, "an action with comments");
        userProperty("app.name", "app");
        pipeline.add(ACTION.replace("my/app", "my/${app.name}"));
        saysOf(EXPORT, "an action with an expression");
        saysOf(EXPORT, "no push action");
        pipeline.add(ACTION);
        saysOf(EXPORT, "an unknown name", "<name>Push to Registry</name>");
        pipeline.add(ACTION);
        pipeline.add(ACTION);
        saysOf(EXPORT, "several of the name");
        pipeline.add(ACTION.replace("DOCKER_PUSH", "SLACK"));
        saysOf(EXPORT, "another type");
        defaults.remove("name");
        saysOf(EXPORT, "no name");
    }

    private void deletions() throws Exception {
        group("Deletions");
        pipeline.add(ACTION);
        saysOf(DELETE, "deleted");
        saysOf(DELETE, "absent");
        pipeline.add(ACTION);
        saysOf(DELETE, "dry run", DRY);
        saysOf(DELETE, "dry run without an action", DRY);
        pipeline.add(ACTION);
        pipeline.add(ACTION);
        saysOf(DELETE, "several");
        pipeline.add(ACTION);
        buddy.mayWrite(false);
        saysOf(DELETE, "no right");
        pipeline.add(ACTION);
        buddy.inject(Fault.dropBeforeProcessing().on("DELETE").always());
        saysOf(DELETE, "a lost connection");
    }

    private void runs() throws Exception {
        group("Runs");
        RunScript build = RunScript.start().action("Build image", Duration.ofSeconds(100), "SUCCESSFUL");
        RunScript stuck = RunScript.start().action("Build image", RunScript.FOREVER, "");
        pipeline.runScript(build.action("Push", "WAITING_FOR_APPLY", Duration.ofSeconds(10), "SUCCESSFUL"));
        saysOf(RUN, "a success");
        pipeline.runScript(build.action("Push", Duration.ofSeconds(4000), "FAILED"));
        saysOf(RUN, "a failure", "<waitTimeout>9999</waitTimeout>");
        pipeline.runScript(build.endsAs("TERMINATED"));
        saysOf(RUN, "no action failed");
        saysOf(RUN, "nobody waits", "<wait>false</wait>");
        pipeline.runScript(stuck);
        saysOf(RUN, "the time is too short", "<waitTimeout>9</waitTimeout>");
        saysOf(RUN, "dry run", DRY, "<branch>main</branch>");
        buddy.inject(Fault.dropBeforeProcessing().on("POST"));
        saysOf(RUN, "a lost connection");
        pipeline.runScript(stuck);
        buddy.inject(Fault.answer(502, "", "").on("GET").always());
        saysOf(RUN, "the service fails", "<failOnServiceError>false</failOnServiceError>");
        pipeline.runScript(stuck);
        Thread test = Thread.currentThread();
        buddy.inject(Fault.neverAnswer().on("GET").meanwhile(test::interrupt));
        saysOf(RUN, "interrupted");
        buddy.mayRun(false);
        saysOf(RUN, "no right");
        userProperty("buddy.revision", " ");
        saysOf(
                RUN,
                "not usable",
                "<branch>a</branch><tag>b</tag><priority>urgent</priority>",
                "<wait>maybe</wait><waitTimeout>0</waitTimeout><failOnServiceError>maybe</failOnServiceError>",
                variables("<key>A</key><value>1</value><settable>true</settable>"));
    }

    private void outputFile() throws Exception {
        group("The output file");
        Path file = Files.writeString(folder.resolve("a-file"), "");
        says("an old file that cannot be deleted", "<outputFile>" + file.resolve("outcome.json") + "</outputFile>");
        says(
                "a file of the user",
                "<outputFile>" + Files.writeString(folder.resolve("pom.xml"), "<project/>") + "</outputFile>");
        says(
                "a failure that cannot be written",
                "<serverId>absent</serverId><outputFile>" + file.resolve("outcome.json") + "</outputFile>");
        buddy.inject(Fault.delay(Duration.ZERO).on("POST").meanwhile(() -> makeFile(folder.resolve("later"))));
        says("a file that cannot be written", "<outputFile>" + folder.resolve("later/outcome.json") + "</outputFile>");
    }

    private static void makeFile(Path file) {
        try {
            Files.writeString(file, "", UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void group(String title) {
        text.append(text.isEmpty() ? "" : "\n")
                .append(title)
                .append('\n')
                .append("=".repeat(title.length()))
                .append('\n');
    }

    private void says(String situation, String... xml) throws Exception {
        saysOf(CREATE, situation, xml);
    }

    /** Gives these parameters a blank by properties; Maven takes a blank element for none. */
    private void blank(String... parameters) throws Exception {
        for (String parameter : parameters) {
            userProperty("buddy." + parameter, " ");
        }
        says("blank");
    }

    /** Runs the goal, appends all that it prints, and begins anew. */
    private void saysOf(String goal, String situation, String... xml) throws Exception {
        print(goal, situation, xml);
        beginAnew();
    }

    private void print(String goal, String situation, String... xml) throws Exception {
        text.append("\n# ")
                .append(goal.equals(CREATE) ? "" : goal + ": ")
                .append(situation)
                .append('\n');
        String failure = "";
        try {
            run(goal, xml);
        } catch (MojoFailureException | MojoExecutionException e) {
            failure = "[ERROR] " + GoalRun.printed(e) + "\n";
        }
        log.lines().forEach(line -> text.append(
                        fixed(line.replaceFirst("^info ", "[INFO] ").replaceFirst("^warn ", "[WARNING] ")))
                .append('\n'));
        text.append(fixed(failure));
        log.clear();
    }

    private void beginAnew() throws IOException {
        Thread.interrupted();
        buddy.close();
        nextBuild();
        project.getProperties().clear();
        request.setOffline(false);
        request.getUserProperties().clear();
        request.setServers(new ArrayList<>());
        defaults.putAll(usualDefaults);
        startBuddy();
        buddy.logins(Credentials.IN_CLEAR);
    }

    /** Replaces what differs from run to run. */
    private String fixed(String printed) {
        return printed.replace(folder.toString(), "FOLDER")
                .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z", "TIME")
                .replaceAll("NotAfter: .*", "NotAfter: TIME")
                .replaceAll(" \\([a-z]+_[a-z_]+\\) ", " "); // the TLS alert, which newer JVMs name
    }

    private static String condition(String type, String elements) {
        return "<triggerCondition><triggerCondition>" + type + "</triggerCondition>" + elements + "</triggerCondition>";
    }

    private static String variables(String... variables) {
        return "<variables><variable>" + String.join("</variable><variable>", variables) + "</variable></variables>";
    }
}
