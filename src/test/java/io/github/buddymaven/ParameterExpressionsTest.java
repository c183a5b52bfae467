package io.github.buddymaven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.InputSource;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions that Maven drops, or replaces with the value of one run of Buddy. */
class ParameterExpressionsTest extends AbstractMojoTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1"})
    void findsAVariableOfBuddyInAPomThatAPluginHasReplaced(String encoding) throws Exception {
        environment("BUDDY_EXECUTION_TAG", "v9");
        Mojo goal = goal(CREATE, "<dockerImageTag>v9</dockerImageTag>");
        locatePlugin(pom("${BUDDY_EXECUTION_TAG}", Charset.forName(encoding)));

        assertThatThrownBy(goal::execute).hasMessageContaining("Write $BUDDY_EXECUTION_TAG, without braces");
        assertThat(buddy.requests()).isEmpty();
    }

    @Test
    void findsAVariableOfBuddyThroughSeveralPropertiesOfTheCommandLine() throws Exception {
        environment("BUDDY_EXECUTION_TAG", "v9");
        userProperty("pin", "a-${tag}");
        userProperty("tag", "${BUDDY_EXECUTION_TAG}");
        Mojo goal = goal(CREATE, "<dockerImageTag>a-v9</dockerImageTag>");
        locatePlugin(pom("${pin}", UTF_8));

        assertThatThrownBy(goal::execute).hasMessageContaining("Write $BUDDY_EXECUTION_TAG, without braces");
    }

    private Path pom(String tag, Charset encoding) throws Exception {
        return Files.writeString(folder.resolve("pom.xml"), """
                <?xml version="1.0" encoding="%s"?>
                <project>
                  <name>Müller</name>
                  <build>
                    <plugins>
                      <plugin>
                        <groupId>io.github.buddymaven</groupId>
                        <artifactId>buddy-maven-plugin</artifactId>
                        <configuration>
                          <dockerImageTag>%s</dockerImageTag>
                        </configuration>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(encoding, tag), encoding);
    }

    /** The effective POM knows the file that its plugin is from. */
    private void locatePlugin(Path pom) {
        InputSource source = new InputSource();
        source.setLocation(pom.toString());
        project.getBuild().getPlugins().get(0).setLocation("", new InputLocation(1, 1, source));
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "Value"})
    void doesNotShowWhatMayBeASecret(String element) {
        String xml = "<variables><variable><key>A</key><%1$s>hush-${absent}</%1$s></variable></variables>"
                .formatted(element);

        assertThat(failure(xml)).hasMessageContaining("${absent}").hasMessageNotContaining("hush");
    }
}
