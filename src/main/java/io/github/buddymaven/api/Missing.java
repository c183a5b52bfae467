package io.github.buddymaven.api;

/** The parts of a pipeline's address, from the first on: without one there are none below it. */
public enum Missing {
    WORKSPACE,
    PROJECT,
    PIPELINE
}
