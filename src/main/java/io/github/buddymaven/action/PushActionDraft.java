package io.github.buddymaven.action;

import io.github.buddymaven.check.Element;
import io.github.buddymaven.check.Problems;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A push action as a POM spells it, before anybody has looked whether it keeps the rules. */
public final class PushActionDraft {
    private final Map<Field, String> texts = new EnumMap<>(Field.class);
    private final Map<Field, List<DraftItem>> items = new EnumMap<>(Field.class);
    private List<String> loop = List.of();
    private Element hashId = Element.of("hashId", null);
    private Element identifier = Element.of("identifier", null);
    private Optional<String> registryServerId = Optional.empty();
    private Optional<String> afterActionName = Optional.empty();

    /**
     * What a POM would have to say, for an action to be like one that is there already.
     *
     * @param registryServerId the server of settings.xml with the login of its registry, where it has one
     */
    public static PushActionDraft of(Map<Field, Value> existing, Optional<String> registryServerId) {
        return ExportedDraft.of(existing, registryServerId);
    }

    /**
     * Adds what the POM says of a field.
     *
     * @param text null where the POM says nothing
     */
    public PushActionDraft text(Field field, @Nullable String text) {
        if (text != null) {
            texts.put(field, text);
        }
        return this;
    }

    /** Adds the trigger conditions or the variables. */
    public PushActionDraft items(Field field, List<DraftItem> elements) {
        if (!elements.isEmpty()) {
            items.put(field, List.copyOf(elements));
        }
        return this;
    }

    public PushActionDraft loop(List<String> values) {
        loop = List.copyOf(values);
        return this;
    }

    public PushActionDraft integration(@Nullable String ofHashId, @Nullable String ofIdentifier) {
        hashId = Element.of("hashId", ofHashId);
        identifier = Element.of("identifier", ofIdentifier);
        return this;
    }

    /** The same where the POM has the hash without an element of its own. */
    public PushActionDraft integration(@Nullable String ofHashId) {
        hashId = Element.of("integration", ofHashId);
        return this;
    }

    public PushActionDraft registryServerId(@Nullable String id) {
        registryServerId = Optional.ofNullable(id);
        return this;
    }

    public PushActionDraft afterActionName(@Nullable String name) {
        afterActionName = Optional.ofNullable(name);
        return this;
    }

    /** The action, where the draft keeps all rules; empty, and every broken rule reported, where it does not. */
    public Optional<PushAction> check(Problems problems) {
        return new PushActionRules(this, problems).check();
    }

    public Optional<String> text(Field field) {
        return Optional.ofNullable(texts.get(field));
    }

    public List<DraftItem> items(Field field) {
        return items.getOrDefault(field, List.of());
    }

    public List<String> loop() {
        return loop;
    }

    Element element(Field field) {
        return new Element(field.parameter(), text(field));
    }

    public Element hashId() {
        return hashId;
    }

    public Element identifier() {
        return identifier;
    }

    public Element registryServerId() {
        return new Element("registryServerId", registryServerId);
    }

    Element afterActionName() {
        return new Element("afterActionName", afterActionName);
    }

    boolean hasIntegration() {
        return hashId.value().isPresent() || identifier.value().isPresent();
    }
}
