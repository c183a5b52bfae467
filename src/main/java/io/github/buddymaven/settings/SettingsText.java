package io.github.buddymaven.settings;

import io.github.buddymaven.validation.Parameter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds texts of settings.xml that did not become what their author meant. */
final class SettingsText {
    /** What Java puts in the place of a character that the encoding of this machine does not have. */
    private static final char REPLACEMENT = '\uFFFD';

    /** Maven leaves a variable of the environment as it is written if it is not set. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env\\.([^}]+)}");

    /** Without {@code env.} it may be part of a password, but hardly the whole one. */
    private static final Pattern ONLY_EXPRESSION = Pattern.compile("\\$\\{([^{}]+)}");

    private SettingsText() {}

    /**
     * Returns what is wrong with a text.
     *
     * @param owner what has the element, such as {@code <server> 'nexus' in settings.xml}
     */
    static Optional<String> problem(String text, String element, String owner) {
        String subject = "The <" + element + "> of " + owner;
        Matcher variable = VARIABLE.matcher(text);
        if (variable.find()) {
            String name = Parameter.display(variable.group(1));
            return Optional.of(subject + " contains ${env." + name + "}, and the environment variable " + name
                    + " is not set. Set it.");
        }
        Matcher expression = ONLY_EXPRESSION.matcher(text.strip());
        if (expression.matches()) {
            String name = Parameter.display(expression.group(1));
            return Optional.of(subject + " is ${" + name + "}, and neither a property nor an environment variable of"
                    + " this name is set. Set it.");
        }
        return isBroken(text)
                ? Optional.of(subject + " contains U+FFFD, so a character got lost before Maven read it. Start Maven"
                        + " with a locale that has the character, such as LC_ALL=C.UTF-8.")
                : Optional.empty();
    }

    static boolean isBroken(String text) {
        return text.indexOf(REPLACEMENT) >= 0;
    }
}
