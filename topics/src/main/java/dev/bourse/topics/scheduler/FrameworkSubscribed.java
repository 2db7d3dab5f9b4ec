package dev.bourse.topics.scheduler;

import dev.bourse.topics.id.FrameworkId;

/**
 * A session begins.
 *
 * @param framework who
 * @param session which
 * @param at in epoch milliseconds
 * @param heartbeatMillis how often the master wants a sign of life, in milliseconds
 * @param timeoutMillis after how much silence the framework counts as disconnected
 * @param tasks how many of its tasks are not over
 */
public record FrameworkSubscribed(
    FrameworkId framework,
    String session,
    long at,
    long heartbeatMillis,
    long timeoutMillis,
    int tasks)
    implements SchedulerEvent {}
