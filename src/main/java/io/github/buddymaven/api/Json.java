package io.github.buddymaven.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TreeTraversingParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.function.Predicate;

/**
 * Trees of JSON, read and written by Jackson without its {@code ObjectMapper}: to set that one up takes a cold JVM longer
 * than a whole exchange, and there are no beans here to map.
 */
final class Json {
    /** Buddy nests a few levels deep; what is read has to be bearable for whoever writes it again, a level deeper. */
    private static final int DEEPEST = 100;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    /** The tree; a missing node where there is no JSON at all. */
    static JsonNode read(byte[] bytes) throws IOException {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            return parser.nextToken() == null ? NODES.missingNode() : value(parser);
        }
    }

    /** Whether this is a whole object; nothing of it is kept. */
    static boolean isObject(byte[] bytes) {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    && parser.skipChildren().currentToken() == JsonToken.END_OBJECT;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads the array that an object holds under this key, one element after the other: all at once would take many times
     * the room of their text.
     *
     * @param take tells whether an element is of use
     * @return whether there is such an array, all of whose elements are of use; null is as good as an empty one
     */
    static boolean elements(byte[] bytes, String key, Predicate<JsonNode> take) throws IOException {
        boolean found = false;
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(key);
                JsonToken value = parser.nextToken();
                if (wanted && value == JsonToken.START_ARRAY) {
                    found = true;
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        if (!take.test(value(parser))) {
                            return false;
                        }
                    }
                } else {
                    found |= wanted && value == JsonToken.VALUE_NULL;
                    parser.skipChildren();
                }
            }
        }
        return found;
    }

    /** The value at the parser's token. */
    private static JsonNode value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            default -> NODES.nullNode();
        };
    }

    private static JsonNode object(JsonParser parser) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            object.set(key, value(parser));
        }
        return object;
    }

    private static JsonNode array(JsonParser parser) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private static JsonNode whole(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    /** An exponent may be larger than any that Java counts with; nobody counts with it here. */
    private static JsonNode decimal(JsonParser parser) throws IOException {
        try {
            return NODES.numberNode(parser.getDecimalValue());
        } catch (NumberFormatException e) {
            return NODES.textNode(parser.getText());
        }
    }

    static byte[] bytes(JsonNode json) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            write(json, FACTORY.createGenerator(bytes));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("a tree of plain nodes can always be written into memory", e);
        }
    }

    /** The JSON for a person to read, the same on every system. */
    static String readable(JsonNode json) {
        try {
            StringWriter text = new StringWriter();
            JsonGenerator generator = FACTORY.createGenerator(text);
            DefaultIndenter twoSpaces = new DefaultIndenter("  ", "\n");
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
            printer.indentObjectsWith(twoSpaces);
            printer.indentArraysWith(twoSpaces);
            generator.setPrettyPrinter(printer);
            write(json, generator);
            return text.toString();
        } catch (IOException e) {
            throw new IllegalStateException("a tree of plain nodes can always be written into memory", e);
        }
    }

    private static void write(JsonNode json, JsonGenerator to) throws IOException {
        try (to;
                JsonParser tree = new TreeTraversingParser(json)) {
            tree.nextToken();
            to.copyCurrentStructure(tree);
        }
    }
}
