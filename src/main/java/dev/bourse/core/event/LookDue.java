package dev.bourse.core.event;

/**
 * It is time to look whether somebody has waited for too long.
 *
 * @param at when it was to be, in epoch milliseconds
 */
public record LookDue(long at) implements Event {}
