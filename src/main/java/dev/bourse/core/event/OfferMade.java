package dev.bourse.core.event;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.resources.Resources;
import org.jspecify.annotations.Nullable;

/**
 * Resources of an agent have been offered.
 *
 * @param offer its number
 * @param agent whose resources
 * @param role for which role
 * @param resources what
 * @param at in epoch milliseconds
 * @param framework to whom; null for the job service
 * @param expiresAt when it is taken back unless it is answered, in epoch milliseconds; 0 for never
 * @param optimistic whether others may be shown the same
 */
public record OfferMade(
    long offer,
    AgentId agent,
    String role,
    Resources resources,
    long at,
    @Nullable FrameworkId framework,
    long expiresAt,
    boolean optimistic)
    implements Event {}
