package io.github.buddymaven.secret;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers and libraries repeat what they were sent, in many notations; no secret is shown in any of them. */
class RedactorTest {
    private static final String PASSWORD = "p\"ä/ s+<\\&😀'1";
    private static final Redactor REDACTOR = Redactor.of(List.of(Secret.of(PASSWORD), Secret.of("t0ken-4711-abc")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                PASSWORD,
                "p%22%C3%A4%2F%20s%2B%3C%5C%26%F0%9F%98%80%271",
                "p%22%c3%a4%2f+s%2b%3c%5c%26%f0%9f%98%80%271",
                "%70%22%C3%a4%2F%20s%2B%3C%5C%26%F0%9F%98%80'1",
                "p\\\"ä/ s+<\\\\&😀'1",
                "p\\\"\\u00e4\\/ s+\\u003C\\\\\\u0026\\uD83D\\uDE00\\u00271",
                "p\\u0022ä/\\u0020s+\\u003c\\\\\\u0026😀\\'1",
                "p&quot;&#228;/ s+&lt;\\&amp;&#x1F600;&apos;1",
                "p&#34;ä/ s+&#x3c;\\&#X26;&#128512;&#39;1",
                "p\"ä/  \ts+<\\&😀'1",
            })
    void masksASecretInEveryNotation(String escaped) {
        assertThat(REDACTOR.redact("Bad value " + escaped + "!")).isEqualTo("Bad value ****!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u:", "us:", "use:", "user:", "user4711:"})
    void masksASecretInBase64AfterAnyUser(String user) {
        byte[] login = (user + PASSWORD).getBytes(UTF_8);

        assertThat(REDACTOR.redact("Basic " + Base64.getEncoder().encodeToString(login) + " refused"))
                .isEqualTo("Basic **** refused");
        assertThat(REDACTOR.redact("Basic " + Base64.getUrlEncoder().encodeToString(login)))
                .isEqualTo("Basic ****");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t0ken%2F47%3Cab", "t0ken\\/47\\u003cab", "t0ken/47&lt;ab", "dDBrZW4vNDc8YWI="})
    void masksASecretWithoutWhiteSpaceInATextWithOneNotation(String escaped) {
        Redactor redactor = Redactor.of(List.of(Secret.of("t0ken/47<ab")));

        assertThat(redactor.redact("Bad value " + escaped + "!")).isEqualTo("Bad value ****!");
        assertThat(redactor.containsSecret(escaped)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"t0ken%2F47%3Ca%62", "t0ken\\/47\\u003ca\\u0062", "t0ken/47&lt;a&#98;", "t0ken/47&lt;a&#x62;"})
    void masksASecretAtTheEndOfATextWhoseLastCharacterIsEscaped(String escaped) {
        Redactor redactor = Redactor.of(List.of(Secret.of("t0ken/47<ab")));

        assertThat(redactor.redact("Bad value " + escaped)).isEqualTo("Bad value ****");
    }

    @Test
    void masksASecretWithCharactersBeyondLatin1() {
        Redactor redactor = Redactor.of(List.of(Secret.of("hasło-żółw-€")));

        assertThat(redactor.redact("Bad value hasło-żółw-€!")).isEqualTo("Bad value ****!");
    }

    @Test
    void masksAPartOfALongSecretWithTheWholeCharacterAtItsEnd() {
        Redactor redactor = Redactor.of(List.of(Secret.of("a".repeat(63) + "😀" + "b".repeat(63))));

        assertThat(redactor.redact("cut off: " + "a".repeat(63) + "😀")).isEqualTo("cut off: ****");
        assertThat(redactor.redact("😀" + "b".repeat(63) + " was cut off")).isEqualTo("**** was cut off");
    }

    @ParameterizedTest
    @CsvSource({
        "A, A, ''",
        "Z, Z, ''",
        "a, a, ''",
        "z, z, ''",
        "0, 0, ''",
        "9, 9, ''",
        "+, +, ''",
        "/, /, ''",
        "-, -, ''",
        "_, _, ''",
        "'', ==, ''",
        "'', %3D, ''",
        "'', %3d%3d, ''",
        "@, @, @",
        "[, [, [",
        "`, `, `",
        "{, {, {",
        ":, :, :",
        "., ., .",
    })
    void masksAllOfTheBase64Around(String before, String after, String shown) {
        String run = Base64.getEncoder()
                .encodeToString("t0ken-4711-ab".getBytes(UTF_8))
                .replace("=", "");

        assertThat(Redactor.of(List.of(Secret.of("t0ken-4711-ab"))).redact(before + run + after))
                .isEqualTo(shown + "****" + shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    8 characters | -----BEGIN KEY-----#abcd1234#-----END KEY-----  | line abcd1234 is bad | line **** is bad
                    7 characters | -----BEGIN KEY-----#abcd123#-----END KEY-----   | line abcd123 is bad  | line abcd123 is bad
                    short last   | -----BEGIN KEY-----#abc                         | <-----BEGIN KEY-----#abc>      | <****>
                    short first  | abc#-----BEGIN KEY-----                         | <abc#-----BEGIN KEY----->      | <****>
                    short middle | -----BEGIN KEY-----#abc#-----END KEY-----       | <-----BEGIN KEY-----#abc#-----END KEY-----> | <****>
                    """)
    void masksEachLongLineByItselfAndAllLinesTogether(String what, String secret, String text, String redacted) {
        Redactor redactor = Redactor.of(List.of(Secret.of(secret.replace('#', '\n'))));

        assertThat(redactor.redact(text.replace('#', '\n'))).as(what).isEqualTo(redacted);
    }

    @Test
    void masksAdjacentSecretsOnce() {
        assertThat(REDACTOR.redact("t0ken-4711-abct0ken-4711-abc")).isEqualTo("****");
        assertThat(Redactor.of(List.of(Secret.of("abcabcabc"))).redact("abcabcabcabc"))
                .isEqualTo("****");
    }

    @ParameterizedTest
    @ValueSource(ints = {62, 63, 64, 65})
    void masksACharacterOfTwoUnitsBetweenTwoParts(int before) {
        Redactor redactor = Redactor.of(List.of(Secret.of("x".repeat(before) + "😀" + "y".repeat(63))));

        assertThat(redactor.redact("<" + "x".repeat(before) + "%F0%9F%98%80" + "y".repeat(63) + ">"))
                .isEqualTo("<****>");
    }

    @Test
    void masksEverySecret() {
        assertThat(REDACTOR.redact("t0ken-4711-abc and " + PASSWORD)).isEqualTo("**** and ****");
    }

    @Test
    void masksASecretWithinAnother() {
        Redactor both = Redactor.of(List.of(Secret.of("hunter2"), Secret.of("hunter2-registry")));

        assertThat(both.redact("hunter2-registry hunter2")).isEqualTo("**** ****");
    }

    @Test
    void masksASecretInLatin1() {
        byte[] login = ("user:" + "pässwörd").getBytes(ISO_8859_1);
        Redactor redactor = Redactor.of(List.of(Secret.of("pässwörd")));

        assertThat(redactor.redact("p%E4ssw%f6rd " + Base64.getEncoder().encodeToString(login)))
                .isEqualTo("**** ****");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN KEY-----\nabc+def/ghi==\n-----END KEY-----",
                "-----BEGIN KEY-----\r\nabc+def/ghi==\r\n-----END KEY-----",
                "-----BEGIN KEY----- abc+def/ghi== -----END KEY-----",
                "-----BEGIN KEY-----\\nabc+def\\/ghi==\\n-----END KEY-----",
                "-----BEGIN KEY-----\\r\\nabc+def/ghi==\\r\\n-----END KEY-----",
                "line abc+def/ghi== is bad",
            })
    void masksTheLinesOfAKey(String echo) {
        Redactor redactor = Redactor.of(List.of(Secret.of("-----BEGIN KEY-----\nabc+def/ghi==\n-----END KEY-----\n")));

        assertThat(redactor.redact("Bad value " + echo))
                .startsWith("Bad value ")
                .doesNotContain("BEGIN", "abc", "ghi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "us\tpw\nab\tcd",
                "us\\tpw\\nab\\tcd",
                "us\tpw\r\nab\tcd",
                "us\\tpw\\r\\nab\\tcd",
                "us%09pw%0D%0Aab%09cd"
            })
    void masksShortLinesTogether(String echo) {
        assertThat(Redactor.of(List.of(Secret.of("us\tpw\nab\tcd"))).redact("<" + echo + ">"))
                .isEqualTo("<****>");
    }

    @ParameterizedTest
    @ValueSource(ints = {63, 64, 65, 1_000, 20_000})
    void masksASecretOfAnyLengthWholeOrCutOff(int length) {
        String secret = new Random(length)
                .ints(length, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(joining());
        Redactor redactor = Redactor.of(List.of(Secret.of(secret)));

        assertThat(redactor.redact("<" + secret.substring(0, Math.min(length, 10_000)) + ">"))
                .matches("<\\*{4}[a-z]{0,63}>");
        assertThat(redactor.redact("1234567" + Base64.getEncoder().encodeToString(secret.getBytes(UTF_8))))
                .startsWith("****")
                .hasSizeLessThan(6);
    }

    @Test
    void masksASecretWhereALongTextIsCut() {
        String text = "x".repeat(16 * 1024 - 10) + "t0ken-4711-abc and more";

        assertThat(REDACTOR.redact(text)).endsWith("x****…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "\\",
                "%25",
                "t0ken",
                "p",
                "&#0",
                "&#99999999;",
                "t0ken-4711-abc",
                "dDBrZW4tNDcxMS1hYmM",
                " "
            })
    @Timeout(10)
    void takesNoLongTimeForAnyText(String part) {
        assertThat(REDACTOR.redact(part.repeat(500_000))).hasSizeLessThan(20_000);
        assertThat(REDACTOR.containsSecret(part.repeat(500_000) + "t0ken-4711-abc"))
                .isTrue();
    }

    @Test
    void leavesOtherTextAsItIs() {
        assertThat(REDACTOR.redact("Pipeline $1 \\ not found")).isEqualTo("Pipeline $1 \\ not found");
    }

    @ParameterizedTest
    @ValueSource(ints = {16 * 1024 - 20, 16 * 1024 - 5, 16 * 1024, 20 * 1024 - 5, 20 * 1024, 1_000_000})
    void findsASecretAnywhereInALongText(int before) {
        assertThat(REDACTOR.containsSecret("x".repeat(before) + "t0ken-4711-abc" + "x".repeat(30_000)))
                .isTrue();
        assertThat(REDACTOR.containsSecret("x".repeat(before) + "t0ken-4711-ab"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2,     HTTP 2 wanted",
        "app,   No app there",
        "app,   Basic dXNlcjphcHA= refused",
        "app,   Basic YXBw refused",
        "buddy, buddy.works",
        "a&b,   Bad value a%26b",
        "a<b,   Bad value a&lt;b",
        "a>b,   Bad value a&gt;b",
    })
    void tellsThatATextHoldsAShortSecret(String secret, String text) {
        Redactor redactor = Redactor.of(List.of(Secret.of(secret), Secret.of("t0ken-4711-abc")));

        assertThat(redactor.redact(text)).isEqualTo(text);
        assertThat(redactor.containsSecret(text)).isFalse();
        assertThat(redactor.containsShortSecret(text)).isTrue();
        assertThat(redactor.containsShortSecret("Nothing: t0ken-4711-abc")).isFalse();
    }

    @Test
    void masksASecretOfSixCharacters() {
        Redactor redactor = Redactor.of(List.of(Secret.of("s3cret")));

        assertThat(redactor.redact("login s3cret failed")).isEqualTo("login **** failed");
        assertThat(redactor.containsShortSecret("login s3cret failed")).isFalse();
    }

    @Test
    void ignoresAnEmptySecret() {
        Redactor redactor = Redactor.of(List.of(Secret.of(""), Secret.of(" \n")));

        assertThat(redactor.redact("some text")).isEqualTo("some text");
        assertThat(redactor.containsShortSecret("some text")).isFalse();
    }

    @Test
    void redactsExceptionsAndKeepsTypesAndStacks() {
        Exception original = new IllegalStateException("outer t0ken-4711-abc", thrownElsewhere());

        Throwable redacted = REDACTOR.redact(original);

        assertThat(trace(redacted))
                .startsWith("java.lang.IllegalStateException: outer ****")
                .contains("Caused by: java.io.IOException: inner ****", "RedactorTest.thrownElsewhere")
                .doesNotContain("t0ken");
        assertThat(redacted.getStackTrace()).isEqualTo(original.getStackTrace());
    }

    private static Exception thrownElsewhere() {
        return new IOException("inner t0ken-4711-abc");
    }

    @Test
    void redactsAnExceptionThatIsItsOwnDistantCause() {
        Exception inner = new IOException("inner");
        Exception outer = new IllegalStateException("outer", inner);
        inner.initCause(outer);

        assertThat(trace(REDACTOR.redact(outer))).contains("outer", "inner");
    }

    @Test
    void printsASecretAsAMask() {
        assertThat(Secret.of("t0ken")).hasToString("****");
    }

    @Test
    void comparesSecretsByTheirValues() {
        assertThat(Secret.of("t0ken"))
                .isEqualTo(Secret.of("t0ken"))
                .hasSameHashCodeAs(Secret.of("t0ken"))
                .isNotEqualTo(Secret.of("other"));
    }

    private static String trace(Throwable throwable) {
        StringWriter text = new StringWriter();
        throwable.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
