package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.fakebuddy.RecordedRequest;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write in settings.xml, and what becomes of it on the way to the goal. */
class SettingsTest {
    private static final String REGISTRY = "<registryServerId>nexus</registryServerId>";
    private static final String CIPHERTEXT = "{" + "QUJD".repeat(12) + "}";

    private FakeBuddy buddy;

    @BeforeEach
    void startBuddy() throws IOException {
        buddy = FakeBuddy.start();
        buddy.pipeline("buddy", "company-website", 2);
    }

    @AfterEach
    void stopBuddy() {
        buddy.close();
    }

    @ParameterizedTest
    @CsvSource({
        "${env.NEXUS_USER}, hush,                 <username>, NEXUS_USER",
        "deployer,          ${env.NEXUS_PASSWORD}, <password>, NEXUS_PASSWORD",
        "deployer,          a-${env.X}-b,          <password>, X",
        "deployer,          ${NEXUS_PASSWORD},     <password>, NEXUS_PASSWORD",
        "${NEXUS_USER},     hush,                 <username>, NEXUS_USER",
    })
    void namesTheVariableOfTheEnvironmentThatIsNotSet(String user, String password, String element, String variable) {
        GoalRun run = runner().server("nexus", user, password).run(REGISTRY);

        assertThat(run.failure()).containsInstanceOf(MojoFailureException.class);
        assertThat(run.message()).contains("'nexus'", element, variable, "set").doesNotContain("security", "hush");
        assertThat(run.requests()).isEmpty();
    }

    @Test
    void doesNotCareForTheUserNameOfAServerThatNeedsNone() {
        GoalRun run =
                runner().server("other", "${env.NO_SUCH}", FakeBuddy.TOKEN).run("<serverId>other</serverId>");

        assertThat(run.failure()).as(run::text).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pa{ss}w0rd",
                "{}",
                "${a}b",
                "{\"type\":\"service_account\",\"key\":\"{x}\"}",
                "{QUJD}",
                "one\ntwo"
            })
    void takesAPasswordWithBracesAsItIs(String password) {
        assertThat(sentPassword(runner().decrypting(text -> "broken").server("nexus", "deployer", password)))
                .isEqualTo(password);
    }

    @Test
    void decryptsCiphertextOnMaven3() {
        assertThat(sentPassword(runner().decrypting(text -> "clear{text}").server("nexus", "deployer", CIPHERTEXT)))
                .isEqualTo("clear{text}");
    }

    @Test
    void decryptsNothingOnMaven4WhichHasDoneSo() {
        assertThat(sentPassword(runner().mavenVersion("4.0.0-rc-6")
                        .decrypting(text -> "broken")
                        .server("nexus", "deployer", CIPHERTEXT)))
                .isEqualTo(CIPHERTEXT);
    }

    private static String sentPassword(GoalRunner runner) {
        return runner.run(REGISTRY).sent().json().path("password").textValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {" TOKEN", "TOKEN\n", "\r\n\tTOKEN \n"})
    void takesATokenWithoutWhiteSpaceAtItsEnds(String token) {
        GoalRunner runner = runner().systemProperty("env.BUDDY_TOKEN", token.replace("TOKEN", FakeBuddy.TOKEN));

        RecordedRequest sent = runner.run("<serverId>nobody</serverId>").sent();

        assertThat(sent.header("Authorization")).hasValue("Bearer " + FakeBuddy.TOKEN);
    }

    @Test
    void takesATokenOfSettingsWithoutWhiteSpaceAtItsEnds() {
        GoalRunner runner = runner().server("padded", "", FakeBuddy.TOKEN + "\n");

        assertThat(runner.run("<serverId>padded</serverId>").sent().header("Authorization"))
                .hasValue("Bearer " + FakeBuddy.TOKEN);
    }

    @ParameterizedTest
    @CsvSource({"t\uFFFDken, deployer, hush", "'', depl\uFFFDyer, hush", "'', deployer, h\uFFFDsh"})
    void namesTheLocaleForACharacterThatGotLost(String token, String user, String password) {
        GoalRunner runner = runner().server("nexus", user, password);
        if (!token.isEmpty()) {
            runner.systemProperty("env.BUDDY_TOKEN", token).element("serverId", "nobody");
        }

        GoalRun run = runner.run(REGISTRY);

        assertThat(run.failure()).containsInstanceOf(MojoFailureException.class);
        assertThat(run.message()).contains("LC_ALL=C.UTF-8").doesNotContain("\uFFFD");
        assertThat(run.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<repository>m\uFFFD/app</repository>", "<outputFile>target/\uFFFD.json</outputFile>"})
    void namesTheLocaleForACharacterOfTheConfigurationThatGotLost(String xml) {
        assertThat(runner().run(xml).message()).contains("LC_ALL=C.UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-----BEGIN KEY-----\nhush-hush\n-----END KEY-----", "hush-hush\n"})
    void givesAPrivateKeyTheLineBreakAtItsEndThatMavenTrims(String key) {
        String sent = sentValue("SSH_KEY", key);

        assertThat(sent).isEqualTo(key.strip() + "\n");
    }

    @Test
    void givesNoOtherVariableALineBreak() {
        assertThat(sentValue("VAR", "hush-hush")).isEqualTo("hush-hush");
    }

    private String sentValue(String type, String secret) {
        return runner().server("key", "", secret)
                .run("<variables><variable><key>K</key><type>" + type
                        + "</type><serverId>key</serverId></variable></variables>")
                .sent()
                .json()
                .at("/variables/0/value")
                .textValue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<variables><variable><key>A</key><value>${env.BUDDY_TOKEN}</value></variable></variables>",
                "<variables><variable><key>A</key><value>x-${env.BUDDY_TOKEN}</value></variable></variables>",
                "<variables><variable><key>A</key><serverId>buddy</serverId></variable></variables>",
                "<registryServerId>buddy</registryServerId>",
                "<name>Push with ${env.BUDDY_TOKEN}</name>",
                "<timeout>${env.BUDDY_TOKEN}</timeout>",
                "<loop><value>a</value><value>${env.BUDDY_TOKEN}</value></loop>",
                "<projectName>${env.BUDDY_TOKEN}</projectName>"
            })
    void refusesToSendItsOwnTokenWithoutShowingIt(String xml) {
        String element = xml.replaceAll(".*<(\\w+)>[^<]*(BUDDY_TOKEN|buddy).*", "$1");

        GoalRun run = runner().server("buddy", "deployer", FakeBuddy.TOKEN)
                .systemProperty("env.BUDDY_TOKEN", FakeBuddy.TOKEN)
                .run(xml);

        assertThat(run.failure()).containsInstanceOf(MojoFailureException.class);
        assertThat(run.message()).contains("<" + element + ">", "token");
        assertThat(run.text()).doesNotContain(FakeBuddy.TOKEN);
        assertThat(run.requests()).isEmpty();
    }

    private GoalRunner runner() {
        return GoalRunner.of("create-push-action")
                .against(buddy)
                .element("workspace", "buddy")
                .element("projectName", "company-website")
                .element("pipelineId", "2")
                .element("name", "Push");
    }
}
