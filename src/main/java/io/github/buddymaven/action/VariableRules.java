package io.github.buddymaven.action;

import static io.github.buddymaven.action.Variables.ENCRYPTED;
import static io.github.buddymaven.action.Variables.KEY;
import static io.github.buddymaven.action.Variables.VALUE;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.github.buddymaven.check.Choice;
import io.github.buddymaven.check.Element;
import io.github.buddymaven.check.Flag;
import io.github.buddymaven.check.NearMiss;
import io.github.buddymaven.check.Problems;
import io.github.buddymaven.check.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Each variable has a key of its own and one value; a secret one stands in settings.xml. Source: buddy.works/docs/api,
 * "Add an action", {@code variables}.
 */
final class VariableRules {
    /** The elements that name a {@code <server>}, each with the key that its password is sent as. */
    private static final Map<String, String> SERVERS = new TreeMap<>(
            Stream.of(VALUE, "password", "passphrase").collect(toMap(VariableRules::serverElement, identity())));

    /** What has its own text, besides key and value. */
    static final List<String> PLAIN = List.of(
            Variables.TYPE,
            "settable",
            "runOnlySettable",
            "description",
            "filePath",
            "fileChmod",
            "filePlace",
            "keyIdentifier",
            "initPath",
            "defaults");

    private static final List<String> LINES = List.of("description", "defaults");
    private static final List<String> ONE_LINE = List.of("filePath", "fileChmod");
    private static final List<String> FILLED_LINE = List.of("keyIdentifier", "initPath");
    private static final String REMEDY = "fill it in, or remove it.";
    static final List<String> NEVER_HERE = List.of("password", "passphrase");
    private static final List<String> FLAGS = List.of(ENCRYPTED, "settable", "runOnlySettable");
    private static final List<String> TYPES = List.of("VAR", "FILE", Variables.SSH_KEY);
    private static final List<String> PLACES = List.of("NONE", "CONTAINER");

    private final List<DraftItem> variables;
    private final Problems problems;

    VariableRules(List<DraftItem> variables, Problems problems) {
        this.variables = variables;
        this.problems = problems;
    }

    /** The element that names the server of a secret. */
    static String serverElement(String key) {
        return key.equals(VALUE) ? "serverId" : key + "ServerId";
    }

    Variables check() {
        List<Item> checked = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int index = 0; index < variables.size(); index++) {
            DraftItem variable = variables.get(index);
            Problems here = problems.in("Variable " + (index + 1) + " of <variables>");
            check(variable, here);
            Element key = variable.element(KEY);
            if (key.value().filter(name -> !name.isBlank() && !keys.add(name)).isPresent()) {
                here.add(key + " is there twice: remove one of the two, or give it another key.");
            }
            checked.add(item(variable));
        }
        return new Variables(checked);
    }

    private static void check(DraftItem variable, Problems here) {
        Texts.required(variable.element(KEY), "write the name of the variable.", here);
        FLAGS.forEach(flag -> Flag.read(variable.element(flag), here));
        LINES.forEach(parameter -> Texts.printableLines(
                variable.element(parameter), variable.element(parameter).toString(), here));
        ONE_LINE.forEach(parameter -> Texts.printable(variable.element(parameter), here));
        FILLED_LINE.forEach(parameter -> Texts.filledLine(variable.element(parameter), REMEDY, here));
        typeIsNoSlip(variable.element(Variables.TYPE), here);
        Element place = variable.element("filePlace");
        if (Texts.filled(place, REMEDY, here)) {
            Choice.check(place, PLACES, here);
        }
        secretsAreOnServers(variable, here);
        oneValue(variable, here);
    }

    /** Buddy has more types than its documentation lists: only what looks like a slip is one. */
    private static void typeIsNoSlip(Element type, Problems here) {
        if (Texts.filledLine(type, REMEDY, here)) {
            type.value()
                    .filter(value -> !TYPES.contains(value))
                    .flatMap(value -> NearMiss.of(value, TYPES))
                    .ifPresent(near -> here.addRelaxable(type + " is not known, did you mean " + near + "?"));
        }
    }

    /** What is wrong with a secret never shows it. */
    private static void secretsAreOnServers(DraftItem variable, Problems here) {
        boolean encrypted = isEncrypted(variable);
        if (!encrypted && !isKey(variable)) {
            Texts.printableLines(variable.element(VALUE), "<" + VALUE + ">", here);
        } else if (variable.has(VALUE)) {
            here.add("<value> counts as a secret because of " + variable.element(encrypted ? ENCRYPTED : Variables.TYPE)
                    + ", and stands in the POM, where everybody can read it: remove it, put it into the <password> of a"
                    + " <server> of settings.xml, and name that by <serverId>.");
        }
        for (String secret : NEVER_HERE) {
            if (variable.has(secret)) {
                here.add("<" + secret + "> is a secret and stands in the POM, where everybody can read it: remove it,"
                        + " put it into the <password> of a <server> of settings.xml, and name that by <" + secret
                        + "ServerId>.");
            }
        }
        SERVERS.keySet()
                .forEach(server -> Texts.filledLine(
                        variable.element(server), "name a <server> of settings.xml, or remove the element.", here));
    }

    /** In doubt it is one: what is meant to be a flag or a type may be mistyped. */
    private static boolean isEncrypted(DraftItem variable) {
        return variable.has(ENCRYPTED) && !is(variable, ENCRYPTED, "false");
    }

    private static boolean isKey(DraftItem variable) {
        return variable.element(Variables.TYPE)
                .value()
                .flatMap(type -> NearMiss.of(type, List.of(Variables.SSH_KEY)))
                .isPresent();
    }

    private static boolean is(DraftItem variable, String parameter, String text) {
        return variable.element(parameter).value().map(String::trim).equals(Optional.of(text));
    }

    private static void oneValue(DraftItem variable, Problems here) {
        boolean onServer = variable.has("serverId");
        if (onServer && variable.has(VALUE)) {
            here.add("<value> and " + variable.element("serverId")
                    + " exclude each other: keep <serverId> for a secret," + " <value> for anything else.");
        } else if (!onServer && !variable.has(VALUE)) {
            noValue(variable, here);
        }
        if (onServer && is(variable, ENCRYPTED, "false")) {
            here.add(variable.element("serverId") + " is for a secret, which is always sent encrypted: remove"
                    + " <encrypted>, or write the value into <value>.");
        }
    }

    /** A key that Buddy has, and a file that starts as one of the repository, need none. */
    static boolean needsValue(Predicate<String> has) {
        return !has.test("keyIdentifier") && !has.test("initPath");
    }

    private static void noValue(DraftItem variable, Problems here) {
        if (!needsValue(variable::has)) {
            return;
        }
        here.addRelaxable(
                isEncrypted(variable) || isKey(variable)
                        ? "it has no value: add <serverId>, the id of a <server> of settings.xml whose <password> it is."
                        : "it has no value: add <value>, or, for a secret, <serverId>.");
    }

    private static Item item(DraftItem variable) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (String parameter : variable.parameters()) {
            String text = variable.element(parameter).value().orElse("");
            if (SERVERS.containsKey(parameter)) {
                fields.put(SERVERS.get(parameter), new Value.OnServer(text));
            } else if (FLAGS.contains(parameter)) {
                fields.put(Spelling.key(parameter), new Value.Flag(is(variable, parameter, "true")));
            } else {
                fields.put(Spelling.key(parameter), new Value.Text(text));
            }
        }
        if (variable.has("serverId")) {
            fields.put(ENCRYPTED, new Value.Flag(true));
        }
        return new Item(fields);
    }
}
