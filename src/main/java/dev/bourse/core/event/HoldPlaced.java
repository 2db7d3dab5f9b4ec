package dev.bourse.core.event;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.resources.Resources;
import org.jspecify.annotations.Nullable;

/**
 * What is free of an agent is kept for one that has waited for long.
 *
 * @param agent which
 * @param role in which role it waits
 * @param client who waits
 * @param job for which of its jobs; null for a framework
 * @param resources what it waits for
 * @param at in epoch milliseconds
 */
public record HoldPlaced(
    AgentId agent, String role, String client, @Nullable JobId job, Resources resources, long at)
    implements Event {}
