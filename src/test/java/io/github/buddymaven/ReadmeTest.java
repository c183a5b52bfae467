package io.github.buddymaven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** README.md shows POMs that are built by {@code src-it}, and the parameters that the goal has. */
class ReadmeTest {
    private static final Path CASES = Path.of("src-it");
    private static final Pattern CASE = Pattern.compile("\\bsrc-it/[\\w./-]*\\w");
    private static final Pattern PLUGIN = Pattern.compile("```xml\\s+(<plugin>.*?)```", Pattern.DOTALL);

    /** Parameter, property, default, meaning; a default without backticks is none. */
    private static final Pattern ROW =
            Pattern.compile("\\| `(\\w+)` \\| `([^`|]+)` \\| (?:`([^`|]+)` |[^`|]*)\\| \\w.*");

    private record Row(String parameter, String property, String defaultValue) {}

    @Test
    void everyPluginIsThatOfACase() throws IOException {
        List<String> poms = poms();
        assertThat(plugins()).isNotEmpty().allSatisfy(plugin -> assertThat(poms)
                .anySatisfy(pom -> assertThat(pom).contains(plugin)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"amazon-ecr", "docker-hub", "google-gcr", "private-registry"})
    void everyKindOfRegistryIsShown(String kind) throws IOException {
        String pom = unindented(Files.readString(CASES.resolve(kind).resolve("pom.xml")));
        assertThat(plugins()).anySatisfy(plugin -> {
            assertThat(plugin).endsWith("</plugin>");
            assertThat(pom).contains(plugin);
        });
    }

    @Test
    void everyCaseThatIsNamedExists() throws IOException {
        assertThat(found(CASE)).isNotEmpty().allSatisfy(named -> assertThat(Path.of(named.group()))
                .exists());
    }

    @Test
    void theTablesListTheParametersOfTheGoal() throws Exception {
        assertThat(found(ROW))
                .map(row -> new Row(row.group(1), row.group(2), requireNonNullElse(row.group(3), "")))
                .allSatisfy(row -> assertThat(row.property()).isEqualTo("buddy." + row.parameter()))
                .containsExactlyInAnyOrderElementsOf(parameters());
    }

    private static List<MatchResult> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(Path.of("README.md"))).results().toList();
    }

    private static List<String> plugins() throws IOException {
        return found(PLUGIN).stream()
                .map(block -> unindented(block.group(1))
                        .replaceFirst("<version>.*</version>", "<version>@project.version@</version>"))
                .toList();
    }

    private static List<String> poms() throws IOException {
        List<String> poms = new ArrayList<>();
        try (Stream<Path> cases = Files.list(CASES)) {
            for (Path pom : cases.map(path -> path.resolve("pom.xml"))
                    .filter(Files::exists)
                    .toList()) {
                poms.add(unindented(Files.readString(pom)));
            }
        }
        return poms;
    }

    private static String unindented(String xml) {
        return xml.replaceAll("(?m)^[ \t]+", "").strip();
    }

    /** What Maven knows of the goal. */
    private static List<Row> parameters() throws Exception {
        try (InputStream descriptor = ReadmeTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            MojoDescriptor goal = new PluginDescriptorBuilder()
                    .build(new InputStreamReader(requireNonNull(descriptor), UTF_8))
                    .getMojo("create-push-action");
            return goal.getParameters().stream()
                    .map(parameter -> row(goal, parameter.getName()))
                    .toList();
        }
    }

    private static Row row(MojoDescriptor goal, String parameter) {
        PlexusConfiguration configuration = goal.getMojoConfiguration().getChild(parameter);
        String property = configuration.getValue("").replaceAll("^\\$\\{|}$", "");
        return new Row(parameter, property, configuration.getAttribute("default-value", ""));
    }
}
