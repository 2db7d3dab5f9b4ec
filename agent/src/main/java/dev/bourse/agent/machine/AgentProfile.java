package dev.bourse.agent.machine;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import org.jspecify.annotations.Nullable;

/**
 * What does not change while an agent runs.
 *
 * @param agent its id
 * @param incarnation the identity of its state folder
 * @param run how often the agent has been started from this folder, this time included
 * @param hostname for people
 * @param resources everything it offers
 * @param attributes facts about it
 * @param isolation how it contains tasks
 * @param version of its program
 * @param heartbeatMillis between two signs of life
 * @param region where it is, or null
 * @param zone where in the region, or null
 */
public record AgentProfile(
    AgentId agent,
    String incarnation,
    long run,
    String hostname,
    Resources resources,
    Attributes attributes,
    String isolation,
    String version,
    long heartbeatMillis,
    @Nullable String region,
    @Nullable String zone) {}
