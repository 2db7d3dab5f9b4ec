package dev.bourse.core.event;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;

/**
 * What a framework has declined may be offered to it again.
 *
 * @param framework who
 * @param role for which role
 * @param agent of which agent
 */
public record FilterExpired(FrameworkId framework, String role, AgentId agent) implements Event {}
