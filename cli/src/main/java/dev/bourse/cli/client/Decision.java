package dev.bourse.cli.client;

/**
 * What became of what an operator asked for; when it was refused, there is an exception instead.
 *
 * @param applied whether it counts; else it is on the log
 * @param message what to know when it does not count yet
 */
public record Decision(boolean applied, String message) {}
