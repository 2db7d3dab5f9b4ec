package dev.bourse.agent.folder;

/**
 * That the end of an attempt was asked for: {@code kill.json}.
 *
 * @param graceMillis between TERM and KILL
 * @param requestedAt in epoch milliseconds
 */
public record KillRecord(long graceMillis, long requestedAt) {}
