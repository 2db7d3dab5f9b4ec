package dev.bourse.topics.command;

/**
 * Offers what is free to those who wait.
 *
 * @param maxLaunches stop after so many; the rest follows in the next step
 */
public record Allocate(int maxLaunches) implements Command {}
