package dev.bourse.core.event;

import dev.bourse.topics.id.AgentId;

/**
 * The row of a removed agent has been visible for long enough.
 *
 * @param agent which
 */
public record AgentForgotten(AgentId agent) implements Event {}
