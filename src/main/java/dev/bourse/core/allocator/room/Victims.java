package dev.bourse.core.allocator.room;

import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Resources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom to stop on an agent so that somebody fits there: those of whom the least work is lost. */
final class Victims {

  private final ClusterState state;
  private final long now;

  Victims(ClusterState state, long now) {
    this.state = state;
    this.now = now;
  }

  /**
   * Some of the candidates.
   *
   * @return null when he would not fit even without all of them
   */
  @Nullable List<TaskRow> choose(
      AgentId agent, String role, Resources wanted, List<TaskRow> candidates) {
    List<TaskRow> chosen = new ArrayList<>();
    Resources free = state.free(agent);
    for (TaskRow task : byLoss(candidates)) {
      if (fits(free, role, wanted)) {
        break;
      }
      chosen.add(task);
      free = free.plus(task.resources());
    }
    return fits(free, role, wanted) ? withoutNeedless(chosen, free, role, wanted) : null;
  }

  /**
   * Who came first may not be needed any more after who came last; the dearest are spared first.
   */
  private static List<TaskRow> withoutNeedless(
      List<TaskRow> chosen, Resources freed, String role, Resources wanted) {
    List<TaskRow> needed = new ArrayList<>();
    Resources free = freed;
    for (int i = chosen.size() - 1; i >= 0; i--) {
      Resources without = free.minus(chosen.get(i).resources());
      if (fits(without, role, wanted)) {
        free = without;
      } else {
        needed.add(chosen.get(i));
      }
    }
    return needed;
  }

  private static boolean fits(Resources free, String role, Resources wanted) {
    return free.allocatableTo(role).flattened().contains(wanted);
  }

  /** Those of whom the least is lost come first. */
  List<TaskRow> byLoss(Collection<TaskRow> tasks) {
    List<TaskRow> byLoss = new ArrayList<>(tasks);
    byLoss.sort(Comparator.comparingLong(this::loss).thenComparing(TaskRow::id));
    return byLoss;
  }

  /** The work that is lost with a task: how long it has run, on how many cpus. */
  long loss(TaskRow task) {
    long since = task.status().startedAt() > 0 ? task.status().startedAt() : now;
    long cpus = 1 + task.resources().scalar(Resources.CPUS) / 100;
    return Math.max(0, now - since) * cpus + 1;
  }
}
