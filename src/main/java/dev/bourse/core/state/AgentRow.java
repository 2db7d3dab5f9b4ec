package dev.bourse.core.state;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.view.AgentState;
import org.jspecify.annotations.Nullable;

/**
 * An agent.
 *
 * @param id its id
 * @param incarnation of its state folder
 * @param run how often its agent has been started
 * @param replaced the incarnation before this one, or null
 * @param registration the number of its registration
 * @param state where it stands
 * @param hostname for people
 * @param resources everything it offers
 * @param attributes facts about it
 * @param isolation how it contains tasks
 * @param version of its program, or null
 * @param registeredAt in epoch milliseconds
 * @param changedAt when its state changed last, in epoch milliseconds
 * @param timerAt when its state will change by itself, in epoch milliseconds; 0 for never
 */
public record AgentRow(
    AgentId id,
    String incarnation,
    long run,
    @Nullable Replaced replaced,
    long registration,
    AgentState state,
    String hostname,
    Resources resources,
    Attributes attributes,
    String isolation,
    @Nullable String version,
    long registeredAt,
    long changedAt,
    long timerAt)
    implements Row {

  @Override
  public RowKey key() {
    return keyOf(id);
  }

  /** The key of an agent. */
  public static RowKey keyOf(AgentId id) {
    return new RowKey(Table.AGENTS, id.value());
  }

  /**
   * Whether what the run of an incarnation says is out of date: runs of one incarnation are
   * counted, and one that was replaced must have been started anew to be back.
   */
  public boolean hasSeenTheLastOf(String otherIncarnation, long otherRun) {
    if (otherIncarnation.equals(incarnation)) {
      return otherRun < run;
    }
    return replaced != null
        && otherIncarnation.equals(replaced.incarnation())
        && otherRun <= replaced.run();
  }

  /** In another state, until a time. */
  public AgentRow withState(AgentState newState, long now, long until) {
    return new AgentRow(
        id,
        incarnation,
        run,
        replaced,
        registration,
        newState,
        hostname,
        resources,
        attributes,
        isolation,
        version,
        registeredAt,
        now,
        until);
  }

  /**
   * An incarnation that another one has replaced.
   *
   * @param incarnation of a state folder
   * @param run its last
   */
  public record Replaced(String incarnation, long run) {}
}
