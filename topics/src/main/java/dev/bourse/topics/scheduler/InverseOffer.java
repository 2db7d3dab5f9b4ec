package dev.bourse.topics.scheduler;

import dev.bourse.topics.framework.Window;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;

/**
 * A framework is asked to leave an agent that is to be taken out of service. Whether it accepts or
 * declines, nothing is forced.
 *
 * @param framework who is asked
 * @param session in which it is
 * @param offer its number, unique in the cell
 * @param agent which
 * @param unavailability when
 */
public record InverseOffer(
    FrameworkId framework, String session, long offer, AgentId agent, Window unavailability)
    implements OfferEvent {}
