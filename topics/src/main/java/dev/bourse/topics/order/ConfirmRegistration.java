package dev.bourse.topics.order;

import dev.bourse.topics.id.AgentId;

/**
 * The agent's registration has been applied.
 *
 * @param agent who
 * @param incarnation which incarnation of it
 * @param run which run of its agent; another one has to register itself
 * @param registration the number of the registration, to be named in heartbeats
 */
public record ConfirmRegistration(AgentId agent, String incarnation, long run, long registration)
    implements Order {}
