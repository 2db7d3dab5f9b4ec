package dev.bourse.core.event;

import dev.bourse.topics.framework.Window;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;

/**
 * A framework is asked to leave an agent.
 *
 * @param offer its number
 * @param framework who
 * @param agent which
 * @param window when the agent is to be taken out of service
 */
public record InverseOfferMade(long offer, FrameworkId framework, AgentId agent, Window window)
    implements Event {}
