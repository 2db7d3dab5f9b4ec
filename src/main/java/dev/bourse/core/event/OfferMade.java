package dev.bourse.core.event;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Resources;

/**
 * Resources of an agent have been offered to a role.
 *
 * @param offer its number
 * @param agent whose resources
 * @param role who is offered them
 * @param resources what
 * @param at in epoch milliseconds
 */
public record OfferMade(long offer, AgentId agent, String role, Resources resources, long at)
    implements Event {}
