package dev.bourse.core.event;

import dev.bourse.topics.id.AgentId;

/**
 * What was kept of an agent is free for all: whoever waited has it, or does not want it any more.
 *
 * @param agent which
 */
public record HoldReleased(AgentId agent) implements Event {}
