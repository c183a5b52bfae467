package io.github.buddymaven.api;

/**
 * A pipeline as Buddy's list of pipelines has it.
 *
 * @param id its number
 * @param name its name, which need not be unique
 */
public record PipelineSummary(int id, String name) {}
