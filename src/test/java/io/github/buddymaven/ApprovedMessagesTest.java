package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code messages.txt} has each sentence of the sources, so that whoever reads it as prose has read all of them. */
class ApprovedMessagesTest {
    private static final Path APPROVED = Path.of("src/test/resources/messages.txt");
    private static final Path SOURCES = Path.of("src/main/java/io/github/buddymaven");

    /** Its texts are those of exceptions, which a user sees with {@code -e} only. */
    private static final Path NETWORK = SOURCES.resolve("http");

    private static final Set<String> EXCEPTIONS = Set.of(
            // cannot happen
            "a tree of plain nodes can always be written into memory",
            "texts can always be written into memory",
            // is looked for in what Buddy says
            "api is disabled",
            // needs a JVM whose locale does not have the character
            " has a character that no file name of this locale has. Start Maven with a locale that has the character, such as LC_ALL=C.UTF-8, or name another file.");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern CONCATENATION = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

    /** A line break, or what stands for a value. */
    private static final String BREAK = "\\\\n|%s";

    private static final int SHORTEST_SENTENCE = 15;

    @Test
    void hasEachSentenceOfTheSources() {
        String approved = Manual.read(APPROVED);
        List<String> sentences = Manual.files(SOURCES, ".java").stream()
                .filter(source -> !source.startsWith(NETWORK))
                .flatMap(source -> sentences(Manual.read(source)))
                .toList();

        assertThat(sentences).hasSizeGreaterThan(250).containsAll(EXCEPTIONS);
        assertThat(sentences)
                .filteredOn(sentence -> !approved.contains(sentence) && !EXCEPTIONS.contains(sentence))
                .as("sentences that %s does not have; add a case to MessagesTest", APPROVED)
                .isEmpty();
    }

    private static Stream<String> sentences(String source) {
        String code =
                CONCATENATION.matcher(COMMENT.matcher(source).replaceAll("")).replaceAll("");
        return LITERAL.matcher(code)
                .results()
                .map(literal -> literal.group(1).replace("\\\"", "\""))
                .flatMap(literal -> Stream.of(literal.split(BREAK, -1)))
                .filter(part -> part.length() >= SHORTEST_SENTENCE && part.contains(" "));
    }
}
