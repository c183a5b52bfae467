package io.github.buddymaven.action;

import java.util.Locale;

/**
 * The fields of a push action, in the order in which Buddy documents them. One rule ties their names together: Buddy's JSON
 * has {@code docker_image_tag}, the POM {@code <dockerImageTag>}, the command line {@code -Dbuddy.dockerImageTag}.
 *
 * <p>Source: buddy.works/docs/api, "Add an action", type {@code DOCKER_PUSH}; the fields from {@code DOCKER_REGISTRY} on
 * were added in 2024 to 2026.
 */
public enum Field {
    NAME(Type.TEXT),
    TRIGGER_TIME(Type.TEXT),
    DOCKER_IMAGE_TAG(Type.TEXT),
    REPOSITORY(Type.TEXT),
    /** A {@code <server>} of settings.xml, which stands for {@code LOGIN} and {@code PASSWORD}. */
    REGISTRY_SERVER_ID(Type.REFERENCE),
    LOGIN(Type.TEXT),
    PASSWORD(Type.TEXT),
    INTEGRATION(Type.INTEGRATION),
    REGION(Type.TEXT),
    REGISTRY(Type.TEXT),
    DOCKER_BUILD_ACTION_ID(Type.NUMBER),
    DOCKER_BUILD_ACTION_NAME(Type.TEXT),
    DOCKER_REGISTRY(Type.TEXT),
    ARTIFACT(Type.TEXT),
    AFTER_ACTION_ID(Type.NUMBER),
    /** The name of an action in Buddy, which stands for {@code AFTER_ACTION_ID}. */
    AFTER_ACTION_NAME(Type.REFERENCE),
    RUN_NEXT(Type.TEXT),
    RUN_ONLY_ON_FIRST_FAILURE(Type.FLAG),
    DISABLED(Type.FLAG),
    TIMEOUT(Type.NUMBER),
    IGNORE_ERRORS(Type.FLAG),
    RETRY_COUNT(Type.NUMBER),
    RETRY_INTERVAL(Type.NUMBER),
    LOOP(Type.LIST),
    TRIGGER_CONDITIONS(Type.ITEMS),
    VARIABLES(Type.ITEMS);

    /** How the POM spells a field, and how it is sent. */
    public enum Type {
        TEXT,
        /** A whole number of zero or more, unless the validator says otherwise. */
        NUMBER,
        FLAG,
        /** Texts, each in an element of its own, or one text with commas. */
        LIST,
        /** Objects, each in an element of its own. */
        ITEMS,
        /** A text, or an element in an element. */
        INTEGRATION,
        /** Only in the POM: what it stands for is looked up and sent instead. */
        REFERENCE
    }

    private final Type type;
    private final String key;
    private final String parameter;

    Field(Type type) {
        this.type = type;
        this.key = name().toLowerCase(Locale.ROOT);
        this.parameter = parameterOf(key);
    }

    public Type type() {
        return type;
    }

    /** Returns the key in Buddy's JSON. */
    public String key() {
        return key;
    }

    /** Returns the name of the parameter in the POM. */
    public String parameter() {
        return parameter;
    }

    /** Returns whether a parameter is one that describes the action. */
    public static boolean isParameter(String name) {
        for (Field field : values()) {
            if (field.parameter.equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the parameter for a key of Buddy's JSON: {@code dockerImageTag} for {@code docker_image_tag}. */
    static String parameterOf(String key) {
        return camelCase(key, '_');
    }

    /** Returns a name without its separators; each word after one begins with an upper-case letter. */
    public static String camelCase(String name, char separator) {
        StringBuilder camelCase = new StringBuilder(name.length());
        boolean wordBegins = false;
        for (int at = 0; at < name.length(); at++) {
            char character = name.charAt(at);
            if (character != separator) {
                camelCase.append(wordBegins ? Character.toUpperCase(character) : character);
            }
            wordBegins = character == separator;
        }
        return camelCase.toString();
    }

    /** Returns the key of Buddy's JSON for a parameter: {@code docker_image_tag} for {@code dockerImageTag}. */
    static String keyOf(String parameter) {
        return parameter.replaceAll("(\\p{Lu})", "_$1").toLowerCase(Locale.ROOT);
    }
}
