package dev.bourse.core.event;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.view.Upkeep;

/**
 * An operator has something else in mind with an agent, or what he had in mind has come about.
 *
 * @param agent which
 * @param upkeep what
 */
public record UpkeepChanged(AgentId agent, Upkeep upkeep) implements Event {}
