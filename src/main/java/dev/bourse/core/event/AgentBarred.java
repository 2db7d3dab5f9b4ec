package dev.bourse.core.event;

import dev.bourse.topics.id.AgentId;

/**
 * An agent that is not wanted any more is told to stop.
 *
 * @param agent which
 * @param message why
 */
public record AgentBarred(AgentId agent, String message) implements Event {}
