package dev.bourse.gateway.rest;

import java.util.List;

/**
 * All agents.
 *
 * @param agents by id
 */
public record AgentList(List<Agent> agents) {}
