package io.github.buddymaven;

import io.github.buddymaven.action.DraftItem;
import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.PushActionDraft;
import io.github.buddymaven.action.Value;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.check.Problems;
import io.github.buddymaven.check.Unprintable;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** The {@code <configuration>} of a draft, as it is pasted into a POM; comments say where secrets go. */
final class ConfigurationXml {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private int depth;

    private ConfigurationXml() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    /**
     * Writes it.
     *
     * @param existing what the action has, for the comments
     */
    static String of(Where where, Pipeline pipeline, PushActionDraft draft, Map<Field, Value> existing) {
        try {
            ConfigurationXml configuration = new ConfigurationXml();
            configuration.open("configuration");
            configuration.where(where, pipeline);
            configuration.action(draft, existing);
            configuration.close();
            return configuration.text.toString().strip();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("texts can always be written into memory", e);
        }
    }

    private void where(Where where, Pipeline pipeline) throws XMLStreamException {
        String api = pipeline.project().api().toString();
        if (!api.equals("https://api.buddy.works")) {
            element("apiUrl", api);
        }
        element("workspace", pipeline.project().workspace());
        element("projectName", pipeline.project().name());
        element("pipelineId", String.valueOf(pipeline.id()));
        if (!where.serverId().equals("buddy")) {
            element("serverId", where.serverId());
        }
    }

    private void action(PushActionDraft draft, Map<Field, Value> existing) throws XMLStreamException {
        Problems problems = new Problems(false);
        if (draft.check(problems).isEmpty() || !problems.isEmpty()) {
            comment("Buddy has values that the rules of this version refuse; lenient turns the rules into warnings.");
            element("lenient", "true");
        }
        for (Field field : Field.values()) {
            Optional<String> value = draft.text(field);
            if (value.isPresent()) {
                element(field.parameter(), value.get());
            }
            switch (field) {
                case LOGIN -> registryServer(draft.registryServerId().value(), existing.get(Field.LOGIN));
                case INTEGRATION -> integration(draft);
                case LOOP -> list(field.parameter(), "value", draft.loop());
                case TRIGGER_CONDITIONS -> items(field, "triggerCondition", draft);
                case VARIABLES -> items(field, "variable", draft);
                default -> {}
            }
        }
    }

    private void registryServer(Optional<String> id, @Nullable Value login) throws XMLStreamException {
        if (id.isPresent()) {
            comment("settings.xml: <server><id>" + escaped(id.get()) + "</id><username>"
                    + (login == null ? "USER" : escaped(login.shown()))
                    + "</username><password>PASSWORD</password></server>");
            element("registryServerId", id.get());
        }
    }

    /** For a comment that holds XML: it is to be pasted into settings.xml as it stands. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().filter(ConfigurationXml::isXml).forEach(character -> {
            switch (character) {
                case '<', '>', '&' -> escaped.append("&#").append(character).append(';');
                default ->
                    escaped.append(Unprintable.is(character) ? "&#" + character + ";" : Character.toString(character));
            }
        });
        return escaped.toString();
    }

    private void integration(PushActionDraft draft) throws XMLStreamException {
        if (draft.hashId().value().isPresent()) {
            element("integration", draft.hashId().value().get());
        }
        if (draft.identifier().value().isPresent()) {
            open("integration");
            element("identifier", draft.identifier().value().get());
            close();
        }
    }

    private void items(Field field, String each, PushActionDraft draft) throws XMLStreamException {
        if (draft.items(field).isEmpty()) {
            return;
        }
        open(field.parameter());
        for (DraftItem item : draft.items(field)) {
            open(each);
            for (Map.Entry<String, List<String>> element : item.texts().entrySet()) {
                item(element.getKey(), element.getValue());
            }
            close();
        }
        close();
    }

    private void item(String name, List<String> texts) throws XMLStreamException {
        switch (name) {
            case "serverId", "passwordServerId", "passphraseServerId" -> {
                comment("settings.xml: <server><id>" + escaped(texts.get(0))
                        + "</id><password>SECRET</password></server>");
                element(name, texts.get(0));
            }
            case "triggerConditionPaths" -> list(name, "path", texts);
            case "triggerDays" -> list(name, "day", texts);
            case "triggerHours" -> list(name, "hour", texts);
            default -> element(name, texts.get(0));
        }
    }

    private void list(String name, String each, List<String> texts) throws XMLStreamException {
        if (texts.isEmpty()) {
            return;
        }
        open(name);
        for (String one : texts) {
            element(each, one);
        }
        close();
    }

    private void open(String name) throws XMLStreamException {
        line();
        xml.writeStartElement(name);
        depth++;
    }

    private void close() throws XMLStreamException {
        depth--;
        line();
        xml.writeEndElement();
    }

    private void element(String name, String value) throws XMLStreamException {
        if (!value.codePoints().allMatch(ConfigurationXml::isXml)) {
            comment("<" + name + "> has a character that XML cannot hold, and is written without it.");
        }
        line();
        xml.writeStartElement(name);
        if (!value.equals(value.strip())) { // Maven would strip it
            xml.writeAttribute(XMLConstants.XML_NS_PREFIX, XMLConstants.XML_NS_URI, "space", "preserve");
        }
        for (int character : WrittenText.escape(value)
                .codePoints()
                .filter(ConfigurationXml::isXml)
                .toArray()) {
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

    private void comment(String words) throws XMLStreamException {
        line();
        xml.writeComment(" " + words.replace("--", "-&#45;") + " ");
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
