package dev.bourse.core.state;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.view.AgentState;
import dev.bourse.topics.view.Upkeep;
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
 * @param resources everything it has, as it says
 * @param attributes facts about it
 * @param isolation how it contains tasks
 * @param version of its program, or null
 * @param registeredAt in epoch milliseconds
 * @param changedAt when its state changed last, in epoch milliseconds
 * @param timerAt when its state will change by itself, in epoch milliseconds; 0 for never
 * @param region where it is, or null
 * @param zone where in the region, or null
 * @param layout everything it has, as it is reserved now; null when nothing of it was reserved
 *     since
 * @param upkeep what an operator has in mind with it; null when nothing
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
    long timerAt,
    @Nullable String region,
    @Nullable String zone,
    @Nullable Resources layout,
    @Nullable Upkeep upkeep)
    implements Row {

  @Override
  public RowKey key() {
    return keyOf(id);
  }

  /** The key of an agent. */
  public static RowKey keyOf(AgentId id) {
    return new RowKey(Table.AGENTS, id.value());
  }

  /** Everything it has, as it is reserved now. */
  public Resources offered() {
    return layout == null ? resources : layout;
  }

  /** What an operator has in mind with it. */
  public Upkeep care() {
    return upkeep == null ? Upkeep.NONE : upkeep;
  }

  /** Whether anything of it may be offered. */
  public boolean isOffered() {
    return state == AgentState.REGISTERED && care().isOffered();
  }

  /** Whether an operator wants it never to come back, or not yet. */
  public boolean isBarred() {
    return care().down() || (state == AgentState.GONE && care().markGone());
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
        until,
        region,
        zone,
        layout,
        upkeep);
  }

  /** Otherwise reserved. */
  public AgentRow withLayout(Resources newLayout) {
    return new AgentRow(
        id,
        incarnation,
        run,
        replaced,
        registration,
        state,
        hostname,
        resources,
        attributes,
        isolation,
        version,
        registeredAt,
        changedAt,
        timerAt,
        region,
        zone,
        newLayout.equals(resources) ? null : newLayout,
        upkeep);
  }

  /** With which an operator has something else in mind. */
  public AgentRow withUpkeep(Upkeep newUpkeep) {
    return new AgentRow(
        id,
        incarnation,
        run,
        replaced,
        registration,
        state,
        hostname,
        resources,
        attributes,
        isolation,
        version,
        registeredAt,
        changedAt,
        timerAt,
        region,
        zone,
        layout,
        newUpkeep.equals(Upkeep.NONE) ? null : newUpkeep);
  }

  /**
   * An incarnation that another one has replaced.
   *
   * @param incarnation of a state folder
   * @param run its last
   */
  public record Replaced(String incarnation, long run) {}
}
