package io.github.buddymaven.action;

import static io.github.buddymaven.action.Drafts.item;
import static io.github.buddymaven.action.Drafts.with;
import static io.github.buddymaven.action.Field.VARIABLES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nothing of an action that is there gets lost on its way into the POM, but what is so by itself. */
class ExportedDraftTest {
    private static final Map<String, Value> PLAIN = Map.of("key", new Value.Text("KEY"), "value", new Value.Text("1"));

    @Test
    void onlyATypeIsLeftOutWhereItIsVar() {
        DraftItem exported = exported("type", new Value.Text("VAR"), "description", new Value.Text("VAR"));

        assertThat(exported).isEqualTo(item("key", "KEY", "value", "1", "description", "VAR"));
    }

    @Test
    void aFlagIsLeftOutWhereItIsNotSet() {
        DraftItem exported = exported("settable", new Value.Flag(true), "run_only_settable", new Value.Flag(false));

        assertThat(exported).isEqualTo(with(item("key", "KEY", "value", "1"), "settable", "true"));
    }

    @Test
    void aKeyAndAValueMayBeNumbers() {
        DraftItem exported = exported("key", new Value.Whole(42), "value", new Value.Whole(7));

        assertThat(exported).isEqualTo(item("key", "42", "value", "7"));
    }

    private static DraftItem exported(String first, Value firstValue, String second, Value secondValue) {
        Map<String, Value> fields = new LinkedHashMap<>(PLAIN);
        fields.put(first, firstValue);
        fields.put(second, secondValue);
        PushActionDraft draft =
                PushActionDraft.of(Map.of(VARIABLES, new Variables(List.of(new Item(fields)))), Optional.empty());
        assertThat(draft.items(VARIABLES)).hasSize(1);
        return draft.items(VARIABLES).get(0);
    }
}
