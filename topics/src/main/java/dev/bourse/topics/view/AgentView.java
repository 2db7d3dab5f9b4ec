package dev.bourse.topics.view;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import org.jspecify.annotations.Nullable;

/**
 * An agent as users see it. What is in use of it is the sum over its tasks that are not terminal.
 *
 * @param id its id
 * @param state where it stands
 * @param hostname for people
 * @param resources everything it offers, as it is reserved now
 * @param attributes facts about it
 * @param isolation how it contains tasks
 * @param version of its program, or null
 * @param registration the number of its registration, unique in the cell
 * @param registeredAt when, in epoch milliseconds
 * @param changedAt when its state changed last, in epoch milliseconds
 * @param region where it is, or null
 * @param zone where in the region, or null
 * @param upkeep what its operator has in mind with it; null when nothing
 */
public record AgentView(
    AgentId id,
    AgentState state,
    String hostname,
    Resources resources,
    Attributes attributes,
    String isolation,
    @Nullable String version,
    long registration,
    long registeredAt,
    long changedAt,
    @Nullable String region,
    @Nullable String zone,
    @Nullable Upkeep upkeep)
    implements View {

  @Override
  public String key() {
    return id.value();
  }
}
