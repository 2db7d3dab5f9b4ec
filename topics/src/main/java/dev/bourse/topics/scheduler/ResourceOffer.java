package dev.bourse.topics.scheduler;

import dev.bourse.topics.framework.Window;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import org.jspecify.annotations.Nullable;

/**
 * Resources of one agent, for one role. They are the framework's to use until it answers, or the
 * offer ends by itself, whichever comes first: {@link OfferEnded} tells how it ended.
 *
 * @param framework who is offered them
 * @param session in which it is
 * @param offer its number, unique in the cell; usable once
 * @param agent whose resources
 * @param hostname of the agent
 * @param role for which of the framework's roles
 * @param resources what
 * @param attributes facts about the agent
 * @param region where the agent is, or null
 * @param zone where in the region, or null
 * @param unavailability when the agent is to be taken out of service; null when it is not
 * @param expiresAt when it ends by itself, in epoch milliseconds; 0 for never
 * @param optimistic whether others are shown the same resources; the first valid accept in the log
 *     has them
 */
public record ResourceOffer(
    FrameworkId framework,
    String session,
    long offer,
    AgentId agent,
    String hostname,
    String role,
    Resources resources,
    Attributes attributes,
    @Nullable String region,
    @Nullable String zone,
    @Nullable Window unavailability,
    long expiresAt,
    boolean optimistic)
    implements OfferEvent {}
