package dev.bourse.simulator.workload;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import org.jspecify.annotations.Nullable;

/**
 * An agent that comes or goes.
 *
 * @param at when, in epoch milliseconds
 * @param agent which
 * @param resources what it offers from now on; null when it goes, with everything on it
 * @param attributes facts about it
 */
public record AgentChange(
    long at, AgentId agent, @Nullable Resources resources, Attributes attributes) {}
