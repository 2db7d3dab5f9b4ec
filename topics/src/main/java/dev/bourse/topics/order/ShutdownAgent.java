package dev.bourse.topics.order;

import dev.bourse.topics.id.AgentId;

/**
 * Stop, and end what runs: this agent is not wanted any more. It is said again each time that it
 * registers.
 *
 * @param agent who
 * @param message why, for people
 */
public record ShutdownAgent(AgentId agent, String message) implements Order {}
