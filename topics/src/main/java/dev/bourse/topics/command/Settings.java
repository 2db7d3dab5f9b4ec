package dev.bourse.topics.command;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may set. Part of a decision, so the same on every instance and in every replay.
 *
 * @param agentRemovalMillis how long an agent may be unreachable before it is removed and its tasks
 *     are lost; default 10 minutes
 * @param agentMemoryMillis how long a removed agent stays visible; default 1 day
 * @param rejectionMemoryMillis how long a refused submission stays visible; default 1 day
 * @param launchesPerStep how many attempts one step launches at most; default 100
 * @param timersPerTick how many timers one tick runs at most; default 1,000
 * @param roles what is set for roles, by name; null when nothing is. What an operator has said by a
 *     command since counts instead
 * @param scheduling about offers and frameworks; null for the defaults
 */
public record Settings(
    long agentRemovalMillis,
    long agentMemoryMillis,
    long rejectionMemoryMillis,
    int launchesPerStep,
    int timersPerTick,
    @Nullable SortedMap<String, RoleSettings> roles,
    @Nullable SchedulingSettings scheduling) {

  /** What an operator who sets nothing gets. */
  public static final Settings DEFAULT =
      new Settings(10 * 60_000L, 24 * 3_600_000L, 24 * 3_600_000L, 100, 1_000);

  /** Copies; to say nothing has one form. */
  public Settings {
    roles =
        roles == null || roles.isEmpty()
            ? null
            : Collections.unmodifiableSortedMap(new TreeMap<>(roles));
    scheduling = SchedulingSettings.DEFAULT.equals(scheduling) ? null : scheduling;
  }

  /** Without anything about roles. */
  public Settings(
      long agentRemovalMillis,
      long agentMemoryMillis,
      long rejectionMemoryMillis,
      int launchesPerStep,
      int timersPerTick) {
    this(
        agentRemovalMillis,
        agentMemoryMillis,
        rejectionMemoryMillis,
        launchesPerStep,
        timersPerTick,
        null,
        null);
  }

  /** About offers and frameworks. */
  public SchedulingSettings offers() {
    return scheduling == null ? SchedulingSettings.DEFAULT : scheduling;
  }

  /** What is set for a role. */
  public RoleSettings role(String name) {
    return roles == null ? RoleSettings.DEFAULT : roles.getOrDefault(name, RoleSettings.DEFAULT);
  }

  /** With this for roles. */
  public Settings withRoles(SortedMap<String, RoleSettings> newRoles) {
    return new Settings(
        agentRemovalMillis,
        agentMemoryMillis,
        rejectionMemoryMillis,
        launchesPerStep,
        timersPerTick,
        newRoles,
        scheduling);
  }

  /** With this about offers and frameworks. */
  public Settings withScheduling(@Nullable SchedulingSettings newScheduling) {
    return new Settings(
        agentRemovalMillis,
        agentMemoryMillis,
        rejectionMemoryMillis,
        launchesPerStep,
        timersPerTick,
        roles,
        newScheduling);
  }
}
