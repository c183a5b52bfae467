package io.github.buddymaven.action;

import java.util.Locale;

/** The one rule for names: Buddy's {@code docker_image_tag} is {@code dockerImageTag} in the POM. */
public final class Spelling {
    private Spelling() {}

    /** The parameter for a key of Buddy's JSON. */
    public static String parameter(String key) {
        StringBuilder camelCase = new StringBuilder();
        for (String word : key.split("_", -1)) {
            camelCase.append(camelCase.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camelCase.toString();
    }

    /** The key of Buddy's JSON for a parameter. */
    public static String key(String parameter) {
        return parameter.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
