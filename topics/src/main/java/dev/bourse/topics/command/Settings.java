package dev.bourse.topics.command;

/**
 * What an operator may set. Part of a decision, so the same on every instance and in every replay.
 *
 * @param agentRemovalMillis how long an agent may be unreachable before it is removed and its tasks
 *     are lost; default 10 minutes
 * @param agentMemoryMillis how long a removed agent stays visible; default 1 day
 * @param rejectionMemoryMillis how long a refused submission stays visible; default 1 day
 * @param launchesPerStep how many attempts one step launches at most; default 100
 * @param timersPerTick how many timers one tick runs at most; default 1,000
 */
public record Settings(
    long agentRemovalMillis,
    long agentMemoryMillis,
    long rejectionMemoryMillis,
    int launchesPerStep,
    int timersPerTick) {

  /** What an operator who sets nothing gets. */
  public static final Settings DEFAULT =
      new Settings(10 * 60_000L, 24 * 3_600_000L, 24 * 3_600_000L, 100, 1_000);
}
