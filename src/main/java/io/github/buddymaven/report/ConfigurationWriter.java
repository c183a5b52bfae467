package io.github.buddymaven.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.buddymaven.action.ActionExport;
import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.PushActionConfig;
import io.github.buddymaven.action.PushActionValidator;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.Region;
import io.github.buddymaven.api.RemoteAction;
import io.github.buddymaven.validation.Problems;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;

/**
 * Writes the {@code <configuration>} of an action that Buddy has, ready to be pasted into a POM. Comments say where secrets go, and
 * what no POM can have.
 */
public final class ConfigurationWriter {
    private static final String DEFAULT_SERVER_ID = "buddy";

    /** The names of the elements in a list of texts. */
    private static final Map<String, String> ELEMENTS_OF_LISTS = Map.of(
            "triggerConditionPaths", "path",
            "triggerDays", "day",
            "triggerHours", "hour",
            "triggerConditions", "triggerCondition",
            "variables", "variable");

    private final PomXmlWriter xml;
    private final RemoteAction action;
    private final Set<String> serverElements = Set.copyOf(ActionExport.serverElements());

    private ConfigurationWriter(PomXmlWriter xml, RemoteAction action) {
        this.xml = xml;
        this.action = action;
    }

    /**
     * Returns the XML.
     *
     * @param serverId the server of settings.xml with the token
     * @param registryServerId the id to write for the login of a private registry
     * @param known whether Maven replaces an expression, given its name
     */
    public static String configurationOf(
            RemoteAction action,
            Pipeline pipeline,
            String serverId,
            Optional<String> registryServerId,
            Predicate<String> known) {
        try {
            PomXmlWriter xml = new PomXmlWriter(known, action::containsSecret);
            ConfigurationWriter writer = new ConfigurationWriter(xml, action);
            xml.open("configuration");
            writer.writePlace(pipeline, serverId);
            writer.writeAction(ActionExport.configOf(action.fields(), registryServerId));
            xml.close();
            return xml.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("texts can always be written into memory", e);
        }
    }

    private void writePlace(Pipeline pipeline, String serverId) throws XMLStreamException {
        String api = pipeline.project().api().toString();
        if (!api.equals(Region.US.url())) {
            xml.element("apiUrl", api);
        }
        xml.element("workspace", pipeline.project().workspace());
        xml.element("projectName", pipeline.project().name());
        xml.element("pipelineId", String.valueOf(pipeline.id()));
        if (!serverId.equals(DEFAULT_SERVER_ID)) {
            xml.element("serverId", serverId);
        }
    }

    private void writeAction(PushActionConfig config) throws XMLStreamException {
        Problems problems = new Problems(true);
        PushActionValidator.validate(config, problems);
        if (!problems.warnings().isEmpty()) {
            xml.comment(
                    "Buddy has values that the rules of this version refuse; lenient turns these errors into warnings.");
            xml.element("lenient", "true");
        }
        for (String problem : problems.errors()) {
            xml.comment("Change this here or in Buddy, because lenient does not help: " + PomXmlWriter.escape(problem));
        }
        for (Field field : Field.values()) {
            if (config.has(field)) {
                write(field.parameter(), config.get(field));
            }
        }
    }

    private void write(String name, JsonNode value) throws XMLStreamException {
        if (value.isTextual()) {
            writeCommentOnServer(name, value.textValue());
            xml.element(name, value.textValue());
            return;
        }
        xml.open(name);
        if (value.isArray()) {
            String element = ELEMENTS_OF_LISTS.getOrDefault(name, "value");
            for (JsonNode item : value) {
                write(element, item);
            }
        } else {
            for (Map.Entry<String, JsonNode> child : value.properties()) {
                write(child.getKey(), child.getValue());
            }
        }
        xml.close();
    }

    private void writeCommentOnServer(String name, String id) throws XMLStreamException {
        String server = "settings.xml: <server><id>" + PomXmlWriter.escape(id) + "</id>";
        if (name.equals(Field.REGISTRY_SERVER_ID.parameter())) {
            JsonNode login = action.fields().path(Field.LOGIN.key());
            String user = login.isTextual() && !login.textValue().isEmpty() ? login.textValue() : "USER";
            xml.comment(server + "<username>" + PomXmlWriter.escape(user)
                    + "</username><password>PASSWORD</password></server>");
        } else if (serverElements.contains(name)) {
            xml.comment(server + "<password>SECRET</password></server>");
        }
    }
}
