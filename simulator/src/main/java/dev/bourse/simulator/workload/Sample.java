package dev.bourse.simulator.workload;

/**
 * A cluster at a moment.
 *
 * @param at in epoch milliseconds
 * @param cpus what all agents have, in thousandths
 * @param used what of it attempts hold, in thousandths
 * @param waiting how many jobs wait for a place
 */
public record Sample(long at, long cpus, long used, int waiting) {}
