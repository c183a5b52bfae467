package io.github.buddymaven.action;

import java.util.List;

/** When an action runs. Source: buddy.works/docs/api, "Add an action", {@code trigger_time}. */
final class TriggerTime {
    static final String DEFAULT = "ON_EVERY_EXECUTION";
    static final String ON_FAILURE = "ON_FAILURE";

    static final List<String> VALUES = List.of(
            DEFAULT,
            "ON_SUCCESS",
            ON_FAILURE,
            "ON_BACK_TO_SUCCESS",
            "ON_WARNING",
            "ON_WAIT_FOR_APPROVE",
            "ON_TERMINATE");

    private TriggerTime() {}
}
