package dev.bourse.core.event;

/**
 * Everything that may fit has been tried.
 *
 * @param launches how many attempts were launched in this step
 */
public record AllocationCompleted(int launches) implements Event {}
