package dev.bourse.agent.folder;

import dev.bourse.topics.id.AgentId;

/**
 * Whose folder it is: {@code identity.json}.
 *
 * @param agent the agent's id
 * @param incarnation made with the folder; an order for another one is not meant for what is here
 * @param launchesTopicId the id that Kafka gave the topic of orders when the folder was made: in
 *     another Kafka cluster, or after the topic was created anew, offsets and epochs mean something
 *     else
 */
public record Identity(AgentId agent, String incarnation, String launchesTopicId) {}
