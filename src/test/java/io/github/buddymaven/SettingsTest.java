package io.github.buddymaven;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.fakebuddy.RecordedRequest;
import java.io.IOException;
import java.util.Base64;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Proxy;
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
    void countsWhatIsWrongAndNotServersIfOneHasTwoProblems() {
        GoalRun run = runner().server("nexus", "${env.NX_USER}", "${env.NX_PW}").run(REGISTRY);

        assertThat(run.message()).contains("2 entries of settings.xml", "NX_USER", "NX_PW");
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

    @ParameterizedTest
    @CsvSource({
        "3.9.16,     pa{ss}w0rd,  pa{ss}w0rd",
        "3.9.16,     CIPHERTEXT,  of-maven-3",
        "4.0.0-rc-6, pa{ss}w0rd,  pa{ss}w0rd",
        "4.0.0-rc-6, CIPHERTEXT,  CIPHERTEXT",
        "4.0.0,      {},          {}",
    })
    void logsInAtAProxyWithThePasswordThatMavenMeans(String maven, String written, String sent) throws Exception {
        try (OneAnswer server = OneAnswer.with(
                "HTTP/1.1 407 No", "Proxy-Authenticate: Basic realm=x", "Connection: close", "Content-Length: 0")) {
            Proxy proxy = new Proxy();
            proxy.setProtocol("http");
            proxy.setHost("127.0.0.1");
            proxy.setPort(server.port());
            proxy.setUsername("jane");
            proxy.setPassword(written.replace("CIPHERTEXT", CIPHERTEXT));

            runner().mavenVersion(maven)
                    .decrypting(text -> "of-maven-3")
                    .proxy(proxy)
                    .run("");

            String login = "jane:" + sent.replace("CIPHERTEXT", CIPHERTEXT);
            assertThat(server.received())
                    .contains("Proxy-Authorization: Basic "
                            + Base64.getEncoder().encodeToString(login.getBytes(US_ASCII)));
        }
    }

    private static String sentPassword(GoalRunner runner) {
        return runner.run(REGISTRY).sent().json().path("password").textValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {" TOKEN", "TOKEN\n", "\r\n\tTOKEN \n", "\u00a0TOKEN\u00a0\n", "\u3000TOKEN"})
    void takesATokenWithoutWhiteSpaceAtItsEnds(String token) {
        GoalRunner runner = runner().systemProperty("env.BUDDY_TOKEN", token.replace("TOKEN", FakeBuddy.TOKEN));

        RecordedRequest sent = runner.run("<serverId>nobody</serverId>").sent();

        assertThat(sent.header("Authorization")).hasValue("Bearer " + FakeBuddy.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\u00a0", "to ken", "to\nken", "to\u00a0ken", "\ufefftoken"})
    void refusesAVariableWithoutATokenOrWithABlankInIt(String token) {
        GoalRun run = runner().systemProperty("env.BUDDY_TOKEN", token).run("<serverId>nobody</serverId>");

        assertThat(run.failure()).containsInstanceOf(MojoFailureException.class);
        assertThat(run.message()).contains("BUDDY_TOKEN");
        assertThat(run.requests()).isEmpty();
    }

    @Test
    void refusesAServerWhoseTokenIsABlank() {
        GoalRun run = runner().server("blank", "", "\u00a0").run("<serverId>blank</serverId>");

        assertThat(run.message()).contains("'blank'", "blank");
        assertThat(run.requests()).isEmpty();
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

    @ParameterizedTest
    @CsvSource({
        "TOKEN,    hush-hush,       user name",
        "x-TOKEN,  hush-hush,       user name",
        "deployer, '{\"k\":\"TOKEN\"}', password",
        "deployer, TOKEN,           password",
        "deployer, '\nTOKEN ',      password",
    })
    void refusesToSendItsOwnTokenWithinAnEntryOfSettings(String user, String password, String named) {
        GoalRunner runner = runner().server(
                        "nexus", user.replace("TOKEN", FakeBuddy.TOKEN), password.replace("TOKEN", FakeBuddy.TOKEN));

        GoalRun run = runner.run(REGISTRY);

        assertThat(run.failure()).containsInstanceOf(MojoFailureException.class);
        assertThat(run.message()).contains(REGISTRY, "the " + named + " of this <server> contains the token");
        assertThat(run.text()).doesNotContain(FakeBuddy.TOKEN);
        assertThat(run.requests()).isEmpty();
    }

    @Test
    void refusesToSendItsOwnTokenWithinASecretOfSeveralLines() {
        GoalRun run = runner().server("key", "", "first\n" + FakeBuddy.TOKEN + "\nlast")
                .run("<variables><variable><key>A</key><serverId>key</serverId></variable></variables>");

        assertThat(run.message()).contains("<serverId>key</serverId> of variable 'A'", "contains the token");
        assertThat(run.requests()).isEmpty();
    }

    @Test
    void takesAShortTokenForNoPartOfAnotherSecret() {
        buddy.token("ab");

        assertThat(sentPassword(runner().server("short", "", "ab")
                        .element("serverId", "short")
                        .server("nexus", "deployer", "cabin")))
                .isEqualTo("cabin");
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
