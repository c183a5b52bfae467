package io.github.buddymaven;

import static io.github.buddymaven.ConfigurationProblems.problemsOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** README.md shows POMs that are built by {@code src-it}, the parameters that the goals have, and what the rules allow. */
class ReadmeTest {
    private static final Path CASES = Path.of("src-it");
    private static final Pattern CASE = Pattern.compile("\\bsrc-it/[\\w./-]*\\w");
    private static final Pattern PASTED =
            Pattern.compile("```xml\\s+(<(?:plugin|configuration)>.*?)```", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z_]*[A-Z]\\b");

    /** The tables of parameters, in the order in which a goal's row names them. */
    private static final List<String> PARAMETER_TABLES = List.of("Where", "What", "How", "Runs");

    /** What may stand in place of a property or a default. */
    private static final Set<String> NO_PROPERTY = Set.of("none");

    private static final Set<String> NO_DEFAULT = Set.of("", "required", "one of the two");

    /** What says where a registry is. */
    private static final Map<String, String> REGISTRY_PARTS = Map.of(
            "integration", "HASH",
            "region", "$REGION",
            "registry", "$HOST",
            "registryServerId", "nexus",
            "artifact", "images");

    /** Values that suit the elements of a condition that do not take any text. */
    private static final Map<String, String> CONDITION_VALUES = Map.of(
            "triggerDays", "1", "triggerHours", "1", "timezone", "UTC", "zoneId", "UTC", "triggerStatus", "FAILED");

    private record Row(String parameter, String property, String defaultValue) {}

    @Test
    void everyPluginAndEveryConfigurationIsThatOfACase() throws IOException {
        List<String> poms = poms();
        assertThat(pasted()).isNotEmpty().allSatisfy(xml -> assertThat(poms)
                .anySatisfy(pom -> assertThat(pom).contains(xml)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"amazon-ecr", "docker-hub", "google-gcr", "private-registry", "whole-action"})
    void everyUsualRegistryIsShown(String kind) throws IOException {
        String pom = unindented(Files.readString(CASES.resolve(kind).resolve("pom.xml")));
        assertThat(pasted()).anySatisfy(plugin -> {
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
    void theExportedConfigurationIsShown() throws IOException {
        String pom = unindented(Files.readString(CASES.resolve("export").resolve("pom.xml")));
        assertThat(pasted())
                .filteredOn(xml -> xml.startsWith("<configuration>"))
                .singleElement()
                .satisfies(xml -> assertThat(pom).contains(xml));
    }

    @Test
    void theTablesListTheParametersOfEveryGoal() throws Exception {
        Map<String, List<Row>> shown = new TreeMap<>();
        for (List<String> goal : table("Which goal takes what")) {
            shown.put(code(goal.get(0)), parametersInTables(goal.subList(1, goal.size())));
        }
        Map<String, List<Row>> known = parametersOfThePlugin();
        assertThat(shown).containsOnlyKeys(known.keySet()).allSatisfy((goal, rows) -> assertThat(rows)
                .allSatisfy(row -> assertThat(row.property()).isIn("", "buddy." + row.parameter()))
                .containsExactlyInAnyOrderElementsOf(known.getOrDefault(goal, List.of())));
    }

    @Test
    void theTableOfRegistriesHasWhatTheRulesAllow() throws IOException {
        List<String> kinds = new ArrayList<>();
        for (List<String> row : table("Kinds of registries")) {
            String kind = code(row.get(0));
            Set<String> needs = codes(row.get(1));
            kinds.add(kind);
            assertThat(REGISTRY_PARTS.keySet()).as(kind).containsAll(needs);
            assertThat(isAllowed(registry(kind, needs)))
                    .as("%s with %s", kind, needs)
                    .isTrue();
            for (String part : REGISTRY_PARTS.keySet()) {
                boolean needed = needs.contains(part);
                Set<String> others = needed ? without(needs, part) : with(needs, part);
                assertThat(isAllowed(registry(kind, others)))
                        .as("%s with %s", kind, others)
                        .isFalse();
            }
        }
        assertThat(kinds).containsExactlyInAnyOrderElementsOf(allowed(registry("?", Set.of())));
    }

    @Test
    void theTableOfTriggerConditionsHasWhatTheRulesAllow() throws IOException {
        Set<String> elements = elements(TriggerCondition.class, "triggerCondition");
        List<String> kinds = new ArrayList<>();
        for (List<String> row : table("Trigger conditions")) {
            Set<String> own = codes(row.get(1) + row.get(2));
            for (String kind : codes(row.get(0))) {
                kinds.add(kind);
                for (String alternative : row.get(1).split(" or ", -1)) {
                    assertOwn(kind, codes(alternative), own, elements);
                }
            }
        }
        assertThat(kinds).containsExactlyInAnyOrderElementsOf(allowed(condition("?", Set.of())));
    }

    @Test
    void theTableOfVariablesHasTheElementsThatAreNotRefused() throws IOException {
        assertThat(table("Variables and their secrets"))
                .map(row -> code(row.get(0)))
                .containsExactlyInAnyOrderElementsOf(elements(Variable.class, "password", "passphrase"));
    }

    private static String registry(String kind, Set<String> parts) {
        return element("dockerRegistry", kind)
                + parts.stream()
                        .map(part -> element(part, REGISTRY_PARTS.getOrDefault(part, "")))
                        .collect(joining());
    }

    /** The condition between two others, where even {@code OR} is possible. */
    private static String condition(String kind, Set<String> elements) {
        String other = element("triggerCondition", element("triggerCondition", "ON_CHANGE"));
        String texts = elements.stream()
                .map(name -> element(name, CONDITION_VALUES.getOrDefault(name, "x")))
                .collect(joining());
        String condition = element("triggerCondition", element("triggerCondition", kind) + texts);
        return element("triggerConditions", other + condition + other);
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }

    /** Exactly these are needed, and of all others exactly its own are possible. */
    private static void assertOwn(String kind, Set<String> needed, Set<String> own, Set<String> all) {
        assertThat(all).as(kind).containsAll(own);
        assertThat(isAllowed(condition(kind, needed)))
                .as("%s with %s", kind, needed)
                .isTrue();
        for (String element : all) {
            boolean has = needed.contains(element);
            Set<String> others = has ? without(needed, element) : with(needed, element);
            assertThat(isAllowed(condition(kind, others)))
                    .as("%s with %s", kind, others)
                    .isEqualTo(!has && own.contains(element));
        }
    }

    private static boolean isAllowed(String xml) {
        return problemsOf(xml).isEmpty();
    }

    /** What the rules name in place of a value that they do not know. */
    private static List<String> allowed(String xml) {
        List<String> problems = problemsOf(xml);
        assertThat(problems).hasSize(1);
        return CONSTANT.matcher(problems.get(0))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static Set<String> with(Set<String> some, String another) {
        Set<String> all = new TreeSet<>(some);
        all.add(another);
        return all;
    }

    private static Set<String> without(Set<String> some, String one) {
        Set<String> rest = new TreeSet<>(some);
        rest.remove(one);
        return rest;
    }

    /** The elements that Maven takes for a bean of the configuration. */
    private static Set<String> elements(Class<?> bean, String... except) {
        return Stream.of(bean.getMethods())
                .map(Method::getName)
                .filter(name -> name.matches("set.+"))
                .map(name -> name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4))
                .filter(name -> !List.of(except).contains(name))
                .collect(toCollection(TreeSet::new));
    }

    /** The cells of the first table under a heading, without its head. */
    private static List<List<String>> table(String heading) throws IOException {
        List<List<String>> rows = Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.equals("### " + heading))
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(ReadmeTest::cells)
                .toList();
        assertThat(rows).as(heading).isNotEmpty();
        return rows;
    }

    private static List<String> cells(String line) {
        assertThat(line).matches("\\|.*\\|");
        return Stream.of(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static Set<String> codes(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1)).collect(toCollection(TreeSet::new));
    }

    /** What stands in backticks, and nothing besides. */
    private static String code(String cell) {
        Matcher code = CODE.matcher(cell);
        assertThat(code.matches()).as(cell).isTrue();
        return code.group(1);
    }

    /** Those of the tables that a goal takes: {@code all}, {@code none}, or their names. */
    private static List<Row> parametersInTables(List<String> taken) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (int index = 0; index < PARAMETER_TABLES.size(); index++) {
            String which = taken.get(index);
            Set<String> names = codes(which);
            List<Row> table = table(PARAMETER_TABLES.get(index)).stream()
                    .map(ReadmeTest::row)
                    .filter(row -> which.equals("all") || names.contains(row.parameter()))
                    .toList();
            if (!which.equals("all")) {
                assertThat(table).map(Row::parameter).containsExactlyInAnyOrderElementsOf(names);
                assertThat(which).matches(names.isEmpty() ? "none" : ".*");
            }
            rows.addAll(table);
        }
        return rows;
    }

    private static Row row(List<String> cells) {
        assertThat(cells).as("parameter, property, default, meaning").hasSize(4);
        assertThat(cells.get(3)).as(cells.get(0)).isNotEmpty();
        return new Row(code(cells.get(0)), codeUnless(NO_PROPERTY, cells.get(1)), codeUnless(NO_DEFAULT, cells.get(2)));
    }

    private static String codeUnless(Set<String> none, String cell) {
        return none.contains(cell) ? "" : code(cell);
    }

    private static List<MatchResult> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(Path.of("README.md"))).results().toList();
    }

    private static List<String> pasted() throws IOException {
        return found(PASTED).stream()
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

    /** What Maven knows of the goals, but for the one that prints help. */
    private static Map<String, List<Row>> parametersOfThePlugin() throws Exception {
        Map<String, List<Row>> parameters = new TreeMap<>();
        try (InputStream descriptor = ReadmeTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            for (MojoDescriptor goal : new PluginDescriptorBuilder()
                    .build(new InputStreamReader(requireNonNull(descriptor), UTF_8))
                    .getMojos()) {
                parameters.put(
                        goal.getGoal(),
                        goal.getParameters().stream()
                                .map(parameter -> row(goal, parameter.getName()))
                                .toList());
            }
        }
        assertThat(parameters.remove("help")).isNotNull();
        return parameters;
    }

    private static Row row(MojoDescriptor goal, String parameter) {
        PlexusConfiguration configuration = goal.getMojoConfiguration().getChild(parameter);
        String property = configuration.getValue("").replaceAll("^\\$\\{|}$", "");
        return new Row(parameter, property, configuration.getAttribute("default-value", ""));
    }
}
