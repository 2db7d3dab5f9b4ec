package dev.bourse.core.allocator.embedded;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Resources;

/**
 * What a framework is offered: resources of one agent, for one role.
 *
 * @param number unique in the cell
 * @param agent whose resources
 * @param role for whom
 * @param resources what
 */
public record Offer(long number, AgentId agent, String role, Resources resources) {}
