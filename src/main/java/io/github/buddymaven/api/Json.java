package io.github.buddymaven.api;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import io.github.buddymaven.action.SecretNode;
import io.github.buddymaven.validation.ControlCharacters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.stream.Collectors;

/**
 * Parses and writes JSON as trees of Jackson. Does without Jackson's {@code ObjectMapper}, since to set that up takes a cold JVM
 * longer than a whole exchange with Buddy, and there are no beans here to map.
 */
public final class Json {
    /** Buddy nests a few levels deep; deeper documents would overflow the stack of whoever walks through them. */
    private static final int MAX_DEPTH = 100;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    /** Parses a document; returns a missing node if there is none. */
    public static JsonNode read(byte[] bytes) throws IOException {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            return parser.nextToken() == null ? NODES.missingNode() : value(parser);
        }
    }

    /** Parses the value at the parser's token. */
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

    /** An exponent may be larger than Java can take; such a number is only shown here. */
    private static JsonNode decimal(JsonParser parser) throws IOException {
        try {
            return NODES.numberNode(parser.getDecimalValue());
        } catch (NumberFormatException e) {
            return NODES.textNode(parser.getText());
        }
    }

    /** Writes a tree for the wire, its secrets in clear. */
    static byte[] bytes(JsonNode json) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            write(SecretNode.reveal(json), FACTORY.createGenerator(bytes));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("a tree of plain nodes can always be written into memory", e);
        }
    }

    /** Writes a tree for a person to read, its secrets masked; the same on every system. */
    public static String readable(JsonNode json) {
        try {
            StringWriter text = new StringWriter();
            JsonGenerator generator = FACTORY.createGenerator(text);
            DefaultIndenter twoSpaces = new DefaultIndenter("  ", "\n");
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
            printer.indentObjectsWith(twoSpaces);
            printer.indentArraysWith(twoSpaces);
            generator.setPrettyPrinter(printer);
            write(SecretNode.mask(json), generator);
            return safe(text.toString());
        } catch (IOException e) {
            throw new IllegalStateException("a tree of plain nodes can always be written into memory", e);
        }
    }

    /** Jackson leaves marks for right-to-left and some control characters as they are. */
    private static String safe(String json) {
        return json.lines().map(ControlCharacters::escape).collect(Collectors.joining("\n"));
    }

    /** Reads and writes a small document: the first use of Jackson is mostly the loading of its classes. */
    public static void warmUp() throws IOException {
        bytes(read("{\"actions\":[{\"id\":1,\"name\":\"Push\",\"disabled\":false}]}".getBytes(UTF_8)));
    }

    private static void write(JsonNode json, JsonGenerator to) throws IOException {
        try (to;
                JsonParser tree = new TreeTraversingParser(json)) {
            tree.nextToken();
            to.copyCurrentStructure(tree);
        }
    }
}
