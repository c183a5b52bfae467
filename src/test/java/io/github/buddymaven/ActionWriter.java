package io.github.buddymaven;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategy;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Writes an action that a test has made up, a record with Maven's names, as a POM and Buddy spell it. */
final class ActionWriter {
    private static final ObjectMapper POM = mapper(PropertyNamingStrategies.LOWER_CAMEL_CASE);
    private static final ObjectMapper BUDDY = mapper(PropertyNamingStrategies.SNAKE_CASE);

    private ActionWriter() {}

    /** Returns the elements of a {@code <configuration>}; what is null has none. */
    static String xml(Record action) {
        return elements(POM.valueToTree(action));
    }

    /** Returns the fields of Buddy's JSON; what is null has none. */
    static ObjectNode json(Record action) {
        ObjectNode json = BUDDY.valueToTree(action);
        json.properties().removeIf(field -> field.getValue().isNull());
        return json;
    }

    private static String elements(JsonNode value) {
        StringBuilder xml = new StringBuilder();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            xml.append(element(field.getKey(), field.getValue()));
        }
        for (JsonNode item : value.isArray() ? value : POM.createArrayNode()) {
            xml.append(element("item", item));
        }
        return xml.append(value.asText()).toString();
    }

    private static String element(String name, JsonNode value) {
        return value.isNull() ? "" : "<" + name + ">" + elements(value) + "</" + name + ">";
    }

    private static ObjectMapper mapper(PropertyNamingStrategy names) {
        return JsonMapper.builder().propertyNamingStrategy(names).build();
    }
}
