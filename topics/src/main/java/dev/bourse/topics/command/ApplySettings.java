package dev.bourse.topics.command;

/**
 * What the operator has configured counts from here on. The host gives it when it starts with other
 * settings than the cell knows, so that every decision and every replay of it is made under the
 * settings of its time.
 *
 * @param settings all of them
 */
public record ApplySettings(Settings settings) implements Command {}
