package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.fakebuddy.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The output file never costs the user a file, and never has the result of another run. */
class OutputFileTest extends AbstractMojoTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<project/>",
                "<configuration>\n  <appender name=\"console\"/>\n</configuration>",
                "<configuration/>",
                "{\"outcome\":\"mine\"}",
                "[]",
                " "
            })
    void refusesAFileOfTheUserAndLeavesItAlsoIfBuddyIsNotThere(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("pom.xml"), content);
        buddy.close();

        assertThat(failure(outputFile(file))).hasMessageContainingAll("<outputFile>", "not written");
        assertThat(file).hasContent(content);
        assertThat(folder.toFile().list()).containsExactly("pom.xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {CREATE, EXPORT, LIST})
    void takesAFileThatIsMissingOrEmptyOrItsOwn(String goal) throws Exception {
        pipeline.add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\"}");
        Path file = Files.writeString(folder.resolve("result"), "");
        run(goal, outputFile(file));
        String first = Files.readString(file);

        run(goal, outputFile(file));

        assertThat(file).hasContent(first.replace("created", "unchanged"));
        assertThat(first).isNotEmpty();
    }

    @Test
    void followsLinksToAFileThatIsThereOrNot() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path second = Files.createSymbolicLink(inner.resolve("second"), Path.of("../target.json"));
        Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("inner/second"));

        create(outputFile(first));
        create(outputFile(first));

        assertThat(first).isSymbolicLink();
        assertThat(second).isSymbolicLink();
        assertThat(Files.readString(folder.resolve("target.json"))).contains("outcome");
    }

    @Test
    void refusesALinkToAFileOfTheUserAndLinksInACircle() throws Exception {
        Path file = Files.writeString(folder.resolve("pom.xml"), "<project/>");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        Path circle = Files.createSymbolicLink(folder.resolve("circle"), folder.resolve("circle2"));
        Files.createSymbolicLink(folder.resolve("circle2"), circle);

        assertThat(failure(outputFile(link))).hasMessageContaining("not written");
        assertThat(failure(outputFile(circle))).hasMessageContaining("not the path of a file");
        assertThat(file).hasContent("<project/>");
    }

    @Test
    void writesThatItFailedAlsoForAWrongConfigurationAndMissingCredentials() throws Exception {
        Path file = folder.resolve("result");
        create(outputFile(file));

        failure(outputFile(file), "<timeout>x</timeout>");
        assertThat(Files.readString(file)).contains("\"outcome\" : \"failed\"", "<timeout>x</timeout>");

        failure(outputFile(file), "<serverId>nobody</serverId>");
        assertThat(Files.readString(file)).contains("\"outcome\" : \"failed\"", "nobody");
    }

    @ParameterizedTest
    @CsvSource({
        "<serverId>nobody</serverId>, nobody",
        "<timeout>x</timeout>, <timeout>",
        "<timeout>1</timeout>, HTTP 400"
    })
    void tellsTheFailureOfTheGoalRatherThanThatOfTheFile(String xml, String said) throws Exception {
        Path file = Files.writeString(folder.resolve("a-file"), "").resolve("result");
        buddy.inject(Fault.answer(400, "", "").always());

        assertThat(failure(outputFile(file), xml)).hasMessageContaining(said);
        assertThat(log.warnings()).singleElement().asString().contains("<outputFile>", "a-file");
    }

    private static String outputFile(Path file) {
        return "<outputFile>" + file + "</outputFile>";
    }
}
