package dev.bourse.core.event;

/**
 * Somebody waits, and room may have to be made for him later.
 *
 * @param at when, in epoch milliseconds
 */
public record LookScheduled(long at) implements Event {}
