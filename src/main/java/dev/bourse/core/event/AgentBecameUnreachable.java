package dev.bourse.core.event;

import dev.bourse.topics.id.AgentId;

/**
 * An agent has not been heard of for too long. Its tasks may well run.
 *
 * @param agent which
 * @param silentMillis for how long
 * @param at in epoch milliseconds
 * @param removalAt when it will be removed unless it returns, in epoch milliseconds
 */
public record AgentBecameUnreachable(AgentId agent, long silentMillis, long at, long removalAt)
    implements Event {}
