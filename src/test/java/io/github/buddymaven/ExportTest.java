package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.fakebuddy.Fault;
import io.github.buddymaven.fakebuddy.RecordedRequest;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An action that is there becomes XML on which the goal finds nothing to do. */
class ExportTest extends AbstractMojoTest {
    private static final String EXPORT = "export-push-action";

    @Inject
    private MavenSession session;

    @Inject
    private MojoExecution execution;

    @TempDir
    private Path folder;

    static Stream<Arguments> fixtures() {
        return Stream.of("registries", "trigger-conditions")
                .flatMap(pom -> Configured.executions(pom).entrySet().stream())
                .map(fixture -> Arguments.of(fixture.getKey(), fixture.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    void whatIsExportedChangesNothing(
            String name,
            Xpp3Dom configuration,
            @InjectMojo(goal = GOAL) CreatePushActionMojo first,
            @InjectMojo(goal = GOAL) CreatePushActionMojo second,
            @InjectMojo(goal = EXPORT) ExportPushActionMojo export)
            throws Exception {
        addServer("registry.example.com", "deployer", "s3cret");
        Configured.configure(first, configuration, session, execution);
        execute(first);
        Path exported = folder.resolve("exported.xml");
        Configured.configure(export, Configured.xml("<configuration/>"), session, execution);
        MojoExtension.setVariableValueToObject(export, "name", name);
        MojoExtension.setVariableValueToObject(export, "outputFile", exported.toFile());
        execute(export);

        nextBuild();
        Configured.configure(second, Configured.xml(Files.readString(exported)), session, execution);
        execute(second);

        assertThat(log.text())
                .contains("'" + name + "' (id 1) in pipeline buddy/company-website/2: created")
                .contains("'" + name + "' (id 1) in pipeline buddy/company-website/2: unchanged")
                .doesNotContain("<lenient>", "s3cret");
        assertThat(writes()).map(RecordedRequest::method).startsWith("POST").hasSize(name.equals("OTHER") ? 2 : 1);
    }

    @Test
    @InjectMojo(goal = EXPORT)
    void saysLenientWhereBuddyHasWhatTheRulesRefuse(ExportPushActionMojo export) throws Exception {
        add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\",\"trigger_time\":\"ON_FULL_MOON\"}");

        execute(export);

        assertThat(log.text()).contains("<lenient>true</lenient>", "<triggerTime>ON_FULL_MOON</triggerTime>");
    }

    @Test
    @InjectMojo(goal = EXPORT)
    void neverShowsASecretThatBuddyGivesBack(ExportPushActionMojo export) throws Exception {
        add("""
                {"name":"Push to registry","type":"DOCKER_PUSH","trigger_time":"ON_SUCCESS","login":"me--you",
                 "password":"hush","variables":[
                   {"key":"A","value":"hush","encrypted":true},
                   {"key":"B","value":"hush","type":"SSH_KEY","passphrase":"hush"},
                   {"key":"C","value":"open","password":"hush"}]}""");

        execute(export);

        assertThat(log.text())
                .doesNotContain("hush")
                .contains("<!-- settings.xml: <server><id>registry</id><username>me-&#45;you</username>")
                .contains("<serverId>A</serverId>", "<serverId>B</serverId>", "<value>open</value>")
                .contains("<passphraseServerId>B-passphrase</passphraseServerId>")
                .contains("<passwordServerId>C-password</passwordServerId>");
    }

    @Test
    @InjectMojo(goal = EXPORT)
    void aKeyOfBuddysOwnNeedsNoSecret(ExportPushActionMojo export) throws Exception {
        add("""
                {"name":"Push to registry","type":"DOCKER_PUSH","variables":[
                   {"key":"A","type":"SSH_KEY","encrypted":true,"value":null,"key_identifier":"team"},
                   {"key":"B","type":"FILE","init_path":"/b"}]}""");

        execute(export);

        assertThat(log.text())
                .contains("<keyIdentifier>team</keyIdentifier>", "<initPath>/b</initPath>")
                .doesNotContain("serverId", "<value");
    }

    @Test
    @InjectMojo(goal = EXPORT)
    void theCommentForSettingsIsXml(ExportPushActionMojo export) throws Exception {
        add(
                "{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\",\"login\":\"a<&>--b\",\"registry\":\"xn--r.example\"}");

        execute(export);

        assertThat(log.text())
                .contains("<!-- settings.xml: <server><id>xn-&#45;r.example</id>"
                        + "<username>a&#60;&#38;&#62;-&#45;b</username>")
                .contains("<registryServerId>xn--r.example</registryServerId>");
    }

    @Test
    @InjectMojo(goal = EXPORT)
    void whatATerminalObeysIsNotWritten(ExportPushActionMojo export) throws Exception {
        add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\",\"docker_image_tag\":\"a\\u001b[2Jb\\u009bc\"}");

        execute(export);

        assertThat(log.text())
                .contains("<!-- <dockerImageTag> has a character that XML cannot hold, and is written without it. -->")
                .contains("<dockerImageTag>a[2Jb&#155;c</dockerImageTag>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$${TARGET}",
                "$$${TARGET}$",
                "${BUDDY_X} and ${TARGET}",
                "a=1\r\nb=2\r\n",
                " <&>\"' ]]> --> \t",
            })
    @InjectMojo(goal = EXPORT)
    void aTextIsReadBackAsItWasWritten(
            String text, ExportPushActionMojo export, @InjectMojo(goal = GOAL) CreatePushActionMojo goal)
            throws Exception {
        add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\",\"trigger_time\":\"ON_SUCCESS\",\"variables\":["
                + "{\"key\":\"A\",\"value\":" + new ObjectMapper().writeValueAsString(text) + ",\"description\":"
                + new ObjectMapper().writeValueAsString(text) + "}]}");
        Path exported = folder.resolve("exported.xml");
        MojoExtension.setVariableValueToObject(export, "outputFile", exported.toFile());
        execute(export);

        nextBuild();
        Configured.configure(goal, Configured.xml(Files.readString(exported)), session, execution);
        execute(goal);

        assertThat(log.text()).contains("(id 1) in pipeline buddy/company-website/2: unchanged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${basedir}", "${STAGE}", "${HOSTNAME_OF_THIS}", "$${STAGE}"})
    @InjectMojo(goal = EXPORT)
    void saysWhatNoPomCanHold(String text, ExportPushActionMojo export) throws Exception {
        request.getUserProperties().setProperty("STAGE", "live");
        session.getSystemProperties().setProperty("env.HOSTNAME_OF_THIS", "localhost");
        add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\",\"docker_image_tag\":\"1-" + text + "\"}");

        execute(export);

        assertThat(log.text())
                .contains(
                        "<!-- <dockerImageTag> cannot have " + text + " in a POM: Maven puts a value of its own in its"
                                + " place. Change it in Buddy, or leave it to Buddy alone. -->");
    }

    @Test
    @InjectMojo(goal = EXPORT)
    void leavesBuddysOwnVariablesAlone(ExportPushActionMojo export) throws Exception {
        session.getSystemProperties().setProperty("env.BUDDY_EXECUTION_TAG", "v9");
        add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\",\"docker_image_tag\":\"${BUDDY_EXECUTION_TAG}\"}");

        execute(export);

        assertThat(log.text())
                .contains("<dockerImageTag>${BUDDY_EXECUTION_TAG}</dockerImageTag>")
                .doesNotContain("cannot have");
    }

    @Test
    @InjectMojo(goal = EXPORT)
    void doesNotShowTheTokenWhereItStandsInClearInBuddy(ExportPushActionMojo export) throws Exception {
        add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\",\"variables\":[{\"key\":\"A\",\"value\":\""
                + "x".repeat(20_000) + FakeBuddy.TOKEN + "\"}]}");

        execute(export);

        assertThat(log.text())
                .contains("<!-- <value> has a secret of this build, which is not shown. -->", "<value>****</value>")
                .doesNotContain(FakeBuddy.TOKEN);
    }

    @Test
    @InjectMojo(goal = EXPORT)
    void saysWhereLenientDoesNotHelp(ExportPushActionMojo export) throws Exception {
        add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\",\"timeout\":-1,\"loop\":[\"\"]}");

        execute(export);

        assertThat(log.text())
                .contains(
                        "<!-- To be changed here or in Buddy, lenient does not help: &#60;timeout&#62;-1&#60;/timeout&#62;"
                                + " must be a whole number")
                .contains("lenient does not help: &#60;loop&#62;&#60;/loop&#62; is blank")
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
    @InjectMojo(goal = EXPORT)
    void inventsNoLogin(String fields, boolean login, ExportPushActionMojo export) throws Exception {
        add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\"," + fields + "}");

        execute(export);

        assertThat(log.text().contains("<registryServerId>")).isEqualTo(login);
    }

    @Test
    @InjectMojo(goal = EXPORT)
    void saysThatThereIsNoPushActionAtAll(ExportPushActionMojo export) {
        add("{\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");

        assertThatThrownBy(() -> execute(export))
                .hasMessageContaining(
                        "<name>Push to registry</name> is not there, and neither is any other push action:");
    }

    @Test
    @InjectMojo(goal = EXPORT)
    @MojoParameter(name = "name", value = "push to registry")
    void saysWhatIsThereInstead(ExportPushActionMojo export) {
        add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\"}");
        add("{\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");

        assertThatThrownBy(() -> execute(export))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("The action 'push to registry' of pipeline buddy/company-website/2 could not be exported:"
                        + " <name>push to registry</name> is not there, did you mean Push to registry? There are:\n"
                        + "  - id 1, Push to registry");
    }

    @Test
    @InjectMojo(goal = EXPORT)
    void theCommandLineWinsOverThePom(ExportPushActionMojo export) throws Exception {
        add("{\"name\":\"Other\",\"type\":\"DOCKER_PUSH\",\"trigger_time\":\"ON_SUCCESS\"}");
        Path exported = folder.resolve("asked.xml");
        request.getUserProperties().setProperty("buddy.name", "Other");
        request.getUserProperties().setProperty("buddy.outputFile", exported.toString());

        execute(export);

        assertThat(exported).content().contains("<name>Other</name>").startsWith("<configuration>");
    }

    @Test
    @InjectMojo(goal = EXPORT)
    void doesNotChooseAmongSeveral(ExportPushActionMojo export) {
        add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\"}");
        add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\"}");

        assertThatThrownBy(() -> execute(export))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("several actions of the pipeline have this name:\n  - id 1", "  - id 2");
    }

    @Test
    @InjectMojo(goal = EXPORT)
    void exportsNoActionOfAnotherType(ExportPushActionMojo export) {
        add("{\"name\":\"Push to registry\",\"type\":\"SLACK\"}");

        assertThatThrownBy(() -> execute(export))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("an action of this name is there, of type SLACK instead of DOCKER_PUSH");
    }

    @Test
    @InjectMojo(goal = EXPORT)
    void needsTheNetwork(ExportPushActionMojo export) {
        request.setOffline(true);

        assertThatThrownBy(() -> execute(export))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("Maven is offline (-o), and this goal has to reach " + buddy.apiUrl()
                        + ": run it without -o, or with -Dbuddy.skip.");
        assertThat(buddy.requests()).isEmpty();
    }

    @Test
    @InjectMojo(goal = EXPORT)
    void asksForTheRightToRead(ExportPushActionMojo export) {
        buddy.mayList(false);

        assertThatThrownBy(() -> execute(export))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("give it the right to read pipelines, in Buddy");
    }

    @Test
    @InjectMojo(goal = EXPORT)
    void anAnswerWithoutSenseIsTheOtherSides(ExportPushActionMojo export) {
        add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\"}");
        buddy.inject(Fault.answer(200, "application/json", "[]")
                .on("GET", "/actions/1$")
                .always());

        assertThatThrownBy(() -> execute(export))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("could not be exported")
                .hasMessageEndingWith("Nothing was changed.");
    }

    @Test
    @InjectMojo(goal = EXPORT)
    void leavesNoOldFileBehindWhereItFails(ExportPushActionMojo export) throws Exception {
        File old = folder.resolve("exported.xml").toFile();
        Files.writeString(old.toPath(), "old");
        MojoExtension.setVariableValueToObject(export, "outputFile", old);

        assertThatThrownBy(() -> execute(export)).isInstanceOf(MojoFailureException.class);
        assertThat(old).doesNotExist();
    }

    private void add(String action) {
        buddy.pipeline("buddy", "company-website", 2).add(action);
    }
}
