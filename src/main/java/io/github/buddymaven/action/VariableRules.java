package io.github.buddymaven.action;

import static io.github.buddymaven.action.Variables.ENCRYPTED;
import static io.github.buddymaven.action.Variables.KEY;
import static io.github.buddymaven.action.Variables.VALUE;

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

/**
 * Each variable has a key of its own and one value; a secret one stands in settings.xml. Source: buddy.works/docs/api,
 * "Add an action", {@code variables}.
 */
final class VariableRules {
    /** The elements that name a {@code <server>}, each with the key that its password is sent as. */
    private static final Map<String, String> SERVERS =
            Map.of("serverId", VALUE, "passwordServerId", "password", "passphraseServerId", "passphrase");

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

    static final List<String> NEVER_HERE = List.of("password", "passphrase");
    private static final Set<String> FLAGS = Set.of(ENCRYPTED, "settable", "runOnlySettable");
    private static final List<String> TYPES = List.of("VAR", "FILE", Variables.SSH_KEY);
    private static final List<String> PLACES = List.of("NONE", "CONTAINER");

    private final List<DraftItem> variables;
    private final Problems problems;

    VariableRules(List<DraftItem> variables, Problems problems) {
        this.variables = variables;
        this.problems = problems;
    }

    Variables check() {
        List<Item> checked = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int index = 0; index < variables.size(); index++) {
            DraftItem variable = variables.get(index);
            Problems here = problems.in("Variable " + (index + 1) + " of <variables>");
            check(variable, here);
            Element key = variable.element(KEY);
            if (key.value().isPresent() && !keys.add(key.value().get())) {
                here.add(key + " is there twice: remove one of the two, or give it another key.");
            }
            checked.add(item(variable));
        }
        return new Variables(checked);
    }

    private static void check(DraftItem variable, Problems here) {
        Texts.required(variable.element(KEY), "write the name of the variable.", here);
        variable.parameters().stream()
                .filter(parameter -> !parameter.equals(KEY) && !parameter.equals(VALUE))
                .filter(parameter -> !NEVER_HERE.contains(parameter))
                .forEach(parameter -> Texts.printable(variable.element(parameter), here));
        FLAGS.forEach(flag -> Flag.read(variable.element(flag), here));
        typeIsNoSlip(variable.element(Variables.TYPE), here);
        Choice.check(variable.element("filePlace"), PLACES, here);
        secretsAreOnServers(variable, here);
        oneValue(variable, here);
    }

    /** Buddy has more types than its documentation lists: only what looks like a slip is one. */
    private static void typeIsNoSlip(Element type, Problems here) {
        type.value().filter(value -> !TYPES.contains(value)).ifPresent(value -> NearMiss.of(value, TYPES)
                .ifPresent(near -> here.addRelaxable(type + " is not known, did you mean " + near + "?")));
    }

    /** What is wrong with a secret never shows it. */
    private static void secretsAreOnServers(DraftItem variable, Problems here) {
        Element value = variable.element(VALUE);
        boolean encrypted = is(variable, ENCRYPTED, "true");
        boolean key = is(variable, Variables.TYPE, Variables.SSH_KEY);
        if (!encrypted && !key) {
            Texts.printableLines(value, here);
        } else if (value.value().isPresent()) {
            here.add("<value> is a secret, since " + (encrypted ? "<encrypted> is true" : "<type> is SSH_KEY")
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
                .forEach(server -> Texts.filled(
                        variable.element(server), "name a <server> of settings.xml, or remove the element.", here));
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
            here.addRelaxable("it has no value: add <value>, or, for a secret, <serverId>.");
        }
        if (onServer && is(variable, ENCRYPTED, "false")) {
            here.add(variable.element("serverId") + " is for a secret, which is always sent encrypted: remove"
                    + " <encrypted>, or write the value into <value>.");
        }
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
