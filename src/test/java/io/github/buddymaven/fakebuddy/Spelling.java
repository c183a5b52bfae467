package io.github.buddymaven.fakebuddy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** How a server may change a text when it stores it; for {@link FakeBuddy#stores}. */
public final class Spelling {

    private Spelling() {}

    public static UnaryOperator<JsonNode> trimmed() {
        return text(String::strip);
    }

    public static UnaryOperator<JsonNode> cutTo(int length) {
        return text(text -> text.substring(0, Math.min(length, text.length())));
    }

    public static UnaryOperator<JsonNode> lowerCased() {
        return text(text -> text.toLowerCase(Locale.ROOT));
    }

    public static UnaryOperator<JsonNode> htmlEscaped() {
        return text(text -> text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;"));
    }

    /** Puts letter and accent into one character (Unicode's form NFC). */
    public static UnaryOperator<JsonNode> composed() {
        return text(text -> Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    private static UnaryOperator<JsonNode> text(UnaryOperator<String> change) {
        return value -> value.isTextual() ? TextNode.valueOf(change.apply(value.textValue())) : value;
    }
}
