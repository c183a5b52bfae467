package io.github.buddymaven;

import io.github.buddymaven.check.Unprintable;
import io.github.buddymaven.secret.Secret;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML for a person to paste into a POM, its texts spelled so that the goal reads from there what was given here. */
final class PomXml {
    private final StringWriter written = new StringWriter();
    private final XMLStreamWriter xml;
    private final Function<String, List<String>> replaced;
    private final Predicate<String> secret;
    private int depth;

    /**
     * Begins it.
     *
     * @param replaced what of a text Maven will not leave alone
     * @param secret whether a text is not to be shown
     */
    PomXml(Function<String, List<String>> replaced, Predicate<String> secret) throws XMLStreamException {
        this.replaced = replaced;
        this.secret = secret;
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
    }

    void list(String name, String each, List<String> texts) throws XMLStreamException {
        if (texts.isEmpty()) {
            return;
        }
        open(name);
        for (String one : texts) {
            element(each, one);
        }
        close();
    }

    void open(String name) throws XMLStreamException {
        line();
        xml.writeStartElement(name);
        depth++;
    }

    void close() throws XMLStreamException {
        depth--;
        line();
        xml.writeEndElement();
    }

    void element(String name, String value) throws XMLStreamException {
        if (!value.codePoints().allMatch(PomXml::isXml)) {
            comment("<" + name + "> has a character that XML cannot hold, and is written without it.");
        }
        for (String expression : replaced.apply(value)) {
            comment(
                    "<" + name + "> cannot have " + expression
                            + " in a POM: Maven puts a value of its own in its place. Change it in Buddy, or leave it to Buddy alone.");
        }
        if (secret.test(value)) {
            comment("<" + name + "> has a secret of this build, which is not shown.");
            write(name, Secret.MASK);
        } else {
            write(name, value);
        }
    }

    private void write(String name, String value) throws XMLStreamException {
        line();
        xml.writeStartElement(name);
        if (!value.equals(value.strip())) { // Maven would strip it
            xml.writeAttribute(XMLConstants.XML_NS_PREFIX, XMLConstants.XML_NS_URI, "space", "preserve");
        }
        for (int character :
                WrittenText.escape(value).codePoints().filter(PomXml::isXml).toArray()) {
            character(character);
        }
        xml.writeEndElement();
    }

    /** What a terminal takes for a command, and what a parser makes something else of, goes by its number. */
    private void character(int character) throws XMLStreamException {
        if (Unprintable.is(character) && character != '\n' && character != '\t') {
            xml.writeEntityRef("#" + character);
        } else {
            xml.writeCharacters(Character.toString(character));
        }
    }

    /** Source: the XML 1.0 recommendation, "Characters". */
    private static boolean isXml(int character) {
        return character >= ' '
                ? Character.getType(character) != Character.SURROGATE && character != 0xFFFE && character != 0xFFFF
                : character == '\t' || character == '\n' || character == '\r';
    }

    /** For a comment that holds XML: it is to be pasted into settings.xml as it stands. */
    static String inAComment(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().filter(PomXml::isXml).forEach(character -> {
            switch (character) {
                case '<', '>', '&' -> escaped.append("&#").append(character).append(';');
                default ->
                    escaped.append(Unprintable.is(character) ? "&#" + character + ";" : Character.toString(character));
            }
        });
        return escaped.toString();
    }

    void comment(String words) throws XMLStreamException {
        line();
        String shown = secret.test(words) ? Secret.MASK : words;
        xml.writeComment(" " + shown.replace("--", "-&#45;") + " ");
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** What was written so far. */
    @Override
    public String toString() {
        return written.toString().strip();
    }
}
