package dev.bourse.topics.order;

import dev.bourse.topics.id.AgentId;

/**
 * The master does not count on this agent any more; if it is there, let it register again.
 *
 * @param agent who
 * @param message why, for people
 */
public record RequestRegistration(AgentId agent, String message) implements Order {}
