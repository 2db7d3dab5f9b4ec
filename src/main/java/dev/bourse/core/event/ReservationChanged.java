package dev.bourse.core.event;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Resources;

/**
 * Resources of an agent are reserved otherwise.
 *
 * @param agent which
 * @param before as they were
 * @param after as they are
 */
public record ReservationChanged(AgentId agent, Resources before, Resources after)
    implements Event {}
