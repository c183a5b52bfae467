package io.github.buddymaven;

import static java.util.stream.Collectors.joining;

import io.github.buddymaven.action.DraftItem;
import io.github.buddymaven.check.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * What the POM says before Maven works on it: the texts of parameters, and elements that are no parameters, which Maven
 * drops without a word, though one may be a password.
 */
final class WrittenConfiguration {
    private static final Set<String> SECRETS = Set.of("password", "login", "token");
    private static final Pattern HYPHEN = Pattern.compile("-");

    private final Build build;
    private final MavenProject project;
    private final PomAsWritten pom;
    private final MojoExecution execution;
    private final Properties userProperties;
    private final WrittenText texts;

    WrittenConfiguration(Build build) {
        this(build, PomAsWritten.byMaven(build));
    }

    private WrittenConfiguration(Build build, PomAsWritten pom) {
        this.build = build;
        this.project = build.project();
        this.execution = build.execution();
        this.userProperties = build.session().getUserProperties();
        this.pom = pom;
        this.texts = new WrittenText(build.session(), pom, execution);
    }

    /**
     * The same for what Buddy gets as a text: its own variables stay what they are, though Maven may know their values.
     *
     * @param warning hears where they could not stay
     */
    WrittenConfiguration sent(Consumer<String> warning) {
        return new WrittenConfiguration(build, PomAsWritten.of(build, warning));
    }

    /**
     * A parameter's text as the user wrote it.
     *
     * @param evaluated what Maven made of it; null where that is nothing
     */
    @Nullable
    String text(String parameter, @Nullable String evaluated) {
        return written(parameter).orElse(evaluated);
    }

    /** A parameter's text, that of the command line first: for goals that somebody calls to see something. */
    @Nullable
    String asked(String parameter, @Nullable String evaluated) {
        String asked = userProperties.getProperty("buddy." + parameter);
        return asked == null ? text(parameter, evaluated) : asked;
    }

    /** A parameter's text where the user wrote it or gave it as a property; null where it is a default. */
    @Nullable
    String configured(String parameter, @Nullable String evaluated) {
        return execution.getConfiguration() == null
                ? evaluated
                : written(parameter).orElse(null);
    }

    /** Whether the POM, or a property, has a text in place of further elements. */
    boolean isOneText(String parameter) {
        return written(parameter).isPresent();
    }

    /** The text of an element within a parameter. */
    @Nullable
    String text(String parameter, String child, @Nullable String evaluated) {
        Optional<Xpp3Dom> element = element(parameter);
        Xpp3Dom written = element.isPresent() ? element.get().getChild(child) : null;
        return written == null || written.getValue() == null ? evaluated : texts.resolve(written.getValue());
    }

    /** A parameter that is a list of texts, or one text with commas between them, as a property is. */
    List<String> list(String parameter, @Nullable List<String> evaluated) {
        Optional<Xpp3Dom> element = element(parameter);
        if (element.isPresent() && element.get().getChildCount() > 0) {
            return texts(element.get());
        }
        Optional<String> text = written(parameter);
        if (text.isPresent()) {
            return split(text.get());
        }
        return evaluated == null ? List.of() : evaluated;
    }

    private static List<String> split(String text) {
        return Stream.of(text.split(",", -1)).map(String::strip).toList();
    }

    /** A parameter that is a list of beans. */
    List<DraftItem> items(String parameter, @Nullable List<? extends Bean> evaluated) {
        Optional<Xpp3Dom> element = element(parameter);
        if (element.isEmpty()) {
            return List.of();
        }
        List<DraftItem> items = new ArrayList<>();
        for (Xpp3Dom written : element.get().getChildren()) {
            int index = items.size();
            items.add(item(written, evaluated == null || index >= evaluated.size() ? null : evaluated.get(index)));
        }
        return items;
    }

    private DraftItem item(Xpp3Dom written, @Nullable Bean bean) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (Xpp3Dom child : written.getChildren()) {
            String name = setter(child.getName());
            boolean severalByMaven =
                    bean != null && bean.texts().getOrDefault(name, List.of()).size() > 1;
            if (child.getChildCount() > 0) {
                byName.put(name, texts(child));
            } else { // Maven takes a text with commas for a list, where one is wanted
                byName.put(name, severalByMaven ? split(text(child)) : List.of(text(child)));
            }
        }
        return new DraftItem(byName);
    }

    /** The name under which Maven knows an element: {@code <Password>} and {@code <pass-word>} reach setters too. */
    private static String setter(String element) {
        String name = HYPHEN.splitAsStream(element)
                .map(word -> word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(joining());
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private List<String> texts(Xpp3Dom list) {
        return Stream.of(list.getChildren()).map(this::text).toList();
    }

    private String text(Xpp3Dom element) {
        return texts.resolve(textOf(element.getValue()));
    }

    private static String textOf(@Nullable String value) {
        return value == null ? "" : value;
    }

    private Optional<Xpp3Dom> element(String parameter) {
        Optional<Xpp3Dom> ofBuddy = pom.parameter(parameter);
        if (ofBuddy.isPresent() || execution.getConfiguration() == null) {
            return ofBuddy;
        }
        return Optional.ofNullable(execution.getConfiguration().getChild(parameter));
    }

    private Optional<String> written(String parameter) {
        Optional<Xpp3Dom> element = element(parameter);
        if (element.isEmpty() || element.get().getChildCount() > 0) { // Maven may leave the property beside elements
            return Optional.empty();
        }
        String property = "buddy." + parameter;
        String text = element.get().getValue();
        return (("${" + property + "}").equals(text) ? texts.property(property) : Optional.ofNullable(text))
                .map(texts::resolve);
    }

    /** The expressions of a text that Maven replaces where they stand in a POM. */
    List<String> replacedByMaven(String text) {
        return texts.replacedByMaven(text);
    }

    /** Reports elements that are secrets by their name, never showing their values. */
    void refuseSecrets(Problems problems) {
        for (String element : secretElements()) {
            problems.add("<" + element + "> stands in the <configuration> of this plugin, where everybody can read it:"
                    + " remove it, and put it into a <server> of settings.xml, named by <serverId> for the token and by"
                    + " <registryServerId> for the login to a registry.");
        }
    }

    private Set<String> secretElements() {
        Set<String> found = new LinkedHashSet<>();
        for (Xpp3Dom configuration : PluginConfigurations.all(project, execution)) {
            for (Xpp3Dom child : configuration.getChildren()) {
                if (SECRETS.contains(child.getName().toLowerCase(Locale.ROOT))) {
                    found.add(child.getName());
                }
            }
        }
        return found;
    }
}
