package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.buddymaven.fakebuddy.Credentials;
import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.fakebuddy.Fault;
import io.github.buddymaven.fakebuddy.RecordedRequest;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An action that exists becomes XML with which the goal finds nothing to do. */
class ExportTest extends AbstractMojoTest {
    @TempDir
    private Path folder;

    private Path exported;
    private String outputFile;

    @BeforeEach
    void nameTheFile() {
        buddy.logins(Credentials.IN_CLEAR);
        exported = folder.resolve("exported.xml");
        outputFile = "<outputFile>" + exported + "</outputFile>";
    }

    static List<Arguments> fixtures() throws Exception {
        List<Arguments> fixtures = new ArrayList<>();
        for (String name : List.of("registries", "trigger-conditions")) {
            try (Reader pom = Files.newBufferedReader(Path.of("src-it", name, "pom.xml"))) {
                for (PluginExecution execution : new MavenXpp3Reader()
                        .read(pom)
                        .getBuild()
                        .getPlugins()
                        .get(0)
                        .getExecutions()) {
                    fixtures.add(Arguments.of(
                            execution.getId(), execution.getConfiguration().toString()));
                }
            }
        }
        return fixtures;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    void exportsWhatChangesNothing(String name, String configuration) throws Exception {
        addServer("registry.example.com", "deployer", "s3cret");
        create(configuration.substring(configuration.indexOf("<configuration")));
        assertOutcome("created");
        run(EXPORT, "<name>" + name + "</name>", outputFile);

        nextBuild();
        create(Files.readString(exported));

        assertOutcome("unchanged");
        assertThat(log.text()).doesNotContain("<lenient>", "s3cret");
        assertThat(writes()).map(RecordedRequest::method).startsWith("POST").hasSize(name.equals("OTHER") ? 2 : 1);
    }

    @Test
    void exportsLenientIfBuddyHasAnUnknownValue() throws Exception {
        add("\"trigger_time\":\"ON_FULL_MOON\"");

        run(EXPORT);

        assertThat(log.text()).contains("<lenient>true</lenient>", "<triggerTime>ON_FULL_MOON</triggerTime>");
    }

    @Test
    void showsNoSecretThatBuddyAnswers() throws Exception {
        buddy.credentials(Credentials.IN_CLEAR);
        add("""
                "trigger_time":"ON_SUCCESS","login":"me--you","password":"hush","variables":[
                   {"key":"A","value":"hush","encrypted":true},
                   {"key":"B","value":"hush","type":"SSH_KEY","passphrase":"hush"},
                   {"key":"C","value":"open","password":"hush"}]""");

        run(EXPORT);

        assertThat(log.text())
                .doesNotContain("hush")
                .contains("<id>registry</id><username>me-&#45;you</username>")
                .contains("<serverId>A</serverId>", "<serverId>B</serverId>", "<value>open</value>")
                .contains("<passphraseServerId>B-passphrase</passphraseServerId>")
                .contains("<passwordServerId>C-password</passwordServerId>");
    }

    /** PHP writes a list with a gap in its numbers as an object. */
    @Test
    void showsNoSecretOfAListThatIsAnObject() throws Exception {
        buddy.credentials(Credentials.IN_CLEAR);
        add("\"variables\":{\"1\":{\"key\":\"A\",\"value\":\"hush\",\"encrypted\":true,\"passphrase\":\"hush\"}}");

        run(EXPORT);

        assertThat(log.text()).doesNotContain("hush").contains("<serverId>A</serverId>");
    }

    @Test
    void exportsNoServerForAKeyOfBuddysOwn() throws Exception {
        add("""
                "variables":[
                   {"key":"A","type":"SSH_KEY","encrypted":true,"value":null,"key_identifier":"team"},
                   {"key":"B","type":"FILE","init_path":"/b"}]""");

        run(EXPORT);

        assertThat(log.text())
                .contains("<keyIdentifier>team</keyIdentifier>", "<initPath>/b</initPath>")
                .doesNotContain("serverId", "<value");
    }

    @Test
    void escapesTheCommentForSettings() throws Exception {
        add("\"login\":\"a<&>--b\",\"registry\":\"xn--r.example\"");

        run(EXPORT);

        assertThat(log.text())
                .contains("<id>xn-&#45;r.example</id><username>a&#60;&#38;&#62;-&#45;b</username>")
                .contains("<registryServerId>xn--r.example</registryServerId>");
    }

    @Test
    void leavesOutCharactersThatATerminalObeys() throws Exception {
        add("\"docker_image_tag\":\"a\\u001b[2Jb\\u009bc\"");

        run(EXPORT);

        assertThat(log.text())
                .contains("<!-- <dockerImageTag>", "<dockerImageTag>a[2Jb&#155;c</dockerImageTag>")
                .doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$${TARGET}",
                "$$${TARGET}$",
                "$BUDDY_X and ${TARGET}",
                "a=1\r\nb=2\r\n",
                " <&>\"' ]]> --> \t",
            })
    void exportsTextsThatAreReadBackAsTheyWere(String text) throws Exception {
        String json = new ObjectMapper().writeValueAsString(text);
        add("\"trigger_time\":\"ON_SUCCESS\",\"variables\":[{\"key\":\"A\",\"value\":" + json + ",\"description\":"
                + json + "}]");
        run(EXPORT, outputFile);

        nextBuild();
        create(Files.readString(exported));

        assertOutcome("unchanged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${basedir}x", "${STAGE}x", "${HOSTNAME_OF_THIS}x", "${BUDDY_EXECUTION_TAG}x"})
    void saysWhichTextNoPomCanHave(String text) throws Exception {
        userProperty("STAGE", "live");
        environment("HOSTNAME_OF_THIS", "localhost");
        add("\"docker_image_tag\":\"1-" + text + "\"");

        run(EXPORT);

        assertThat(log.text())
                .contains("<!-- <dockerImageTag>", text.substring(0, text.indexOf('}') + 1) + " in a POM");
    }

    @Test
    void doesNotShowTheTokenIfItIsInClearInBuddy() throws Exception {
        add("\"variables\":[{\"key\":\"A\",\"value\":\"" + "x".repeat(20_000) + FakeBuddy.TOKEN + "\"}]");

        run(EXPORT);

        assertThat(log.text()).contains("<!-- <value>", "<value>****</value>").doesNotContain(FakeBuddy.TOKEN);
    }

    @Test
    void saysWhatLenientDoesNotAllow() throws Exception {
        add("\"timeout\":-1,\"loop\":[\"\"]");

        run(EXPORT);

        assertThat(log.text())
                .contains("lenient", "&#60;timeout&#62;-1&#60;/timeout&#62;", "&#60;loop&#62;&#60;/loop&#62;")
                .doesNotContain("<lenient>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"docker_registry\":\"NONE\",\"registry\":\"old.example.com\" | false",
                "\"registry\":\"gcr.io\" | false",
                "\"registry\":\"europe-docker.pkg.dev\",\"login\":\"\" | false",
                "\"registry\":\"nexus.example.com\" | true",
                "\"docker_registry\":\"OTHER\" | true",
                "\"docker_registry\":\"NONE\",\"login\":\"deployer\" | true",
            })
    void exportsALoginOnlyIfTheActionHasOne(String fields, boolean login) throws Exception {
        add(fields);

        run(EXPORT);

        assertThat(log.text().contains("<registryServerId>")).isEqualTo(login);
    }

    @Test
    void saysThatThereIsNoPushAction() {
        pipeline.add("{\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");

        assertThat(failureOf(EXPORT)).hasMessageContainingAll("<name>Push to registry</name>", "any other push action");
    }

    @Test
    void listsThePushActionsThatExist() {
        add("\"disabled\":false");
        pipeline.add("{\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");

        assertThat(failureOf(EXPORT, "<name>push to registry</name>"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll(
                        "export", "<name>push to registry</name>", "mean Push to registry", "\n  - id 1, Push to")
                .hasMessageNotContaining("Build");
    }

    @Test
    void prefersTheCommandLineToThePom() throws Exception {
        pipeline.add("{\"name\":\"Other\",\"type\":\"DOCKER_PUSH\",\"trigger_time\":\"ON_SUCCESS\"}");
        userProperty("buddy.name", "Other");
        userProperty("buddy.outputFile", folder.resolve("asked.xml").toString());

        run(EXPORT, outputFile);

        assertThat(folder.resolve("asked.xml"))
                .content()
                .contains("<name>Other</name>")
                .startsWith("<configuration>");
        assertThat(exported).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {EXPORT, LIST})
    void refusesToRunOffline(String goal) {
        request.setOffline(true);

        assertThat(failureOf(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("-o", buddy.apiUrl(), "-Dbuddy.skip")
                .hasMessageNotContaining("dryRun");
        assertThat(buddy.requests()).isEmpty();
    }

    @Test
    void namesTheRightThatIsMissingToRead() {
        buddy.mayList(false);

        assertThat(failureOf(EXPORT))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("403", "read pipelines");
    }

    @Test
    void blamesTheServerForAnAnswerThatMakesNoSense() {
        add("\"disabled\":false");
        buddy.inject(Fault.answer(200, "application/json", "[]")
                .on("GET", "/actions/1$")
                .always());

        assertThat(failureOf(EXPORT))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContainingAll("export", "JSON", "Nothing was changed");
    }

    private void add(String fields) {
        pipeline.add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\"," + fields + "}");
    }
}
