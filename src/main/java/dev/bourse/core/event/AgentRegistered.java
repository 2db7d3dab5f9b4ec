package dev.bourse.core.event;

import dev.bourse.topics.command.RegisterAgent;

/**
 * An agent is there, or there again; it gets work from now on.
 *
 * @param registration the number of this registration
 * @param facts what the agent says of itself
 * @param at in epoch milliseconds
 */
public record AgentRegistered(long registration, RegisterAgent facts, long at) implements Event {}
