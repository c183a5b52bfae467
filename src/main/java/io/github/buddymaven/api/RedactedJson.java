package io.github.buddymaven.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.buddymaven.action.SecretNode;
import io.github.buddymaven.secret.Redactor;
import io.github.buddymaven.validation.ControlCharacters;
import java.util.Map;
import java.util.Optional;

/**
 * Removes the secrets of this build from what Buddy answered; a key or a number may be one, too. With a mask in it, an id or an
 * address would be wrong, so that it is left out.
 */
final class RedactedJson {
    private RedactedJson() {}

    static JsonNode of(JsonNode value, Redactor redactor) {
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(field -> {
                JsonNode clean = isNumber(field)
                                && !redactor.containsToken(field.getValue().asText())
                        ? field.getValue()
                        : of(field.getValue(), redactor);
                if (clean.equals(field.getValue()) || !isReference(field.getKey())) {
                    object.set(redactor.redact(field.getKey()), clean);
                }
            });
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> array.add(of(element, redactor)));
            return array;
        }
        if (value.isPojo()) {
            return SecretNode.mask(value);
        }
        String clean = redactor.redact(value.asText());
        return clean.equals(value.asText()) ? value : TextNode.valueOf(clean);
    }

    /** Returns an address to show: as it is or not at all, because with a mask in it, it would lead nowhere. */
    static Optional<String> address(String address, Redactor redactor) {
        boolean isSafe = ControlCharacters.escape(address).equals(address) && !redactor.containsSecret(address);
        return isSafe && !address.isEmpty() ? Optional.of(address) : Optional.empty();
    }

    /** Buddy counts its objects, so that an id tells nothing of another secret that happens to be the same number. */
    private static boolean isNumber(Map.Entry<String, JsonNode> field) {
        return isReference(field.getKey()) && field.getValue().isIntegralNumber();
    }

    private static boolean isReference(String key) {
        return key.equals("id") || key.endsWith("_id") || key.equals("url") || key.endsWith("_url");
    }
}
