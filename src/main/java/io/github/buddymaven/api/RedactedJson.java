package io.github.buddymaven.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.buddymaven.action.SecretNode;
import io.github.buddymaven.secret.Redactor;

/** Removes the secrets of this build from what Buddy answered; a key or a number may be one, too. */
final class RedactedJson {
    private RedactedJson() {}

    static JsonNode of(JsonNode value, Redactor redactor) {
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(field -> object.set(redactor.redact(field.getKey()), of(field.getValue(), redactor)));
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
}
