package io.github.buddymaven.action;

import static io.github.buddymaven.action.Field.AFTER_ACTION_ID;
import static io.github.buddymaven.action.Field.LOOP;
import static io.github.buddymaven.action.Field.RUN_NEXT;
import static io.github.buddymaven.action.Field.RUN_ONLY_ON_FIRST_FAILURE;
import static io.github.buddymaven.action.Field.TRIGGER_TIME;

import io.github.buddymaven.check.Choice;
import io.github.buddymaven.check.Element;
import io.github.buddymaven.check.Problems;
import io.github.buddymaven.check.Texts;
import java.util.List;
import java.util.Optional;

/** When and where in the pipeline an action of any type runs. */
final class RunRules {
    private static final List<String> RUN_NEXT_VALUES =
            List.of("WAIT_ON_SUCCESS", "IN_SOFT_PARALLEL", "IN_HARD_PARALLEL");

    private final PushActionDraft draft;
    private final Problems problems;

    RunRules(PushActionDraft draft, Problems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    void check() {
        if (Choice.check(draft.element(TRIGGER_TIME), TriggerTime.VALUES, problems)) {
            firstFailureIsOfFailures();
        }
        Choice.check(draft.element(RUN_NEXT), RUN_NEXT_VALUES, problems);
        oneWayToSayBehindWhich();
        loopIsFilled();
    }

    /** Source: buddy.works/docs/api: required with, and only with, {@code ON_FAILURE}. */
    private void firstFailureIsOfFailures() {
        boolean onFailure = draft.text(TRIGGER_TIME).equals(Optional.of(TriggerTime.ON_FAILURE));
        Element flag = draft.element(RUN_ONLY_ON_FIRST_FAILURE);
        if (onFailure && flag.value().isEmpty()) {
            problems.addRelaxable("<triggerTime>ON_FAILURE</triggerTime> needs " + flag
                    + ": add it, true to run on the first failure in a row alone, false to run on each.");
        }
        if (!onFailure && flag.value().isPresent()) {
            problems.addRelaxable(
                    flag + " goes with <triggerTime>ON_FAILURE</triggerTime> alone: remove it, or write that"
                            + " <triggerTime>.");
        }
    }

    private void oneWayToSayBehindWhich() {
        Element id = draft.element(AFTER_ACTION_ID);
        Element name = draft.afterActionName();
        Texts.filledLine(name, "name the action behind which this one goes, or remove the element.", problems);
        if (id.value().isPresent() && name.value().isPresent()) {
            problems.add(id + " and " + name
                    + " exclude each other: keep the one that names the action behind which this" + " one goes.");
        }
    }

    private void loopIsFilled() {
        for (String text : draft.loop()) {
            Texts.filledLine(Element.of(LOOP.parameter(), text), "remove what is blank.", problems);
        }
    }
}
