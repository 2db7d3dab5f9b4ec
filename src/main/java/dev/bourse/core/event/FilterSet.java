package dev.bourse.core.event;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.resources.Resources;

/**
 * What a framework has declined is not offered to it for a while.
 *
 * @param framework who
 * @param role for which role
 * @param agent of which agent
 * @param resources what
 * @param until in epoch milliseconds
 */
public record FilterSet(
    FrameworkId framework, String role, AgentId agent, Resources resources, long until)
    implements Event {}
