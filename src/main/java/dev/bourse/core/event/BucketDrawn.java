package dev.bourse.core.event;

/**
 * Something that is rationed was used.
 *
 * @param name of what
 * @param credit how much is left, in thousandths
 * @param at in epoch milliseconds
 */
public record BucketDrawn(String name, long credit, long at) implements Event {}
