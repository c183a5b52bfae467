package io.github.buddymaven.action;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.github.buddymaven.check.Element;
import io.github.buddymaven.secret.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The variables of an action.
 *
 * @param variables each with another {@code key}; their order does not matter
 */
public record Variables(List<Item> variables) implements Value {
    public static final String KEY = "key";
    public static final String VALUE = "value";
    public static final String ENCRYPTED = "encrypted";
    static final String TYPE = "type";
    static final String SSH_KEY = "SSH_KEY";

    private static final List<String> PLAIN_KEYS =
            VariableRules.PLAIN.stream().map(Spelling::key).toList();

    private static final Set<String> ALWAYS_SECRET = Set.of("password", "passphrase");
    private static final Set<String> SECRET_WITH_VALUE = Set.of(VALUE, "password", "passphrase");

    public Variables {
        variables = List.copyOf(variables);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Variables same && Set.copyOf(same.variables).equals(Set.copyOf(variables));
    }

    @Override
    public int hashCode() {
        return Set.copyOf(variables).hashCode();
    }

    /** What the POM does not say of a variable is left alone; that there is a variable more or less is not. */
    @Override
    public boolean isKeptBy(Optional<Value> existing) {
        if (existing.isEmpty()) {
            return variables.isEmpty();
        }
        if (!(existing.get() instanceof Variables other) || other.variables.size() != variables.size()) {
            return false;
        }
        Map<String, Item> byKey = other.byKey();
        return variables.stream().allMatch(wanted -> Optional.ofNullable(byKey.get(wanted.text(KEY)))
                .filter(found -> isKept(wanted, found))
                .isPresent());
    }

    @Override
    public Value newTo(Value existing) {
        return existing instanceof Variables other ? differing(other, (here, there) -> isKept(here, there)) : this;
    }

    @Override
    public Value changeOf(Value existing) {
        return existing instanceof Variables other
                ? other.differing(this, (here, there) -> isKept(there, here))
                : existing;
    }

    private Variables differing(Variables other, BiPredicate<Item, Item> isKept) {
        Map<String, Item> byKey = other.byKey();
        return new Variables(variables.stream()
                .filter(here -> Optional.ofNullable(byKey.get(here.text(KEY)))
                        .filter(there -> isKept.test(here, there))
                        .isEmpty())
                .toList());
    }

    private Map<String, Item> byKey() {
        return variables.stream().collect(toMap(variable -> variable.text(KEY), identity(), (first, second) -> first));
    }

    /** A value that becomes a secret was one before, in clear. */
    @Override
    public Value hiding(Value existing) {
        if (!(existing instanceof Variables other)) {
            return existing;
        }
        Map<String, Item> byKey = byKey();
        return new Variables(other.variables.stream()
                .map(variable -> hidden(variable, Optional.ofNullable(byKey.get(variable.text(KEY)))))
                .toList());
    }

    private static Item hidden(Item existing, Optional<Item> wanted) {
        Map<String, Value> fields = new LinkedHashMap<>(existing.fields());
        fields.replaceAll((key, value) -> wanted.flatMap(variable -> variable.get(key))
                        .filter(Value::isSecret)
                        .isPresent()
                ? new Password(Secret.of(value.shown()))
                : value);
        return new Item(fields);
    }

    /** Buddy may take the list that is sent for all that there is to say of its variables. */
    @Override
    public Value completedBy(Value existing) {
        if (!(existing instanceof Variables other)) {
            return this;
        }
        Map<String, Item> byKey = other.byKey();
        return new Variables(variables.stream()
                .map(wanted -> Optional.ofNullable(byKey.get(wanted.text(KEY)))
                        .map(found -> wanted.completedBy(found, PLAIN_KEYS))
                        .orElse(wanted))
                .toList());
    }

    private static boolean isKept(Item wanted, Item existing) {
        return wanted.fields().entrySet().stream().allMatch(field -> {
            Optional<Value> found = existing.get(field.getKey());
            return field.getValue().isKeptBy(found)
                    || (found.isEmpty() && isByDefault(field.getKey(), field.getValue()));
        });
    }

    /** Whether Buddy takes this value where the key is left out. */
    static boolean isByDefault(String key, Value value) {
        return value.equals(new Flag(false)) || (key.equals(TYPE) && value.equals(new Text("VAR")));
    }

    @Override
    public boolean isSecret() {
        return variables.stream()
                .anyMatch(variable -> variable.fields().values().stream().anyMatch(Value::isSecret));
    }

    private static boolean isEncrypted(Item variable) {
        return !Set.of("", "false").contains(variable.text(ENCRYPTED));
    }

    /** The keys of the values that the POM takes from servers, by the keys of their variables. */
    Map<String, Set<String>> secrets() {
        return variables.stream()
                .collect(toMap(variable -> variable.text(KEY), Variables::hidden, (first, second) -> first));
    }

    private static Set<String> hidden(Item variable) {
        return variable.fields().entrySet().stream()
                .filter(field -> field.getValue().isSecret())
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    /** The keys of a variable whose values are secrets: its value is one where it may be encrypted, or a private key. */
    public static Set<String> secretKeys(Item variable) {
        return isEncrypted(variable) || variable.text(TYPE).equals(SSH_KEY) ? SECRET_WITH_VALUE : ALWAYS_SECRET;
    }

    /** The servers of settings.xml that hold values of theirs, each with the element that names it. */
    Map<String, String> servers() {
        Map<String, String> servers = new TreeMap<>();
        for (Item variable : variables) {
            variable.fields().forEach((key, value) -> {
                if (value instanceof OnServer server) {
                    Element element = Element.of(VariableRules.serverElement(key), server.serverId());
                    servers.putIfAbsent(
                            server.serverId(), element + " of variable '" + Element.shown(variable.text(KEY)) + "'");
                }
            });
        }
        return servers;
    }

    /** The same with the secrets that stand on servers. */
    Variables with(Map<String, Secret> secrets) {
        return new Variables(
                variables.stream().map(variable -> with(variable, secrets)).toList());
    }

    private static Item with(Item variable, Map<String, Secret> secrets) {
        Map<String, Value> fields = new LinkedHashMap<>(variable.fields());
        fields.replaceAll((key, value) -> value instanceof OnServer server
                ? new Password(secrets.getOrDefault(server.serverId(), Secret.of(Secret.MASK)))
                : value);
        return new Item(fields);
    }

    @Override
    public String shown() {
        return variables.stream().map(Variables::shown).collect(joining(", "));
    }

    private static String shown(Item variable) {
        String value =
                variable.text(KEY) + "=" + (secretKeys(variable).contains(VALUE) ? Secret.MASK : variable.text(VALUE));
        Stream<String> plain = PLAIN_KEYS.stream().filter(key -> variable.get(key)
                .filter(found -> !isByDefault(key, found))
                .isPresent());
        String rest = Stream.concat(isEncrypted(variable) ? Stream.of(ENCRYPTED) : Stream.empty(), plain)
                .map(key -> Spelling.parameter(key) + " " + variable.text(key))
                .collect(joining(", "));
        return rest.isEmpty() ? value : value + " (" + rest + ")";
    }
}
