package io.github.buddymaven.fakebuddy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * A fresh certificate, signed by an authority that nobody trusts who does not ask {@link #TRUST_STORE}. The JDK can only
 * make one with its keytool, and a certificate kept among the sources would expire.
 *
 * @param context proves a server's identity, and trusts the authority
 */
public record PrivateCertificate(SSLContext context) {
    /** The file with the authority's certificate, for {@code javax.net.ssl.trustStore}. */
    public static final String TRUST_STORE = "trust.p12";

    private static final String PASSWORD = "changeit";
    private static final String AUTHORITY = "authority";
    private static final String HERE = "san=ip:127.0.0.1,dns:localhost";

    /** A good certificate for the loopback address. */
    public static PrivateCertificate in(Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        return make(folder, "-validity 2 -ext " + HERE);
    }

    /** One that is good for these hosts. */
    public static PrivateCertificate of(Path folder, String... hosts)
            throws IOException, InterruptedException, GeneralSecurityException {
        return make(folder, "-validity 2 -ext san=dns:" + String.join(",dns:", hosts));
    }

    /** One that was good some days ago. */
    public static PrivateCertificate expired(Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        return make(folder, "-startdate -9d -validity 5 -ext " + HERE);
    }

    /** One that is good elsewhere. */
    public static PrivateCertificate ofAnotherHost(Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        return of(folder, "elsewhere.example.com");
    }

    private static PrivateCertificate make(Path folder, String options)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path made = Files.createDirectories(folder).resolve("keys.p12");
        String common = " -keyalg EC -storetype PKCS12 -storepass " + PASSWORD + " -keystore " + made;
        keytool("-genkeypair -alias " + AUTHORITY + " -dname CN=" + AUTHORITY + " -startdate -10d -ext bc:c" + common);
        keytool("-genkeypair -alias fake-buddy -dname CN=fake-buddy -signer " + AUTHORITY + " " + options + common);
        KeyStore keys = load(made);
        KeyStore trust = load(null);
        trust.setCertificateEntry(AUTHORITY, keys.getCertificate(AUTHORITY));
        keys.deleteEntry(AUTHORITY);
        try (OutputStream file = Files.newOutputStream(folder.resolve(TRUST_STORE))) {
            trust.store(file, PASSWORD.toCharArray());
        }
        return new PrivateCertificate(context(keys, trust));
    }

    private static SSLContext context(KeyStore keys, KeyStore trust) throws GeneralSecurityException {
        KeyManagerFactory identity = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        identity.init(keys, PASSWORD.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(identity.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private static KeyStore load(@Nullable Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        if (file == null) {
            store.load(null, null);
            return store;
        }
        try (InputStream stored = Files.newInputStream(file)) {
            store.load(stored, PASSWORD.toCharArray());
        }
        return store;
    }

    private static void keytool(String options) throws IOException, InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(keytool.toString()));
        command.addAll(List.of(options.split(" +", -1)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }
}
