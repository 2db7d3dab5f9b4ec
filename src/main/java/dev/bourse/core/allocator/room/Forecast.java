package dev.bourse.core.allocator.room;

import dev.bourse.core.allocator.embedded.EmbeddedScheduler;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.resources.Resources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When resources will be free on an agent, by the longest that what runs there may run. */
public final class Forecast {

  private final ClusterState state;
  private final Standings standings;
  private final long now;

  /** As things stand. */
  public Forecast(EmbeddedScheduler jobs, ClusterState state, long now) {
    this.state = state;
    this.standings = new Standings(jobs, state);
    this.now = now;
  }

  /**
   * When they will be free.
   *
   * @param wanted unreserved
   * @return in epoch milliseconds; now when they are; the largest number when nobody knows
   */
  public long freeAt(AgentRow agent, String role, Resources wanted) {
    Resources free = state.free(agent.id());
    if (fits(free, role, wanted)) {
      return now;
    }
    List<TaskRow> tasks = new ArrayList<>(state.tasksOf(agent.id()));
    tasks.sort(
        Comparator.comparingLong((TaskRow task) -> standings.endsBy(task, now))
            .thenComparing(TaskRow::id));
    for (TaskRow task : tasks) {
      long end = standings.endsBy(task, now);
      if (end == Long.MAX_VALUE) {
        break;
      }
      free = free.plus(task.resources());
      if (fits(free, role, wanted)) {
        return end;
      }
    }
    return Long.MAX_VALUE;
  }

  private static boolean fits(Resources free, String role, Resources wanted) {
    return free.allocatableTo(role).flattened().contains(wanted);
  }
}
