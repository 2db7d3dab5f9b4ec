package dev.bourse.topics.command;

/**
 * Runs the timers that are due at the command's time.
 *
 * @param maxTimers stop after so many; the rest follows in the next tick
 */
public record Tick(int maxTimers) implements Command {}
