package io.github.buddymaven.report;

import io.github.buddymaven.secret.Secret;
import io.github.buddymaven.validation.ControlCharacters;
import io.github.buddymaven.validation.UnresolvedExpressions;
import java.io.StringWriter;
import java.util.function.Predicate;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML for a POM, in which every text is spelled so that Maven reads from it what was given here. */
final class PomXmlWriter {
    private final StringWriter written = new StringWriter();
    private final XMLStreamWriter xml;
    private final Predicate<String> known;
    private final Predicate<String> secret;
    private int depth;

    /**
     * Begins a document.
     *
     * @param known whether Maven replaces an expression, given its name
     * @param secret whether a text must not be shown
     */
    PomXmlWriter(Predicate<String> known, Predicate<String> secret) throws XMLStreamException {
        this.known = known;
        this.secret = secret;
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
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
        if (!value.codePoints().allMatch(PomXmlWriter::isXml)) {
            comment("<" + name + "> has a character that XML cannot contain, and is written without it.");
        }
        for (String expression : UnresolvedExpressions.namesIn(value)) {
            if (known.test(expression) || UnresolvedExpressions.isBuddyVariable(expression)) {
                comment("<" + name + "> cannot have ${" + expression
                        + "} in a POM, because Maven puts a value of its own in"
                        + " its place. Change it in Buddy, or leave the element out.");
            }
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
                escapeForMaven(value).codePoints().filter(PomXmlWriter::isXml).toArray()) {
            writeCharacter(character);
        }
        xml.writeEndElement();
    }

    /** Maven reads <code>$${name}</code> as <code>${name}</code>, and {@code $$} in other texts as {@code $}. */
    private static String escapeForMaven(String text) {
        if (text.contains("${")) {
            return text.replace("${", "$${");
        }
        StringBuilder escaped = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            boolean twice = text.charAt(at) == '$'
                    && ((at > 0 && text.charAt(at - 1) == '$')
                            || (at + 1 < text.length() && text.charAt(at + 1) == '$'));
            escaped.append(text.charAt(at)).append(twice ? "$" : "");
        }
        return escaped.toString();
    }

    /** Writes what a terminal takes for a command, or a parser for something else, by its number. */
    private void writeCharacter(int character) throws XMLStreamException {
        if (ControlCharacters.isUnsafeToPrint(character) && character != '\n' && character != '\t') {
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

    /** Escapes a text for XML in a comment, which the user pastes elsewhere as it is. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().filter(PomXmlWriter::isXml).forEach(character -> {
            boolean markup = character == '<' || character == '>' || character == '&';
            if (markup || ControlCharacters.isUnsafeToPrint(character)) {
                escaped.append("&#").append(character).append(';');
            } else {
                escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }

    void comment(String text) throws XMLStreamException {
        line();
        String shown = secret.test(text) ? Secret.MASK : text;
        xml.writeComment(" " + shown.replace("--", "-&#45;") + " ");
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** Returns what was written so far. */
    @Override
    public String toString() {
        return written.toString().strip();
    }
}
