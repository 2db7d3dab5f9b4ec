package dev.bourse.core.event;

import dev.bourse.topics.id.AgentId;

/**
 * An agent does not count any more: it said goodbye, or stayed away for too long.
 *
 * @param agent which
 * @param at in epoch milliseconds
 * @param forgetAt when its row will be taken away, in epoch milliseconds; 0 for never
 */
public record AgentRemoved(AgentId agent, long at, long forgetAt) implements Event {}
