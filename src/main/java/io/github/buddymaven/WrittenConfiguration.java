package io.github.buddymaven;

import io.github.buddymaven.action.DraftItem;
import io.github.buddymaven.check.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
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

    private final MavenProject project;
    private final MojoExecution execution;
    private final Properties userProperties;
    private final WrittenText texts;

    WrittenConfiguration(Build build) {
        this.project = build.project();
        this.execution = build.execution();
        this.userProperties = build.session().getUserProperties();
        this.texts = new WrittenText(build.session(), project, execution);
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

    /** The text of an element within a parameter. */
    @Nullable
    String text(String parameter, String child, @Nullable String evaluated) {
        return element(parameter)
                .map(element -> element.getChild(child))
                .map(Xpp3Dom::getValue)
                .map(texts::resolve)
                .orElse(evaluated);
    }

    /** A parameter that is a list of texts, or a property with commas between them. */
    List<String> list(String parameter, @Nullable List<String> evaluated) {
        Optional<Xpp3Dom> element = element(parameter);
        if (element.isPresent() && element.get().getChildCount() > 0) {
            return texts(element.get());
        }
        return evaluated == null
                ? List.of()
                : evaluated.stream().map(WrittenConfiguration::textOf).toList();
    }

    /** A parameter that is a list of beans. */
    List<DraftItem> items(String parameter, @Nullable List<? extends Bean> evaluated) {
        Optional<Xpp3Dom> element = element(parameter);
        if (element.isPresent()) {
            Xpp3Dom[] beans = element.get().getChildren();
            return IntStream.range(0, beans.length)
                    .mapToObj(index -> item(
                            beans[index], evaluated == null || index >= evaluated.size() ? null : evaluated.get(index)))
                    .toList();
        }
        return evaluated == null
                ? List.of()
                : evaluated.stream().map(bean -> new DraftItem(bean.texts())).toList();
    }

    private DraftItem item(Xpp3Dom written, @Nullable Bean bean) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (Xpp3Dom child : written.getChildren()) {
            List<String> byMaven = bean == null ? List.of() : bean.texts().getOrDefault(child.getName(), List.of());
            if (child.getChildCount() > 0) {
                byName.put(child.getName(), texts(child));
            } else { // Maven takes a text with commas for a list, where one is wanted
                byName.put(child.getName(), byMaven.size() > 1 ? byMaven : List.of(text(child)));
            }
        }
        return new DraftItem(byName);
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
        return Optional.ofNullable(execution.getConfiguration())
                .map(configuration -> configuration.getChild(parameter));
    }

    private Optional<String> written(String parameter) {
        String property = "buddy." + parameter;
        return element(parameter)
                .map(Xpp3Dom::getValue)
                .flatMap(text -> text.equals("${" + property + "}") ? texts.property(property) : Optional.of(text))
                .map(texts::resolve);
    }

    /** Reports elements that are secrets by their name, never showing their values. */
    void refuseSecrets(Problems problems) {
        for (String element : secretElements()) {
            problems.add("<" + element + "> stands in the <configuration> of this plugin, where everybody can read it:"
                    + " remove it, and put it into a <server> of settings.xml, named by <serverId> for the token and by"
                    + " <registryServerId> for the login to a registry.");
        }
    }

    private List<String> secretElements() {
        List<String> found = new ArrayList<>();
        for (Plugin plugin : plugins()) {
            addSecretElements(plugin, found);
            plugin.getExecutions().stream()
                    .filter(candidate -> candidate.getId().equals(execution.getExecutionId()))
                    .forEach(candidate -> addSecretElements(candidate, found));
        }
        return found.stream().distinct().toList();
    }

    private static void addSecretElements(ConfigurationContainer container, List<String> found) {
        if (container.getConfiguration() instanceof Xpp3Dom configuration) {
            for (Xpp3Dom child : configuration.getChildren()) {
                if (SECRETS.contains(child.getName().toLowerCase(Locale.ROOT))) {
                    found.add(child.getName());
                }
            }
        }
    }

    /** The plugin as the effective POM has it: in its build, or, for a goal that is called, in its management. */
    private List<Plugin> plugins() {
        List<Plugin> plugins = new ArrayList<>();
        for (PluginContainer container : new PluginContainer[] {project.getBuild(), project.getPluginManagement()}) {
            if (container != null) {
                container.getPlugins().stream().filter(this::isThis).forEach(plugins::add);
            }
        }
        return plugins;
    }

    private boolean isThis(Plugin candidate) {
        return candidate
                .getKey()
                .equals(execution.getMojoDescriptor().getPluginDescriptor().getPluginLookupKey());
    }
}
