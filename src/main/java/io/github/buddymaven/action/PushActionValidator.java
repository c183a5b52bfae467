package io.github.buddymaven.action;

import static io.github.buddymaven.action.Field.AFTER_ACTION_ID;
import static io.github.buddymaven.action.Field.AFTER_ACTION_NAME;
import static io.github.buddymaven.action.Field.DOCKER_BUILD_ACTION_ID;
import static io.github.buddymaven.action.Field.DOCKER_BUILD_ACTION_NAME;
import static io.github.buddymaven.action.Field.DOCKER_IMAGE_TAG;
import static io.github.buddymaven.action.Field.INTEGRATION;
import static io.github.buddymaven.action.Field.LOOP;
import static io.github.buddymaven.action.Field.NAME;
import static io.github.buddymaven.action.Field.REGISTRY;
import static io.github.buddymaven.action.Field.REPOSITORY;
import static io.github.buddymaven.action.Field.RUN_ONLY_ON_FIRST_FAILURE;
import static io.github.buddymaven.action.Field.TRIGGER_CONDITIONS;
import static io.github.buddymaven.action.Field.TRIGGER_TIME;
import static io.github.buddymaven.action.Field.VARIABLES;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.validation.Blanks;
import io.github.buddymaven.validation.Parameter;
import io.github.buddymaven.validation.ParameterChecks;
import io.github.buddymaven.validation.Problems;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Turns what the POM says into a push action. Checks every rule, so that the user reads all problems at once; a field without
 * a rule of its own gets the rule of its type.
 */
public final class PushActionValidator {
    static final String ON_FAILURE = "ON_FAILURE";

    /** Source: buddy.works/docs/api, "Add an action", {@code trigger_time}. */
    private static final List<String> TRIGGER_TIMES = List.of(
            "ON_EVERY_EXECUTION",
            "ON_SUCCESS",
            ON_FAILURE,
            "ON_BACK_TO_SUCCESS",
            "ON_WARNING",
            "ON_WAIT_FOR_APPROVE",
            "ON_TERMINATE");

    private static final List<String> RUN_NEXT_VALUES =
            List.of("WAIT_ON_SUCCESS", "IN_SOFT_PARALLEL", "IN_HARD_PARALLEL");

    /** The grammar of a tag in Docker's reference format. */
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://");
    private static final Pattern TAG_OR_DIGEST = Pattern.compile("[:@][^/]*$");

    /** What Maven merges item by item. */
    private static final List<Field> MERGED = List.of(INTEGRATION, LOOP, TRIGGER_CONDITIONS, VARIABLES);

    private final PushActionConfig config;
    private final Problems problems;
    private final ObjectNode fields = JsonNodeFactory.instance.objectNode();
    private List<SecretReference> secretReferences = List.of();

    private PushActionValidator(PushActionConfig config, Problems problems) {
        this.config = config;
        this.problems = problems;
    }

    /** Reports all problems; returns the action unless it has no valid name. */
    public static Optional<PushAction> validate(PushActionConfig config, Problems problems) {
        return new PushActionValidator(config, problems).validate();
    }

    private Optional<PushAction> validate() {
        Optional<PushAction> action = validateFields();
        for (Field field : MERGED) {
            String element = field.parameter();
            problems.explain(element, () -> config.otherPlace(field)
                    .map(place -> "Parts of <" + element + "> come from " + place
                            + ", because Maven merges such elements item by item. Write <" + element
                            + " combine.self=\"override\"> to keep them apart."));
        }
        return action;
    }

    private Optional<PushAction> validateFields() {
        for (Field field : Field.values()) {
            if (config.has(field) && !config.isUnresolved(field)) {
                checkShapeAndRead(field);
            }
        }
        checkTriggerTime();
        checkOneNameForOneAction(AFTER_ACTION_ID, AFTER_ACTION_NAME, "the action after which this one goes");
        checkOneNameForOneAction(DOCKER_BUILD_ACTION_ID, DOCKER_BUILD_ACTION_NAME, "the action that built the image");
        new RegistryValidator(config, problems).validate();
        String remedy = "Write the name that the action has in Buddy, <name>NAME</name> or -Dbuddy.name=NAME.";
        return !config.isUnresolved(NAME)
                        && ParameterChecks.required(config.parameter(NAME), remedy, problems)
                        && checkEndsOfName()
                ? Optional.of(new PushAction(
                        fields,
                        config.text(Field.REGISTRY_SERVER_ID),
                        config.text(AFTER_ACTION_NAME),
                        secretReferences))
                : Optional.empty();
    }

    /** Buddy might trim a name, and then no later run would find the action. */
    private boolean checkEndsOfName() {
        Parameter name = config.parameter(NAME);
        if (!name.text().equals(name.text().strip())) {
            problems.add(name + " begins or ends with a blank, which Buddy may remove. Remove it.");
            return false;
        }
        return true;
    }

    private void checkShapeAndRead(Field field) {
        if (config.get(field).isTextual() && field.type() == Field.Type.ITEMS) {
            problems.add(config.parameter(field) + " contains a text instead of elements. " + remedyForItems(field));
        } else {
            read(field, config.parameter(field));
        }
    }

    private static String remedyForItems(Field field) {
        String item = field == VARIABLES ? "variable" : "triggerCondition";
        return "Write a <" + item + "> with its elements for each.";
    }

    private void read(Field field, Parameter parameter) {
        switch (field.type()) {
            case TEXT -> fields.put(field.key(), text(field, parameter));
            case NUMBER -> number(field, parameter);
            case FLAG ->
                ParameterChecks.flag(parameter, problems)
                        .ifPresent(flag -> fields.put(field.key(), flag.booleanValue()));
            case LIST -> list(field);
            case ITEMS -> items(field);
            case INTEGRATION -> integration();
            case REFERENCE -> {} // is looked up later
        }
    }

    private String text(Field field, Parameter parameter) {
        switch (field) {
            case NAME, LOGIN, PASSWORD, REGION, REGISTRY, ARTIFACT -> {} // are checked with what belongs to them
            case TRIGGER_TIME -> {
                return ParameterChecks.choice(parameter, TRIGGER_TIMES, problems)
                        .orElse(parameter.text());
            }
            case RUN_NEXT -> {
                return ParameterChecks.choice(parameter, RUN_NEXT_VALUES, problems)
                        .orElse(parameter.text());
            }
            case DOCKER_REGISTRY -> {
                return ParameterChecks.canonical(parameter.text(), RegistryType.names()); // RegistryValidator reports
            }
            case DOCKER_IMAGE_TAG -> checkTag(parameter);
            case REPOSITORY -> checkRepository(parameter);
            default -> ParameterChecks.filledLine(parameter, "Fill it in, or remove it.", problems);
        }
        return parameter.text();
    }

    private void number(Field field, Parameter parameter) {
        OptionalInt number =
                ParameterChecks.wholeNumber(parameter, field == AFTER_ACTION_ID ? 1 : 0, numberRemedy(field), problems);
        if (number.isPresent()) {
            fields.put(field.key(), number.getAsInt());
        }
    }

    private static String numberRemedy(Field field) {
        return switch (field) {
            case DOCKER_BUILD_ACTION_ID ->
                "Write the id of the action that built the image, or 0 for the previous action of the pipeline.";
            case AFTER_ACTION_ID -> "Write the id of the action after which this one goes.";
            case TIMEOUT -> "Write the seconds that the action may run in Buddy.";
            case RETRY_COUNT -> "Write how often Buddy tries again.";
            case RETRY_INTERVAL -> "Write the seconds that Buddy waits before it tries again.";
            default -> "Write such a number.";
        };
    }

    private void list(Field field) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String text : config.list(field)) {
            ParameterChecks.filledLine(
                    new Parameter(field.parameter(), Optional.of(text)), "Remove what is blank.", problems);
            list.add(text);
        }
        if (!list.isEmpty()) {
            fields.set(field.key(), list);
        }
    }

    private void items(Field field) {
        List<ObjectNode> items = config.items(field);
        if (items.isEmpty()) {
            return;
        }
        if (field == TRIGGER_CONDITIONS) {
            fields.set(field.key(), new TriggerConditionValidator(items, problems).validate());
        } else {
            VariableValidator variables = new VariableValidator(items, problems);
            fields.set(field.key(), variables.validate());
            secretReferences = variables.references();
        }
    }

    private void integration() {
        ObjectNode names = JsonNodeFactory.instance.objectNode();
        for (String name : List.of(PushActionConfig.HASH_ID, PushActionConfig.IDENTIFIER)) {
            Optional<String> text = config.integration(name).value();
            if (text.isPresent()) {
                names.put(Field.keyOf(name), text.get());
            }
        }
        fields.set(Field.INTEGRATION.key(), names);
    }

    private void checkTag(Parameter tag) {
        String text = tag.text();
        if (!ParameterChecks.singleLine(tag, problems)
                || TAG.matcher(BuddyVariable.isIn(text) ? BuddyVariable.replaceAll(text) : text)
                        .matches()) {
            return;
        }
        String remedy = text.indexOf('+') >= 0
                ? "Replace the +, for example with a -."
                : "Write such a tag, or a variable of Buddy such as $BUDDY_EXECUTION_TAG.";
        problems.addUnlessLenient(
                tag + " is not a tag: only letters, digits, _, . and - are allowed, at most 128, with no"
                        + " . or - at the start. " + remedy);
    }

    private void checkRepository(Parameter repository) {
        String text = repository.text();
        if (!ParameterChecks.singleLine(repository, problems)) {
            return;
        }
        if (text.isBlank()) {
            problems.addUnlessLenient(
                    repository + " is blank. Name the image's repository at the registry, such as my-team/my-app.");
        } else if (SCHEME.matcher(text).find()) {
            problems.addUnlessLenient(repository
                    + " starts with a scheme. Write only the repository, such as my-team/my-app, and put the host in"
                    + " <registry>.");
        } else if (TAG_OR_DIGEST.matcher(BuddyVariable.replaceAll(text)).find()) {
            problems.addUnlessLenient(repository
                    + " ends with a tag or digest. Write only the repository, and put the tag in <dockerImageTag>.");
        } else if (text.startsWith("/") || text.endsWith("/") || text.contains("//")) {
            problems.addUnlessLenient(
                    repository + " has an empty part before or after a slash. Remove the slash that is too many.");
        } else if (Blanks.isIn(text)) {
            problems.addUnlessLenient(repository + " contains a blank, which no repository has. Remove it.");
        } else {
            checkHost(repository);
        }
    }

    /** A path at a registry of one's own may begin with the host of another, for which it is a mirror. */
    private void checkHost(Parameter repository) {
        Parameter registry = config.parameter(REGISTRY);
        String host = repository.text().split("/", 2)[0];
        if (host.length() == repository.text().length()) {
            return;
        }
        if (registry.isPresent() && host.equalsIgnoreCase(registry.text())) {
            problems.addUnlessLenient(repository + " begins with the host of " + registry
                    + ", which Buddy puts before it. Remove the host from <repository>.");
        } else if (!registry.isPresent() && RegistryType.isPublicHost(host)) {
            problems.addUnlessLenient(repository + " begins with a host, " + Parameter.display(host)
                    + ", which Buddy puts before it. Remove the host from <repository>.");
        }
    }

    /** Source: buddy.works/docs/api: required with, and only with, {@code ON_FAILURE}. */
    private void checkTriggerTime() {
        boolean onFailure = fields.path(TRIGGER_TIME.key()).asText().equals(ON_FAILURE);
        boolean known = !config.has(TRIGGER_TIME)
                || TRIGGER_TIMES.contains(fields.path(TRIGGER_TIME.key()).asText());
        Parameter flag = config.parameter(RUN_ONLY_ON_FIRST_FAILURE);
        if (onFailure && !flag.isPresent()) {
            problems.addUnlessLenient("<triggerTime>ON_FAILURE</triggerTime> needs " + flag
                    + ". Add it: true to run only on the first failure in a row, false to run on each.");
        }
        if (known && !onFailure && flag.isPresent()) {
            problems.addUnlessLenient(
                    flag + " only goes with <triggerTime>ON_FAILURE</triggerTime>. Remove it, or set that"
                            + " <triggerTime>.");
        }
    }

    private void checkOneNameForOneAction(Field id, Field name, String action) {
        Parameter byName = config.parameter(name);
        if (name == AFTER_ACTION_NAME) {
            ParameterChecks.filledLine(byName, "Name " + action + ", or remove the element.", problems);
        }
        if (config.has(id) && byName.isPresent()) {
            problems.add(config.parameter(id) + " and " + byName + " exclude each other. Keep the one that names "
                    + action + ".");
        }
    }
}
