package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

/** Editors build in the background, and what they run there must not write to Buddy. */
class LifecycleMappingTest {

    @Test
    void tellsEditorsToIgnoreEveryGoal() throws Exception {
        Xpp3Dom execution = read("m2e/lifecycle-mapping-metadata.xml")
                .getChild("pluginExecutions")
                .getChild("pluginExecution");

        assertThat(goals(execution)).containsExactlyInAnyOrderElementsOf(goalsOfThePlugin());
        assertThat(execution.getChild("action").getChildren())
                .extracting(Xpp3Dom::getName)
                .containsExactly("ignore");
    }

    private static List<String> goals(Xpp3Dom execution) {
        Xpp3Dom goals = execution.getChild("pluginExecutionFilter").getChild("goals");
        return Arrays.stream(goals.getChildren()).map(Xpp3Dom::getValue).toList();
    }

    private static List<String> goalsOfThePlugin() throws Exception {
        try (Reader descriptor = open("maven/plugin.xml")) {
            return new PluginDescriptorBuilder()
                    .build(descriptor).getMojos().stream()
                            .map(MojoDescriptor::getGoal)
                            .toList();
        }
    }

    private static Xpp3Dom read(String name) throws Exception {
        try (Reader xml = open(name)) {
            return Xpp3DomBuilder.build(xml);
        }
    }

    private static Reader open(String name) throws IOException {
        InputStream file = LifecycleMappingTest.class.getResourceAsStream("/META-INF/" + name);
        return new InputStreamReader(Objects.requireNonNull(file, name), StandardCharsets.UTF_8);
    }
}
