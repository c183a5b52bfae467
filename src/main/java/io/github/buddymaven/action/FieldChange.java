package io.github.buddymaven.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.secret.Secret;
import io.github.buddymaven.validation.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A field that differs between Buddy and the POM.
 *
 * @param field the field
 * @param actual what Buddy has; a missing node if it has nothing
 * @param desired what the POM has
 * @param before of what Buddy has, the part to show: in a list, only what differs
 * @param after of what the POM has, the part to show
 */
public record FieldChange(Field field, JsonNode actual, JsonNode desired, JsonNode before, JsonNode after) {
    private static final String NONE = "(none)";

    /**
     * Returns one line for a person: {@code dockerImageTag: 1.0 -> 1.1}, with secrets masked.
     *
     * @param redact removes known secrets from what Buddy has
     */
    public String display(UnaryOperator<String> redact) {
        return line("%s: %s -> %s", redact);
    }

    /** Returns the line for a value that Buddy stored instead of the one sent. */
    public String displayStored(UnaryOperator<String> redact) {
        return line("%s: %s stored, %s sent", redact);
    }

    private String line(String format, UnaryOperator<String> redact) {
        String old = text(before);
        String now = text(after);
        boolean looksTheSame = old.isEmpty() && now.isEmpty();
        return String.format(
                format,
                field.parameter(),
                displayOrNone(redact.apply(looksTheSame ? text(actual) : old)),
                displayOrNone(looksTheSame ? text(desired) : now));
    }

    private static String displayOrNone(String text) {
        return text.isEmpty() ? NONE : Parameter.display(text);
    }

    private String text(JsonNode value) {
        return switch (field.type()) {
            case ITEMS -> field == Field.VARIABLES ? variables(value) : conditions(value);
            case INTEGRATION -> join(value, " ");
            default -> join(value, ", ");
        };
    }

    private static String join(JsonNode value, String separator) {
        if (SecretNode.is(value)) {
            return Secret.MASK;
        }
        if (!value.isContainerNode()) {
            return value.isNull() ? "" : value.asText();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : value) {
            String text = join(element, ", ");
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return String.join(separator, texts);
    }

    private static String conditions(JsonNode conditions) {
        List<String> texts = new ArrayList<>();
        for (JsonNode condition : conditions) {
            texts.add(join(condition, " "));
        }
        return String.join("; ", texts);
    }

    private static String variables(JsonNode variables) {
        List<String> texts = new ArrayList<>();
        for (JsonNode variable : variables) {
            texts.add(variable instanceof ObjectNode object ? variable(object) : join(variable, ", "));
        }
        return String.join(", ", texts);
    }

    private static String variable(ObjectNode variable) {
        boolean secret = SecretNode.hasSecretValue(variable);
        String value = variable.path(VariableValidator.KEY).asText() + "="
                + (secret ? Secret.MASK : join(variable.path(VariableValidator.VALUE), ", "));
        List<String> details = new ArrayList<>();
        for (String name : VariableValidator.DETAILS) {
            String key = Field.keyOf(name);
            JsonNode detail = variable.path(key);
            boolean plain =
                    key.equals(VariableValidator.ENCRYPTED) && detail.asText().equals("false");
            if (!plain && !ActionDiff.isEmpty(detail) && !ActionDiff.isVariableDefault(key, detail)) {
                details.add(name + " " + join(detail, ", "));
            }
        }
        return details.isEmpty() ? value : value + " (" + String.join(", ", details) + ")";
    }

    @Override
    public String toString() {
        return display(text -> text);
    }
}
