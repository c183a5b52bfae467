package io.github.buddymaven;

import io.github.buddymaven.action.DraftItem;
import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.PushActionDraft;
import io.github.buddymaven.action.Value;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.RemoteAction;
import io.github.buddymaven.check.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The {@code <configuration>} of a draft, as it is pasted into a POM; comments say where secrets go. */
final class ConfigurationXml {
    private final PomXml xml;

    private ConfigurationXml(PomXml xml) {
        this.xml = xml;
    }

    /**
     * Writes it.
     *
     * @param existing the action
     * @param replaced what of a text Maven will not leave alone
     */
    static String of(
            Where where,
            Pipeline pipeline,
            PushActionDraft draft,
            RemoteAction existing,
            Function<String, List<String>> replaced) {
        try {
            PomXml xml = new PomXml(replaced, existing::holdsSecret);
            ConfigurationXml configuration = new ConfigurationXml(xml);
            xml.open("configuration");
            configuration.where(where, pipeline);
            configuration.action(draft, existing.fields());
            xml.close();
            return xml.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("texts can always be written into memory", e);
        }
    }

    private void where(Where where, Pipeline pipeline) throws XMLStreamException {
        String api = pipeline.project().api().toString();
        if (!api.equals("https://api.buddy.works")) {
            xml.element("apiUrl", api);
        }
        xml.element("workspace", pipeline.project().workspace());
        xml.element("projectName", pipeline.project().name());
        xml.element("pipelineId", String.valueOf(pipeline.id()));
        if (!where.serverId().equals("buddy")) {
            xml.element("serverId", where.serverId());
        }
    }

    private void action(PushActionDraft draft, Map<Field, Value> existing) throws XMLStreamException {
        Problems problems = new Problems(true);
        draft.check(problems);
        if (!problems.warnings().isEmpty()) {
            xml.comment(
                    "Buddy has values that the rules of this version refuse; lenient turns the rules into warnings.");
            xml.element("lenient", "true");
        }
        for (String problem : problems.errors()) {
            xml.comment("To be changed here or in Buddy, lenient does not help: " + PomXml.inAComment(problem));
        }
        for (Field field : Field.values()) {
            Optional<String> value = draft.text(field);
            if (value.isPresent()) {
                xml.element(field.parameter(), value.get());
            }
            switch (field) {
                case LOGIN -> registryServer(draft.registryServerId().value(), existing.get(Field.LOGIN));
                case INTEGRATION -> integration(draft);
                case LOOP -> xml.list(field.parameter(), "value", draft.loop());
                case TRIGGER_CONDITIONS -> items(field, "triggerCondition", draft);
                case VARIABLES -> items(field, "variable", draft);
                default -> {}
            }
        }
    }

    private void registryServer(Optional<String> id, @Nullable Value login) throws XMLStreamException {
        if (id.isPresent()) {
            xml.comment("settings.xml: <server><id>" + PomXml.inAComment(id.get()) + "</id><username>"
                    + (login == null ? "USER" : PomXml.inAComment(login.shown()))
                    + "</username><password>PASSWORD</password></server>");
            xml.element("registryServerId", id.get());
        }
    }

    private void integration(PushActionDraft draft) throws XMLStreamException {
        if (draft.hashId().value().isPresent()) {
            xml.element("integration", draft.hashId().value().get());
        }
        if (draft.identifier().value().isPresent()) {
            xml.open("integration");
            xml.element("identifier", draft.identifier().value().get());
            xml.close();
        }
    }

    private void items(Field field, String each, PushActionDraft draft) throws XMLStreamException {
        if (draft.items(field).isEmpty()) {
            return;
        }
        xml.open(field.parameter());
        for (DraftItem item : draft.items(field)) {
            xml.open(each);
            for (Map.Entry<String, List<String>> element : item.texts().entrySet()) {
                item(element.getKey(), element.getValue());
            }
            xml.close();
        }
        xml.close();
    }

    private void item(String name, List<String> texts) throws XMLStreamException {
        switch (name) {
            case "serverId", "passwordServerId", "passphraseServerId" -> {
                xml.comment("settings.xml: <server><id>" + PomXml.inAComment(texts.get(0))
                        + "</id><password>SECRET</password></server>");
                xml.element(name, texts.get(0));
            }
            case "triggerConditionPaths" -> xml.list(name, "path", texts);
            case "triggerDays" -> xml.list(name, "day", texts);
            case "triggerHours" -> xml.list(name, "hour", texts);
            default -> xml.element(name, texts.get(0));
        }
    }
}
