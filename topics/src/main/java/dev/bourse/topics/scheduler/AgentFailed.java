package dev.bourse.topics.scheduler;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.view.AgentState;

/**
 * An agent that a framework has tasks on is not there.
 *
 * @param framework who is told
 * @param agent which
 * @param hostname of the agent
 * @param state where it stands now
 */
public record AgentFailed(FrameworkId framework, AgentId agent, String hostname, AgentState state)
    implements SchedulerEvent {}
