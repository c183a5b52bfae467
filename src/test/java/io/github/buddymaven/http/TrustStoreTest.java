package io.github.buddymaven.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.fakebuddy.PrivateCertificate;
import io.github.buddymaven.secret.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Says what is wrong with the trust store of a JVM. A JVM reads it once, so that each case has its own. */
@Timeout(60)
class TrustStoreTest {
    @TempDir
    private static Path folder;

    private static FakeBuddy server;

    @BeforeAll
    static void prepare() throws Exception {
        server = FakeBuddy.startTls(PrivateCertificate.in(folder).context());
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        try (OutputStream file = Files.newOutputStream(folder.resolve("empty.p12"))) {
            empty.store(file, "changeit".toCharArray());
        }
        Files.writeString(folder.resolve("text.p12"), "no key store");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "trust.p12,  changeit, HTTP 401",
        "trust.p12,  '',       TLS_TRUST_STORE_EMPTY",
        "empty.p12,  changeit, TLS_TRUST_STORE_EMPTY",
        "trust.p12,  wrong,    TLS_TRUST_STORE_PASSWORD",
        "absent.p12, changeit, TLS_SETTINGS",
        "text.p12,   changeit, TLS_SETTINGS",
        "'',         '',       TLS_UNTRUSTED",
    })
    void tellsWhatIsWrong(String file, String password, String expected) throws Exception {
        List<String> options = new ArrayList<>();
        if (!file.isEmpty()) {
            options.add("-Djavax.net.ssl.trustStore=" + folder.resolve(file));
        }
        if (!password.isEmpty()) {
            options.add("-Djavax.net.ssl.trustStorePassword=" + password);
        }

        assertThat(outputOfAnotherJvm(options)).isEqualTo(expected);
    }

    private static String outputOfAnotherJvm(List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Client.class.getName(), server.apiUrl()));
        Process jvm = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(jvm.getInputStream().readAllBytes(), UTF_8).strip();
    }

    /** Prints what became of one request. */
    static final class Client {
        private Client() {}

        public static void main(String[] args) {
            Request request = new Request(
                    "GET", URI.create(args[0] + "/workspaces"), Secret.of("no token"), Map.of(), Optional.empty());
            Timeouts timeouts = new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(20));
            try {
                System.out.println(new ApacheTransport(timeouts, Optional.empty()).send(request));
            } catch (TransportException e) {
                System.out.println(e.kind());
            }
        }
    }
}
