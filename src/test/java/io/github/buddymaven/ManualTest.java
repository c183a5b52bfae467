package io.github.buddymaven;

import static io.github.buddymaven.ConfigurationProblems.problemsOf;
import static io.github.buddymaven.Manual.code;
import static io.github.buddymaven.Manual.codes;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.Manual.Block;
import io.github.buddymaven.action.Field;
import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.fakebuddy.Pipeline;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * README.md and the manual show POMs that are built by {@code src-it}, logs of real runs, the parameters that the goals have, and
 * what the rules allow.
 */
class ManualTest {
    private static final Path CASES = Path.of("src-it");
    private static final Path PARAMETERS = Manual.page("parameters");
    private static final Path REGISTRIES = Manual.page("registries");
    private static final Path ITEMS = Manual.page("conditions-and-variables");

    private static final Pattern CASE = Pattern.compile("\\bsrc-it/[\\w./-]*\\w");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z_]*[A-Z]\\b");
    private static final Pattern VERSION =
            Pattern.compile("buddy-maven-plugin(?:</artifactId>\\s*<version>|:)(\\d[^<:\\s]*)");

    /** Elements that no POM of a plugin has: those of settings.xml, and a POM without the plugin. */
    private static final Set<String> OF_NO_CASE =
            Set.of("settings", "servers", "proxies", "pluginGroups", "project", "apiUrl");

    /** The tables of parameters, in the order in which a goal's row names them. */
    private static final List<String> PARAMETER_TABLES = List.of("Where", "What", "How", "Run");

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

    @TempDir
    private Path folder;

    private record Row(String parameter, String property, String defaultValue) {}

    @Test
    void readmeIsShort() {
        assertThat(Manual.read(Manual.README).lines()).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void everyPomIsThatOfACase() {
        List<String> poms = Manual.files(CASES, "pom.xml").stream()
                .map(pom -> unindented(Manual.read(pom)))
                .toList();
        assertThat(pasted()).isNotEmpty().allSatisfy(xml -> assertThat(poms)
                .anySatisfy(pom -> assertThat(pom).contains(xml)));
    }

    @Test
    void everyConfiguredPluginIsBoundToTheBuild() {
        assertThat(pasted().filter(xml -> xml.startsWith("<plugin>") && xml.contains("<configuration>")))
                .isNotEmpty()
                .allSatisfy(plugin -> assertThat(plugin).contains("<executions>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amazon-ecr",
                "docker-hub",
                "google-gcr",
                "private-registry",
                "whole-action",
                "more-registries/docker-hub-variables",
                "more-registries/google-artifact-registry",
                "more-registries/github",
                "more-registries/digital-ocean",
                "more-registries/artifact-of-buddy"
            })
    void everyRegistryIsShown(String kind) {
        String pom = unindented(Manual.read(CASES.resolve(kind).resolve("pom.xml")));
        assertThat(pasted(REGISTRIES)).anySatisfy(plugin -> {
            assertThat(plugin).endsWith("</plugin>");
            assertThat(pom).contains(plugin);
        });
    }

    @Test
    void theExportedConfigurationIsShown() {
        String pom = unindented(Manual.read(CASES.resolve("export/pom.xml")));
        assertThat(pasted(Manual.page("export"))).singleElement().satisfies(xml -> assertThat(pom)
                .contains(xml));
    }

    @Test
    void everyCaseThatIsNamedExists() {
        assertThat(found(CASE)).isNotEmpty().allSatisfy(named -> assertThat(Path.of(named.group()))
                .exists());
    }

    @Test
    void everyVersionIsThatOfThePlugin() {
        assertThat(found(VERSION))
                .isNotEmpty()
                .extracting(version -> version.group(1))
                .containsOnly(GoalRunner.PLUGIN.getVersion());
    }

    @Test
    void everyLinkLeadsSomewhere() {
        for (Path page : Manual.all()) {
            assertThat(LINK.matcher(Manual.read(page)).results().map(link -> link.group(1)))
                    .filteredOn(link -> !link.startsWith("https://"))
                    .allSatisfy(link -> assertLeadsSomewhere(page, link));
        }
    }

    private static void assertLeadsSomewhere(Path page, String link) {
        String[] parts = link.split("#", 2);
        Path folder = parts[0].startsWith("images/") ? Path.of("src/site/resources") : directory(page);
        Path target = parts[0].isEmpty() ? page : folder.resolve(parts[0]);
        assertThat(target).as("%s in %s", link, page).exists();
        if (parts.length > 1) {
            assertThat(Manual.read(target)).as("%s in %s", link, page).contains("<a id=\"" + parts[1] + "\"></a>");
        }
    }

    private static Path directory(Path page) {
        return page.equals(Manual.README) ? Path.of("") : Manual.PAGES;
    }

    @Test
    void theLogsOfReadmeAreThoseOfRuns() throws IOException {
        try (FakeBuddy buddy = FakeBuddy.start()) {
            buddy.pipeline("buddy", "company-website", 2).add("{\"name\":\"Build image\",\"type\":\"DOCKERFILE\"}");
            GoalRunner goal = GoalRunner.of("create-push-action").against(buddy);
            List<String> logs = new ArrayList<>();
            for (String version : List.of("1.0", "1.0", "1.1")) {
                logs.add(log(goal.nextBuild().run(configurationOfReadme(version))));
            }
            logs.add(log(goal.run(configurationOfReadme("1.1+build").replaceFirst("<pipelineId>.*</pipelineId>", ""))));
            assertThat(Manual.logs(Manual.README)).isEqualTo(logs);
        }
    }

    @Test
    void theResultForScriptsIsThatOfARun() throws IOException {
        try (FakeBuddy buddy = FakeBuddy.start()) {
            buddy.pipeline("buddy", "company-website", 2).add("{\"name\":\"Build image\",\"type\":\"DOCKERFILE\"}");
            GoalRunner goal = GoalRunner.of("create-push-action").against(buddy);
            goal.run(configurationOfReadme("1.0"));
            assertShows("scripts", buddy, goal.nextBuild(), configurationOfReadme("1.1"));
        }
    }

    @Test
    void theListOfActionsIsThatOfARun() throws IOException {
        try (FakeBuddy buddy = FakeBuddy.start()) {
            Pipeline pipeline = buddy.pipeline("buddy", "company-website", 2);
            pipeline.add("{\"name\":\"Build\",\"type\":\"DOCKERFILE\"}");
            pipeline.add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\"}");
            assertShows(
                    "export",
                    buddy,
                    GoalRunner.of("list-actions").against(buddy),
                    "<workspace>buddy</workspace><projectName>company-website</projectName><pipelineId>2</pipelineId>");
        }
    }

    /** The JSON on a page is what the goal writes; a line with <code>…</code> stands for any lines. */
    private void assertShows(String page, FakeBuddy buddy, GoalRunner goal, String configuration) throws IOException {
        Path file = folder.resolve(page + ".json");
        assertThat(goal.run(configuration + element("outputFile", file.toString()))
                        .failure())
                .isEmpty();
        String written = Manual.read(file).replace(buddy.apiUrl(), "https://api.buddy.works");
        assertThat(Manual.blocks(Manual.page(page)))
                .filteredOn(block -> block.text().startsWith("{"))
                .singleElement()
                .satisfies(block -> assertThat(written.strip())
                        .matches(Stream.of(block.text().strip().split(" *…\n", -1))
                                .map(Pattern::quote)
                                .collect(joining("(?s:.*)"))));
    }

    @Test
    void noSentenceIsLong() {
        for (Path page : Manual.all()) {
            assertThat(Manual.sentences(page))
                    .as(page.toString())
                    .allSatisfy(sentence ->
                            assertThat(sentence.split("\\s+", -1)).as(sentence).hasSizeLessThanOrEqualTo(25));
        }
    }

    @Test
    void theLogsOfThePagesAreMessages() {
        String messages = withoutPort(Manual.read(Path.of("src/test/resources/messages.txt")));
        for (Path page : Manual.files(Manual.PAGES, ".md")) {
            assertThat(Manual.logs(page))
                    .as(page.toString())
                    .filteredOn(log -> !log.startsWith("[INFO] Run ")) // src-it/demo compares that one
                    .allSatisfy(log -> assertThat(messages).contains(withoutPort(log)));
        }
    }

    @Test
    void thePictureOfARunHasTheLogsOfReadme() {
        String picture = Manual.read(Path.of("src/site/resources/images/run.svg"))
                .replaceAll("</?tspan[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
        assertThat(Manual.logs(Manual.README).stream().limit(3).flatMap(String::lines))
                .allSatisfy(line -> assertThat(picture).contains(">" + line + "</text>"));
    }

    private static String configurationOfReadme(String version) {
        return Manual.blocks(Manual.README).stream()
                .map(Block::text)
                .filter(xml -> xml.startsWith("<plugin>"))
                .findFirst()
                .orElseThrow()
                .replaceFirst("(?s).*<configuration>(.*)</configuration>.*", "$1")
                .replace("${project.version}", version);
    }

    private static String log(GoalRun run) {
        String lines = run.log().stream()
                .map(line -> line.replaceFirst("^info ", "[INFO] ").replaceFirst("^warn ", "[WARNING] "))
                .collect(joining("\n"));
        return run.failure().isPresent() ? lines + "[ERROR] " + run.message() : lines;
    }

    private static String withoutPort(String log) {
        return log.replace("http://127.0.0.1:PORT", "https://api.buddy.works");
    }

    @Test
    void theTablesListTheParametersOfEveryGoal() {
        Map<String, List<Row>> shown = new TreeMap<>();
        for (List<String> goal : Manual.table(PARAMETERS, "Which goal takes which parameters?")) {
            shown.put(code(goal.get(0)), parametersInTables(goal.subList(1, goal.size())));
        }
        Map<String, List<Row>> known = parametersOfThePlugin();
        assertThat(shown).containsOnlyKeys(known.keySet()).allSatisfy((goal, rows) -> assertThat(rows)
                .as(goal)
                .allSatisfy(row -> assertThat(row.property()).isIn("", "buddy." + row.parameter()))
                .containsExactlyInAnyOrderElementsOf(known.getOrDefault(goal, List.of())));
    }

    /** A parameter without a field would be taken and dropped without a word. */
    @Test
    void theTableWhatHasTheFieldsOfAnAction() {
        assertThat(Manual.table(PARAMETERS, "What"))
                .map(row -> code(row.get(0)))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Field.values()).map(Field::parameter).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "src/site/markdown/index.md"})
    void everyGoalIsIntroduced(String page) {
        assertThat(Manual.table(Path.of(page), "The goals"))
                .map(row -> code(row.get(0)).replace("buddy:", ""))
                .containsExactlyInAnyOrderElementsOf(parametersOfThePlugin().keySet());
    }

    @Test
    void theTableOfRegistriesHasWhatTheRulesAllow() {
        List<String> kinds = new ArrayList<>();
        for (List<String> row : Manual.table(REGISTRIES, "Which elements go together?")) {
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
    void theTableOfTriggerConditionsHasWhatTheRulesAllow() {
        Set<String> elements = elements(TriggerCondition.class, "triggerCondition");
        List<String> kinds = new ArrayList<>();
        for (List<String> row : Manual.table(ITEMS, "Types of conditions")) {
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
    void theTableOfVariablesHasTheElementsThatAreNotRefused() {
        assertThat(Manual.table(ITEMS, "Elements of a variable"))
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

    /** Those of the tables that a goal takes: {@code all}, {@code none}, {@code all but} some, or some. */
    private static List<Row> parametersInTables(List<String> taken) {
        List<Row> rows = new ArrayList<>();
        for (int index = 0; index < PARAMETER_TABLES.size(); index++) {
            String which = taken.get(index);
            assertThat(which).matches("all(?: but `.*)?|none|`.*");
            Set<String> names = codes(which);
            List<Row> table = Manual.table(PARAMETERS, PARAMETER_TABLES.get(index)).stream()
                    .map(ManualTest::row)
                    .toList();
            assertThat(table).map(Row::parameter).containsAll(names);
            table.stream()
                    .filter(row -> which.startsWith("all") != names.contains(row.parameter()))
                    .forEach(rows::add);
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

    private static List<MatchResult> found(Pattern pattern) {
        return Manual.all().stream()
                .flatMap(page -> pattern.matcher(Manual.read(page)).results())
                .toList();
    }

    private static Stream<String> pasted() {
        return Manual.all().stream().flatMap(ManualTest::pasted);
    }

    /** The XML on a page that is to be pasted into the configuration of the plugin. */
    private static Stream<String> pasted(Path page) {
        return Manual.blocks(page).stream()
                .filter(block -> block.language().equals("xml"))
                .filter(block -> !OF_NO_CASE.contains(nameOf(block)))
                .map(block -> unindented(block.text())
                        .replaceAll(
                                "(buddy-maven-plugin</artifactId>\\s*)<version>.*</version>",
                                "$1<version>@project.version@</version>"));
    }

    private static String nameOf(Block block) {
        try {
            return Xpp3DomBuilder.build(new StringReader(block.text())).getName();
        } catch (Exception e) {
            throw new AssertionError(block.page() + " shows XML that is not well-formed:\n" + block.text(), e);
        }
    }

    private static String unindented(String xml) {
        return xml.replaceAll("(?m)^[ \t]+", "").strip();
    }

    /** What Maven knows of the goals, but for the one that prints help. */
    private static Map<String, List<Row>> parametersOfThePlugin() {
        Map<String, List<Row>> parameters = new TreeMap<>();
        for (MojoDescriptor goal : GoalRunner.PLUGIN.getMojos()) {
            parameters.put(
                    goal.getGoal(),
                    goal.getParameters().stream()
                            .map(parameter -> row(goal, parameter.getName()))
                            .toList());
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
