package io.github.buddymaven;

import io.github.buddymaven.action.Field;
import io.github.buddymaven.validation.Parameter;
import io.github.buddymaven.validation.Problems;
import io.github.buddymaven.validation.Suggestion;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Checks the names of elements and properties: Maven drops those that it does not know, and a mistyped {@code <dryrun>} would be a
 * real run.
 */
final class ParameterNames {
    private static final String PREFIX = "buddy.";

    /** Names of secrets, in lower case. Unlike {@code <password>}, {@code <Password>} is no parameter. */
    private static final Set<String> SECRETS = Set.of("token", "login", "password");

    private final MavenBuild build;
    private final Problems problems;
    private final Set<String> known = new HashSet<>();
    private final Set<String> withoutProperty = new HashSet<>();

    private ParameterNames(MavenBuild build, Problems problems) {
        this.build = build;
        this.problems = problems;
        for (MojoDescriptor goal :
                build.execution().getMojoDescriptor().getPluginDescriptor().getMojos()) {
            for (org.apache.maven.plugin.descriptor.Parameter parameter : goal.getParameters()) {
                known.add(parameter.getName());
                if (parameter.getExpression() == null
                        || parameter.getExpression().isEmpty()) {
                    withoutProperty.add(parameter.getName());
                }
            }
        }
    }

    static void check(MavenBuild build, Problems problems) {
        ParameterNames names = new ParameterNames(build, problems);
        for (Xpp3Dom configuration : PomFiles.effectiveConfigurations(build)) {
            names.checkElements(configuration);
        }
        for (String property : build.commandLineProperties()) {
            if (property.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
                names.checkProperty(property, property.substring(PREFIX.length()));
            }
        }
        for (String property : build.project().getProperties().stringPropertyNames()) {
            if (property.regionMatches(true, 0, PREFIX, 0, PREFIX.length() - 1)) { // whatever is in place of the dot
                names.checkPropertyOfPom(property);
            }
        }
    }

    private void checkElements(Xpp3Dom configuration) {
        Set<String> seen = new HashSet<>();
        for (Xpp3Dom element : configuration.getChildren()) {
            if (known.contains(element.getName())) {
                if (!seen.add(element.getName())) {
                    reportTwice(element.getName(), "the <configuration>", problems);
                }
                checkContent(element);
            } else {
                reportUnknown(element.getName());
            }
        }
    }

    /** Checks what Maven would drop without a word. */
    private void checkContent(Xpp3Dom element) {
        String name = element.getName();
        if (hasTextAndElements(element)) {
            problems.add("<" + name + "> contains a text and elements. Remove the text or the elements.");
        }
        if (name.equals(Field.INTEGRATION.parameter())) {
            checkTwice(element, "<" + name + ">", problems);
        }
        if (name.equals(Field.VARIABLES.parameter()) || name.equals(Field.TRIGGER_CONDITIONS.parameter())) {
            String item = name.equals(Field.VARIABLES.parameter()) ? "Variable " : "Condition ";
            for (int index = 0; index < element.getChildCount(); index++) {
                checkItem(element.getChild(index), problems.in(item + (index + 1) + " of <" + name + ">"));
            }
        }
    }

    private static void checkItem(Xpp3Dom item, Problems here) {
        if (hasTextAndElements(item)) {
            here.add("It contains a text and elements. Remove the text.");
        }
        checkTwice(item, "it", here);
    }

    private static boolean hasTextAndElements(Xpp3Dom element) {
        return element.getChildCount() > 0 && !isBlank(element);
    }

    private static boolean isBlank(Xpp3Dom element) {
        return element.getValue() == null || element.getValue().isBlank();
    }

    /** An element in an element has several names: {@code <Password>} is {@code <password>} for Maven. */
    private static void checkTwice(Xpp3Dom parent, String place, Problems here) {
        Set<String> seen = new HashSet<>();
        for (Xpp3Dom element : parent.getChildren()) {
            String name = PushActionConfigReader.parameterName(element.getName());
            if (!seen.add(name)) {
                reportTwice(name, place, here);
            }
        }
    }

    private static void reportTwice(String name, String place, Problems here) {
        here.add("<" + Parameter.display(name) + "> is in " + place
                + " twice, and Maven only takes one of them. Remove one.");
    }

    private void reportUnknown(String name) {
        if (SECRETS.contains(name.toLowerCase(Locale.ROOT))) {
            problems.add(
                    "<" + name + "> in the <configuration> is a secret, and anyone can read it in the POM. Move it to a"
                            + " <server> in settings.xml, and name that with <serverId> for the token, or <registryServerId> for the"
                            + " login of a registry.");
        } else {
            problems.add("<" + Parameter.display(name) + "> is not a parameter of this plugin."
                    + Suggestion.didYouMean(name, known) + " Correct it, or remove it.");
        }
    }

    private void checkProperty(String property, String name) {
        boolean exact = property.startsWith(PREFIX) && known.contains(name);
        if (exact && withoutProperty.contains(name)) {
            problems.add("-D" + property + " has no effect, because <" + name
                    + "> has no property. Write the elements in the POM, and remove the property.");
        } else if (exact) {
            warnIfPomWins(name);
        } else if (!isOfUser(property)) {
            Suggestion.of(name, known)
                    .ifPresent(close -> problems.add("-D" + Parameter.display(property)
                            + " is not a property of this plugin. Did you mean -D" + PREFIX + close + "?"
                            + " Correct it, or remove it."));
        }
    }

    /** A property that the POM defines or uses is the user's own, however much it resembles one of this plugin. */
    private boolean isOfUser(String property) {
        return build.project().getProperties().containsKey(property) || isUsed(property);
    }

    /** In a POM only another spelling of the same name is told, since the user may have properties with such names. */
    private void checkPropertyOfPom(String property) {
        for (String name : known) {
            boolean same = plain(property).equals(plain(PREFIX + name)) && !property.equals(PREFIX + name);
            if (same && !isUsed(property)) {
                problems.add("The property <" + Parameter.display(property)
                        + "> of the POM is not one of this plugin. Did you mean <" + PREFIX + name
                        + ">? Correct it, or remove it.");
            }
        }
    }

    private boolean isUsed(String property) {
        PomFiles pom = new PomFiles(build);
        return pom.models().stream()
                .flatMap(model -> pom.configurations(model).stream())
                .anyMatch(configuration -> configuration.toString().contains("${" + property + "}"));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
    }

    /** Maven takes the POM's value, except that a switch which makes a run safe wins if it is on. */
    private void warnIfPomWins(String name) {
        Xpp3Dom element = build.execution().getConfiguration().getChild(name);
        if (element == null || build.isTakenFromCommandLine(name)) {
            return;
        }
        String written = element.getValue() == null ? "" : element.getValue();
        boolean isTyped = build.commandLineProperty(PREFIX + name).equals(Optional.of(written));
        boolean hasNoEffect = element.getChildCount() > 0
                || (!written.isEmpty() && !written.contains("${" + PREFIX + name + "}") && !isTyped);
        if (hasNoEffect) {
            Parameter parameter = Parameter.named(name, element.getChildCount() > 0 ? null : written);
            problems.warn("-D" + PREFIX + name + " has no effect, because the POM configures " + parameter
                    + ". Change it in the POM, or write ${" + PREFIX + name + "} there.");
        }
    }
}
