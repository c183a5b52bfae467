package io.github.buddymaven;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.Model;
import org.apache.maven.model.ModelBase;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Profile;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.jspecify.annotations.Nullable;

/** The POM files of the project and its parents, as their authors wrote them, and what they say of this plugin. */
final class PomFiles {
    private final MavenBuild build;
    private final List<Model> models;

    PomFiles(MavenBuild build) {
        this.build = build;
        this.models = readModels();
    }

    /** Returns what the effective POM configures for this execution. */
    static List<Xpp3Dom> effectiveConfigurations(MavenBuild build) {
        String id = build.execution().getExecutionId();
        return configurations(build, build.project().getBuild(), execution -> execution.equals(id));
    }

    /** Returns the POMs of the project and its parents, and those that a plugin such as flatten has replaced. */
    List<Model> models() {
        return models;
    }

    /** Returns all that a POM configures for this plugin, in its executions and profiles, too. */
    List<Xpp3Dom> configurations(Model model) {
        return configurations(model, execution -> true);
    }

    /** Returns the POMs that have elements in this element of the configuration, until one keeps those of its parents away. */
    private List<Model> modelsWith(String element) {
        List<Model> found = new ArrayList<>();
        String id = build.execution().getExecutionId();
        for (Model model : models) {
            for (Xpp3Dom configuration : configurations(model, execution -> execution.equals(id))) {
                Xpp3Dom child = configuration.getChild(element);
                if (child != null && (child.getChildCount() > 0 || child.getValue() != null)) {
                    found.add(model);
                }
                if (overridesParent(configuration) || (child != null && overridesParent(child))) {
                    return found;
                }
            }
        }
        return found;
    }

    private static boolean overridesParent(Xpp3Dom element) {
        return Xpp3Dom.SELF_COMBINATION_OVERRIDE.equals(element.getAttribute(Xpp3Dom.SELF_COMBINATION_MODE_ATTRIBUTE));
    }

    /** Returns where the parts of an element come from that Maven has merged; empty if they come from one place. */
    Optional<String> otherPlace(String element) {
        List<Model> found = modelsWith(element);
        if (found.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(
                found.stream().distinct().count() > 1
                        ? "a parent POM"
                        : "the <configuration> outside of the <execution>");
    }

    private List<Xpp3Dom> configurations(Model model, Predicate<String> executions) {
        List<Xpp3Dom> found = configurations(build, model.getBuild(), executions);
        for (Profile profile : model.getProfiles()) {
            found.addAll(configurations(build, profile.getBuild(), executions));
        }
        return found;
    }

    /** Returns the models with their profiles, which all have properties. */
    List<ModelBase> modelsAndProfiles() {
        List<ModelBase> all = new ArrayList<>();
        for (Model model : models) {
            all.add(model);
            all.addAll(model.getProfiles());
        }
        return all;
    }

    private static List<Xpp3Dom> configurations(
            MavenBuild build, @Nullable BuildBase base, Predicate<String> executions) {
        List<Xpp3Dom> found = new ArrayList<>();
        for (Plugin plugin : plugins(build, base)) {
            for (PluginExecution execution : plugin.getExecutions()) {
                if (executions.test(execution.getId())) {
                    addConfiguration(execution, found);
                }
            }
            addConfiguration(plugin, found);
        }
        return found;
    }

    /** Returns this plugin, which a POM may have in its build and in its plugin management. */
    private static List<Plugin> plugins(MavenBuild build, @Nullable BuildBase base) {
        if (base == null) {
            return List.of();
        }
        List<Plugin> all = new ArrayList<>(base.getPlugins());
        if (base.getPluginManagement() != null) {
            all.addAll(base.getPluginManagement().getPlugins());
        }
        String key = build.execution().getMojoDescriptor().getPluginDescriptor().getPluginLookupKey();
        List<Plugin> found = new ArrayList<>();
        for (Plugin plugin : all) {
            if (plugin.getKey().equals(key)) {
                found.add(plugin);
            }
        }
        return found;
    }

    private static void addConfiguration(ConfigurationContainer container, List<Xpp3Dom> found) {
        if (container.getConfiguration() instanceof Xpp3Dom configuration) {
            found.add(configuration);
        }
    }

    private List<Model> readModels() {
        Map<String, Model> found = new LinkedHashMap<>();
        for (MavenProject project = build.project(); project != null; project = project.getParent()) {
            if (project.getOriginalModel() != null) {
                found.put(
                        project.getFile() == null ? project.getId() : String.valueOf(project.getFile()),
                        project.getOriginalModel());
            }
        }
        for (Path file : files()) {
            if (!found.containsKey(file.toString())) {
                read(file).ifPresent(model -> found.put(file.toString(), model));
            }
        }
        return new ArrayList<>(found.values());
    }

    /** Returns the files that the effective POM was made of; a plugin that replaces the POM leaves these locations. */
    private Set<Path> files() {
        Set<Path> files = new LinkedHashSet<>();
        Model effective = build.project().getModel();
        for (Plugin plugin : plugins(build, effective.getBuild())) {
            addFile(plugin.getLocation(""), files);
            addFile(plugin.getLocation("configuration"), files);
            for (PluginExecution execution : plugin.getExecutions()) {
                addFile(execution.getLocation(""), files);
                addFile(execution.getLocation("configuration"), files);
            }
        }
        InputLocation ofProperties = effective.getLocation("properties");
        if (ofProperties != null && ofProperties.getLocations() != null) {
            ofProperties.getLocations().values().forEach(location -> addFile(location, files));
        }
        return files;
    }

    private static void addFile(@Nullable InputLocation location, Set<Path> files) {
        String file = location == null || location.getSource() == null
                ? null
                : location.getSource().getLocation();
        if (file == null) {
            return;
        }
        try {
            Path path = file.startsWith("file:") ? Path.of(URI.create(file)) : Path.of(file);
            if (Files.isRegularFile(path)) {
                files.add(path);
            }
        } catch (IllegalArgumentException e) {
            // is not a file
        }
    }

    private static Optional<Model> read(Path file) {
        try (InputStream xml = Files.newInputStream(file)) {
            return Optional.of(new MavenXpp3Reader().read(xml, false));
        } catch (IOException | XmlPullParserException e) {
            return Optional.empty(); // it has changed since Maven read it
        }
    }
}
