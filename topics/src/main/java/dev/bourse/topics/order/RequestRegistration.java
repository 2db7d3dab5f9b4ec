package dev.bourse.topics.order;

import dev.bourse.topics.id.AgentId;
import org.jspecify.annotations.Nullable;

/**
 * The master does not count on this agent any more; if it is there, let it register again.
 *
 * @param agent who
 * @param message why, for people
 * @param registration the number of the registration that counts for the master; an agent that is
 *     there answers with it; null when the master says none
 */
public record RequestRegistration(AgentId agent, String message, @Nullable Long registration)
    implements Order {}
