package dev.bourse.core.event;

import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.resources.Resources;
import org.jspecify.annotations.Nullable;

/**
 * An agent is there, or there again; it gets work from now on.
 *
 * @param registration the number of this registration
 * @param facts what the agent says of itself
 * @param layout everything it has, as it is reserved; null when nothing of it was reserved since
 * @param at in epoch milliseconds
 */
public record AgentRegistered(
    long registration, RegisterAgent facts, @Nullable Resources layout, long at) implements Event {}
