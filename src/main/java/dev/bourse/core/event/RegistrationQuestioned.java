package dev.bourse.core.event;

import dev.bourse.topics.id.AgentId;

/**
 * An agent that is known says that it has another state folder. It may be that its folder is new,
 * and that this was said of one that is lost, and arrives late; it is asked.
 *
 * @param agent which
 * @param registration the number of the one that counts
 */
public record RegistrationQuestioned(AgentId agent, long registration) implements Event {}
